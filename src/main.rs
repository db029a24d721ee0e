//! `cchc`, the program: the command line in, the exit status out.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    cchc::commands::run(&args).into()
}
