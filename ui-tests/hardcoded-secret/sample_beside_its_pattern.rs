//! A table of what leaked secrets look like, with samples.

pub enum Sample {
    One(&'static str),
    More(&'static [&'static str]),
}

pub const PATTERNS: &[(&str, &str, Sample)] = &[
    ("GitLab", "glpat-[a-zA-Z0-9_]{20}", Sample::One("glpat-RkE_BG5p_bbjML21WSfy")),
    (
        "GitHub",
        r"gh1_[A-Za-z0-9]{21}_[A-Za-z0-9]{59}|\bghp_[a-zA-Z0-9]{36}",
        Sample::More(&["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"]),
    ),
    ("npm", "[a-z]{3}_[A-Za-z0-9]{36}", Sample::One("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")), //~ hardcoded-secret
];

pub fn account() -> (&'static str, &'static str) {
    ("glpat-", "glpat-RkE_BG5p_bbjML21WSfy") //~ hardcoded-secret
}
