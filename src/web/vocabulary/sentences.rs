//! What answers say to those who are refused.

use crate::web::vocabulary::{any, pair, words};

/// Whether a message says that somebody may not, or is not known.
pub(in crate::web) fn is_refusal_text(text: &str) -> bool {
    const SAID: &[&str] = &["unauthorized", "unauthorised", "unauthenticated", "forbidden"];
    if text.len() > 60 {
        return false;
    }
    let words = words(text);
    any(&words, SAID)
        || pair(&words, "not", &["authorized", "authenticated", "allowed", "permitted", "logged", "signed"])
        || pair(&words, "be", &["authenticated", "logged", "signed"])
        || pair(&words, "authentication", &["required", "failed"])
        || pair(&words, "login", &["required"])
        || pair(&words, "permission", &["denied"])
        || pair(&words, "access", &["denied"])
        || says_wrong(&words)
        || says_to_come_in(&words)
}

/// `sign in first`, `please log in`, `admins only`, `only the owner may do that`.
fn says_to_come_in(words: &[String]) -> bool {
    const FEW: &[&str] = &["admin", "admins", "owner", "owners", "staff", "moderators", "members", "users"];
    let short = words.len() <= 8;
    let come_in =
        pair(words, "sign", &["in"]) || pair(words, "log", &["in"]) || pair(words, "login", &["first"]);
    let last = words.last().is_some_and(|last| last == "only");
    short && (come_in || last && words.len() <= 3 || any(words, &["only"]) && any(words, FEW))
}

/// `invalid session token`, `missing credentials`, `secret does not match`.
fn says_wrong(words: &[String]) -> bool {
    const WRONG: &[&str] = &["invalid", "missing", "wrong", "expired", "incorrect", "bad"];
    const SENT: &[&str] = &["token", "credentials", "secret", "signature"];
    let first = words.first().is_some_and(|w| WRONG.contains(&w.as_str()));
    let last = words.last().is_some_and(|w| SENT.contains(&w.as_str()));
    first && last && words.len() <= 4 || any(words, SENT) && pair(words, "not", &["match"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_refuse() {
        assert!(is_refusal_text("sign in first") && is_refusal_text("admins only"));
        assert!(is_refusal_text("Only the owner may rename it.") && is_refusal_text("You need to log in"));
        assert!(!is_refusal_text("no database") && !is_refusal_text("only one row was expected"));
    }
}
