//! What the program promises, seen from outside.

mod faults;
