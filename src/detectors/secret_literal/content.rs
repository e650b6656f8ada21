//! Whether a text is worth hiding.

use crate::catalog::format::entropy;
use crate::detectors::words::Words;

/// Texts that stand for a secret without being one.
const PLACEHOLDERS: &[&str] = &[
    "password",
    "passwd",
    "pass",
    "pwd",
    "secret",
    "token",
    "changeme",
    "change-me",
    "change_me",
    "example",
    "test",
    "dummy",
    "placeholder",
    "user",
    "username",
    "foo",
    "bar",
    "foobar",
    "abc",
    "xxx",
    "none",
    "null",
    "key",
    "apikey",
    "api_key",
    "admin",
    "root",
    "localhost",
    "your-password",
    "your_password",
    "mypassword",
    "redacted",
    "hidden",
    "string",
    "bearer",
    "basic",
];

/// Words of weak defaults that programs start with when nobody configures them.
const DEFAULT_WORDS: &[&str] =
    &["default", "insecure", "change", "changeme", "dev", "development", "unsafe", "fallback"];

/// Passwords that are tried first: the value of a default that is one of them protects nothing.
pub const KNOWN_PASSWORDS: &[&str] = &[
    "password",
    "passwd",
    "pass",
    "secret",
    "changeme",
    "change-me",
    "change_me",
    "admin",
    "root",
    "test",
    "guest",
    "postgres",
    "mysql",
    "12345",
    "123456",
    "12345678",
    "qwerty",
    "letmein",
    "supersecret",
];

/// Texts that say that there is no value.
const ABSENT: &[&str] = &[
    "none",
    "null",
    "nil",
    "unset",
    "unknown",
    "undefined",
    "missing",
    "redacted",
    "hidden",
    "anonymous",
    "n/a",
    "empty",
    "true",
    "false",
    "not",
    "no",
    "disabled",
    "present",
    "invalid",
    "required",
    "error",
];

/// Words of texts that are made up so that something can be computed or shown.
const MADE_UP: &[&str] = &["dummy", "fake", "placeholder", "sample"];

/// Parts of texts that say that they are no secret, also inside of a word.
const SAY_SO: &[&str] = &["example", "...", "***", "redacted", "invalid"];

/// Whether a text stands for a secret without being one: empty, a template, a well-known placeholder, one letter repeated.
pub fn is_placeholder(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    lower.len() < 3
        || PLACEHOLDERS.contains(&lower.as_str())
        || lower.contains(['{', '}', '<', '>', '$', '%'])
        || lower.chars().all(|c| lower.starts_with(c))
        || lower.starts_with("your")
        || SAY_SO.iter().any(|part| lower.contains(part))
        || Words::of(text).has_any(MADE_UP)
}

/// How sure a text is a secret, given that what it is bound to is named like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// The name of something: a field, header, variable, message.
    Name,
    /// A word that might be a password.
    Word,
    /// A weak default or a random text.
    Secret,
}

/// Judges a text bound to a name with the given words.
pub fn worth(text: &str, bound: &Words) -> Worth {
    let words = Words::of(text);
    if is_placeholder(text)
        || text.chars().any(char::is_whitespace)
        || text.contains("://")
        || text.starts_with(['/', '.', '#', '-'])
        || is_absent(&words)
        || is_alphabet(text)
        || text.ends_with([':', '-', '_', '.'])
        || text.ends_with('=') && !is_padded(text)
    {
        return Worth::Name;
    }
    if is_identifier_like(text, &words, bound) {
        return Worth::Name;
    }
    let default = words.has_any(DEFAULT_WORDS) && text.len() >= 8;
    if default || is_random(text) || is_mixed(text) {
        return Worth::Secret;
    }
    Worth::Word
}

/// Whether no character stands twice in a long text: the characters that something is made of.
fn is_alphabet(text: &str) -> bool {
    let mut seen: Vec<char> = text.chars().collect();
    let len = seen.len();
    seen.sort_unstable();
    seen.dedup();
    len >= 32 && seen.len() == len
}

/// Whether a text is one word that says that there is no value: `anonymous`.
pub fn says_absent(text: &str) -> bool {
    let words = Words::of(text);
    words.count() == 1 && is_absent(&words)
}

/// Whether a text that is hashed like a password belongs to nobody, so that a sign-in takes as long without an account: `no such user`.
pub fn is_of_nobody(text: &str) -> bool {
    let words = Words::of(text);
    is_absent(&words) || words.has("nobody")
}

fn is_absent(words: &Words) -> bool {
    words.has_any(ABSENT) && !words.has_any(DEFAULT_WORDS)
}

