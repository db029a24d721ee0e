//! Whom a file mentions, read word by word: for a file that cannot be read as evidence, or not to its end.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read};

use super::claims::File;
use crate::id::{Id, composed};

/// How much of a line is looked at.
const LONGEST: u64 = 1 << 20;

/// The agencies that a file mentions by an id that is `known`, wherever it stands. Too many rather than too few: whoever
/// is mentioned may be meant.
///
/// # Errors
/// When the reading itself fails.
pub fn mentioned(file: File, known: impl Fn(&str) -> Option<Id>) -> io::Result<BTreeSet<Id>> {
    let mut bytes = BufReader::new(file.bytes);
    let mut found = BTreeSet::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        if bytes.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(found);
        }
        let text = String::from_utf8_lossy(&line);
        let parts = text.split(|c: char| ",;:\t\r\n\"'{}[]#".contains(c)).map(str::trim);
        found.extend(parts.filter(|part| !part.is_empty()).filter_map(|part| known(&composed(part))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_in_rows_and_in_a_table_and_not_within_a_word() {
        let known = |word: &str| ["so-a", "so b"].contains(&word).then(|| Id::new(word));
        for (text, found) in [
            (&b"agency,criterion,answer\nso-a,1.1,yes\nso-ab,1.1\n"[..], &["so-a"][..]),
            (b"agency: { id: so-a, name: A }\n\xff\n", &["so-a"]),
            (b"  id: so b # a remark\n  id: \"so-a\"\n", &["so b", "so-a"]),
            (b"xso-a;so-ax\n", &[]),
        ] {
            let file = File { name: "a".to_owned(), bytes: Box::new(io::Cursor::new(text.to_vec())) };
            let ids: Vec<Id> = found.iter().map(|id| Id::new(id)).collect();
            assert_eq!(mentioned(file, known).unwrap(), ids.into_iter().collect());
        }
    }
}
