//! What the documentation of a function, and the comments in it, say about the cryptography in it.
//!
//! Names can be meant in many ways, and a sentence is written for those who review the code. Two are heard: that each key is used
//! once, and which document prescribes what the function does. Both only lower the confidence of a finding.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::detectors::BodyCx;

/// That a key encrypts one message. That a nonce is to be used once is another thing.
static KEY_IS_USED_ONCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(one.time|single.use) keys?\b|keys? (is|are) ((only )?used (only )?once|never (reused|used twice)|unique per message|single.use)|key (only encrypts|encrypts only|encrypts) (a single|one)\b",
    )
    .ok()
});

/// A document that prescribes an algorithm: `RFC 4253`, `ISO 32000-1`, `section 7.6.2`, `Algorithm 2.A`, `the specification`.
static SPECIFICATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\brfc[ -]?\d{3,5}\b|\biso(/iec)?[ -]?\d{4,}|(\bsection|\balgorithm|\bappendix|§) ?\d|\bspecification\b|\b(per|by) (the )?spec\b|\bspec (says|requires|prescribes|demands)\b").ok()
});

/// Whether each key is said to be used once.
pub(super) fn say_key_is_used_once(body: &BodyCx<'_>) -> bool {
    says(body, KEY_IS_USED_ONCE.as_ref())
}

/// Whether a document is named that prescribes what the function does.
pub(super) fn cite_specification(body: &BodyCx<'_>) -> bool {
    says(body, SPECIFICATION.as_ref())
}

fn says(body: &BodyCx<'_>, sentence: Option<&Regex>) -> bool {
    let def = body.cx.map.def(body.def);
    let item = &body.cx.program.file(def.file).items[def.item];
    // A sentence goes on over several comments.
    let comments = body.ir.comments.iter().filter(|c| item.span.contains(c.span)).map(|c| c.text.as_str());
    let texts: Vec<&str> = std::iter::once(item.docs.as_str()).chain(comments).collect();
    let text = texts.join(" ").replace('\n', " ").to_lowercase();
    sentence.is_some_and(|sentence| sentence.is_match(&text))
}
