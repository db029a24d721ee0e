//! The languages that are spoken, and texts that may stand in either.

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language, the program's first.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The code in files and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language of a code or a locale name such as `vi_VN.UTF-8`; `None` when it is another.
    #[must_use]
    pub fn of(name: &str) -> Option<Lang> {
        let code = name.split(['_', '-', '.']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| code.eq_ignore_ascii_case(lang.code()))
    }
}

/// A text that somebody wrote, in one language or in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Written once, for every reader.
    Plain(String),
    /// Written by language.
    By {
        /// In Vietnamese.
        vi: Option<String>,
        /// In English.
        en: Option<String>,
    },
}

impl Text {
    /// The text for a reader of `lang`: the other language where this one is not written.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match self {
            Text::Plain(text) => text,
            Text::By { vi, en } => {
                let (first, second) = match lang {
                    Lang::Vi => (vi, en),
                    Lang::En => (en, vi),
                };
                first.as_deref().or(second.as_deref()).unwrap_or_default()
            }
        }
    }

    /// Whether somebody may have written `words` for it: it in any language, whatever the case of the letters.
    #[must_use]
    pub fn is_written(&self, words: &str) -> bool {
        Lang::ALL.into_iter().any(|lang| self.in_lang(lang).to_lowercase() == words.to_lowercase())
    }

    /// Whether a reader of `lang` finds it in that language.
    #[must_use]
    pub fn speaks(&self, lang: Lang) -> bool {
        match self {
            Text::Plain(_) => true,
            Text::By { vi, en } => match lang {
                Lang::Vi => vi.is_some(),
                Lang::En => en.is_some(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for (name, lang) in [
            ("vi", Some(Lang::Vi)),
            ("vi_VN.UTF-8", Some(Lang::Vi)),
            ("vi-VN", Some(Lang::Vi)),
            ("EN", Some(Lang::En)),
            ("en_US", Some(Lang::En)),
            ("fr_FR", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Lang::of(name), lang, "{name}");
        }
    }

    #[test]
    fn a_text_in_one_language_serves_both_readers() {
        let text = Text::By { vi: Some("Một cửa".into()), en: None };
        assert_eq!(text.in_lang(Lang::En), "Một cửa");
        assert!(!text.speaks(Lang::En));
        assert!(text.is_written("MỘT CỬA") && !text.is_written("một"));
    }
}