/// As [`worth`], for the value that a program takes when nobody gives one: a known password is worth telling there.
pub fn worth_as_default(text: &str, bound: &Words) -> Worth {
    let lower = text.trim().to_lowercase();
    let words = Words::of(text);
    if is_absent(&words) {
        return Worth::Name;
    }
    let itself = words.count() == bound.count() && bound.contains_all(&words);
    if KNOWN_PASSWORDS.contains(&lower.as_str()) && !itself {
        return Worth::Word;
    }
    let found = worth(text, bound);
    // `dev-jwt-secret`: made of the words of the name, and of one that says for what.
    let says_weak = words.has_any(DEFAULT_WORDS) && text.len() >= 8 && !text.contains(['/', '{', '<', '$']);
    if says_weak { found.max(Worth::Secret) } else { found }
}

/// Whether a text is what a program takes as a secret when nobody sets the variable of one, rather than a mark that there is
/// none, the name of a variable, a path or an address.
pub fn is_open_default(text: &str) -> bool {
    let words = Words::of(text);
    let absent = is_absent(&words);
    let upper = text.contains('_') && text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let template = text.contains(['<', '{', '$', '%']);
    !absent && !upper && !template && !text.contains("://") && !text.starts_with(['/', '.'])
}

/// Names of variables, headers, fields and scopes: `API_KEY`, `x-csrf-token`, `auth.token`.
fn is_identifier_like(text: &str, words: &Words, bound: &Words) -> bool {
    let upper = text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let path = text.contains("::") || text.contains('/') && !text.ends_with('=');
    let says_itself =
        words.name_secret() && !words.has_any(DEFAULT_WORDS) && !text.chars().any(|c| c.is_ascii_digit());
    // `LISTEN_KEY_BASE64: &str = "listen_key_base64"`: a part of the name, digits and all.
    let parts = text.contains(['_', '-']);
    let plain = |c: char| c.is_alphabetic() || "_-. ".contains(c) || parts && c.is_ascii_digit();
    let same = text.chars().all(plain) && bound.contains_all(words);
    // `PROXY_PASSWORD: &str = "proxypassword"`, the name of an option.
    let joined = bound.count() > 1 && bound.list().concat() == text;
    (upper && text.contains('_')) || path || says_itself || same || joined
}

/// Base64 up to its padding, in contrast to the `name=` of a query.
fn is_padded(text: &str) -> bool {
    let encoded = text.trim_end_matches('=');
    text.len().is_multiple_of(4) && text.len() >= 16 && text.len() - encoded.len() <= 2 && is_random(encoded)
}

/// Letters and digits mixed, as no word is, with high entropy.
fn is_random(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.len() >= 8 && digits >= 2 && letters >= 2 && entropy(text) >= 2.8 && !looks_like_version(text)
}

/// Small and capital letters with digits, as in a password that somebody made up; names of things seldom mix all three.
fn is_mixed(text: &str) -> bool {
    let has = |f: fn(char) -> bool| text.chars().any(f);
    let plain = text.chars().all(|c| c.is_ascii_graphic());
    let symbols = text.chars().any(|c| c.is_ascii_punctuation());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    plain
        && text.len() >= 8
        && has(char::is_lowercase)
        && has(char::is_uppercase)
        && digits >= 1
        && (symbols || digits >= 2)
        && entropy(text) >= 2.8
}

fn looks_like_version(text: &str) -> bool {
    let hyphenated = text.split(['-', '_', '.', ':']).filter(|p| !p.is_empty());
    let plain = |p: &str| p.chars().all(char::is_alphabetic) || p.chars().all(|c| c.is_ascii_digit());
    let short_tail = |p: &str| p.len() <= 3;
    hyphenated.clone().count() > 1 && hyphenated.clone().all(|p| plain(p) || short_tail(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_placeholders_are_not_worth_hiding() {
        let bound = Words::of("SESSION_TOKEN");
        for text in [
            "API_KEY",
            "x-csrf-token",
            "password",
            "{token}",
            "session_token",
            "https://a.b/c",
            "a b c",
            "****",
            "",
        ] {
            assert_eq!(worth(text, &bound), Worth::Name, "{text}");
        }
    }

    #[test]
    fn random_texts_and_weak_defaults_are() {
        let bound = Words::of("jwt_secret");
        for text in ["s3cr3tK3y99", "insecure-dev-key-change-in-production", "f3a9c1d27b", "hunter2hunter2x9"]
        {
            assert_eq!(worth(text, &bound), Worth::Secret, "{text}");
        }
        assert_eq!(worth("iggy", &Words::of("DEFAULT_PASSWORD")), Worth::Word);
    }
}
