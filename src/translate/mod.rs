//! The criteria language said over in the languages of other programs.

mod schema;

pub use schema::schema;
