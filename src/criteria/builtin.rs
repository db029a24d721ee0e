//! The criteria sets that ship inside the program.

/// A criteria set inside the program, as its file stands in `criteria/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    /// Its id, which is also the name of its file.
    pub id: &'static str,
    /// Its file.
    pub yaml: &'static str,
}

/// Every set that ships inside, by id.
pub const BUILTIN: [Builtin; 6] = [
    Builtin { id: "can-tho-157-2025", yaml: include_str!("../../criteria/can-tho-157-2025.yaml") },
    Builtin { id: "chi-so-766", yaml: include_str!("../../criteria/chi-so-766.yaml") },
    Builtin { id: "hai-phong-212-2025", yaml: include_str!("../../criteria/hai-phong-212-2025.yaml") },
    Builtin { id: "hcm-5155-2025", yaml: include_str!("../../criteria/hcm-5155-2025.yaml") },
    Builtin { id: "so-mau", yaml: include_str!("../../criteria/so-mau.yaml") },
    Builtin { id: "xa-mau", yaml: include_str!("../../criteria/xa-mau.yaml") },
];

impl Builtin {
    /// The set of this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Builtin> {
        BUILTIN.into_iter().find(|set| set.id == id)
    }

    /// Every id.
    #[must_use]
    pub fn ids() -> [&'static str; BUILTIN.len()] {
        BUILTIN.map(|set| set.id)
    }
}
