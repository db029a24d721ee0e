//! Files that were made to hurt: each is refused with a clear word, within the stated budgets.
#![expect(clippy::disallowed_methods, reason = "tests write files themselves")]

use std::fs::File;
use std::io::{BufWriter, Write};

use cchc::decode::{LARGEST_FILE, LONGEST_LINE};
use cchc::yaml::{ALIAS_BUDGET, DEEPEST};

use crate::run::{Done, cchc};

fn said(name: &str, write: impl Fn(&mut dyn Write) -> std::io::Result<()>) -> Done {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut file = BufWriter::new(File::create(folder.path().join(name)).expect("a file can be made"));
    write(&mut file).and_then(|()| file.flush()).expect("the file can be written");
    drop(file);
    cchc(["check", name, "--lang", "en"]).within(folder.path()).done()
}

fn refused(name: &str, problem: &str, write: impl Fn(&mut dyn Write) -> std::io::Result<()>) {
    let done = said(name, write);
    assert_eq!(done.status, 1, "{}", done.said());
    assert_eq!(done.problems(), [problem], "{}", done.said());
}

#[test]
fn the_budgets_are_these() {
    assert_eq!((DEEPEST, ALIAS_BUDGET), (64, 100_000));
    assert_eq!((LONGEST_LINE, LARGEST_FILE), (1 << 20, 256 << 20));
}

#[test]
fn a_hundred_thousand_brackets() {
    // Where one line opens them all, the place is where the reader gave up looking for the end of the line.
    for (text, place) in [("[", "1:260"), ("{id: ", "1:320")] {
        refused("loi.yaml", &format!("loi.yaml:{place} yaml-too-deep"), |file| {
            write!(file, "id: {}", text.repeat(100_000))
        });
    }
    refused("loi.yaml", "loi.yaml:1:129 yaml-too-deep", |file| write!(file, "{}", "- ".repeat(100_000)));
}

#[test]
fn nine_levels_of_nine_aliases() {
    refused("loi.yaml", "loi.yaml:6:10 yaml-too-many-aliases", |file| {
        writeln!(file, "a0: &a0 [x, x, x, x, x, x, x, x, x]")?;
        for level in 1..10 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            writeln!(file, "a{level}: &a{level} [{aliases}]")?;
        }
        Ok(())
    });
}

#[test]
fn twenty_thousand_aliases_of_a_long_text() {
    refused("loi.yaml", "loi.yaml:2:257 yaml-too-many-aliases", |file| {
        writeln!(file, "a: &a \"{}\"", "x".repeat(100_000))?;
        writeln!(file, "b: [{}]", vec!["*a"; 20_000].join(", "))
    });
}

#[test]
fn a_line_of_two_hundred_megabytes() {
    let long = |file: &mut dyn Write| {
        let block = vec![b'x'; 1 << 20];
        (0..200).try_for_each(|_| file.write_all(&block))
    };
    refused("loi.yaml", "loi.yaml line-too-long", |file| {
        file.write_all(b"id: ")?;
        long(file)
    });
    refused("loi.csv", "loi.csv line-too-long", |file| {
        file.write_all(b"agency,criterion,answer\nso-a,1,")?;
        long(file)
    });
    refused("loi.csv", "loi.csv line-too-long", long);
}

#[test]
fn a_quote_that_is_never_closed_over_two_hundred_megabytes() {
    refused("loi.csv", "loi.csv line-too-long", |file| {
        file.write_all(b"agency,criterion,answer\nso-a,1,\"")?;
        let block = b"so-a,1,yes\n".repeat(1 << 16);
        (0..300).try_for_each(|_| file.write_all(&block))
    });
}

#[test]
fn bytes_that_are_no_text() {
    refused("loi.yaml", "loi.yaml:1:5 file-not-text", |file| file.write_all(b"id: \0"));
    refused("loi.yaml", "loi.yaml:2:8 file-not-utf8", |file| file.write_all(b"id: a\ntitle: \xff\n"));
    refused("loi.csv", "loi.csv:2:8 file-not-utf8", |file| {
        file.write_all(b"agency,criterion,answer\nso-a,1,\xff\n")
    });
}

/// A file must not speak to the terminal through what is quoted of it.
#[test]
fn escapes_are_not_passed_on() {
    let done =
        said("loi.yaml", |file| writeln!(file, "id: \"\\e[31mđỏ\"\nversion: \"1\"\nxấu: \"\u{202e}gnol\""));
    assert!(!done.said().contains('\u{1b}') && !done.said().contains('\u{202e}'), "{}", done.said());
}
