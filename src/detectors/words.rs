//! Words in names. A name alone proves nothing; it is one witness among two.
//!
//! `apiKeyId`, `API_KEY_ID` and `api_key_id` all have the words `api`, `key`, `id`.

use std::collections::BTreeSet;

/// The words of one or more names, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    set: BTreeSet<String>,
    /// The words of the last name in order.
    list: Vec<String>,
}

/// Words of what a person types to sign in.
const PASSWORD: &[&str] = &["password", "passwd", "passphrase", "passcode", "pwd"];

/// Words that alone make a name the name of a secret.
const SECRET: &[&str] = &[
    "secret",
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "token",
    "hmac",
    "mac",
    "signature",
    "sig",
    "csrf",
    "xsrf",
    "otp",
    "totp",
    "pin",
    "apikey",
    "credential",
    "credentials",
    "privkey",
    "authtoken",
    "pwd",
    "secretkey",
    "pepper",
    "jwt",
    "bearer",
    "seed",
    "mnemonic",
];

/// Those of [`SECRET`] that are computed, not chosen.
const TAGS: &[&str] = &["hmac", "mac", "signature", "sig", "seed", "pin", "otp", "totp", "bearer", "jwt"];

/// Pairs of words in sequence that make one.
const SECRET_PAIRS: &[(&str, &str)] = &[
    ("api", "key"),
    ("private", "key"),
    ("secret", "key"),
    ("signing", "key"),
    ("encryption", "key"),
    ("master", "key"),
    ("access", "token"),
    ("auth", "key"),
    ("hmac", "key"),
    ("session", "key"),
    ("cookie", "key"),
    ("recovery", "code"),
    ("recover", "code"),
    ("backup", "code"),
    ("verification", "code"),
    ("reset", "code"),
    ("invite", "code"),
    ("auth", "code"),
    ("shared", "key"),
    ("admin", "key"),
    ("encoded", "key"),
    ("password", "hash"),
    ("hashed", "password"),
    ("token", "hash"),
    ("key", "hash"),
    ("auth", "tag"),
    ("totp", "code"),
    ("otp", "code"),
    ("mfa", "code"),
    ("login", "code"),
    ("sms", "code"),
    ("pin", "code"),
    ("db", "pass"),
    ("database", "pass"),
    ("mongo", "pass"),
    ("mysql", "pass"),
    ("postgres", "pass"),
    ("pg", "pass"),
    ("redis", "pass"),
    ("smtp", "pass"),
    ("imap", "pass"),
    ("mail", "pass"),
    ("ftp", "pass"),
    ("sftp", "pass"),
    ("ssh", "pass"),
    ("admin", "pass"),
    ("root", "pass"),
    ("user", "pass"),
    ("login", "pass"),
    ("auth", "pass"),
    ("mqtt", "pass"),
    ("proxy", "pass"),
    ("ldap", "pass"),
    ("wifi", "pass"),
];

/// Words before `token` that say that it names a version, a place, an owner or a currency, and opens nothing.
const NAMING_TOKENS: &[&str] = &[
    "lock",
    "sync",
    "state",
    "page",
    "paging",
    "pagination",
    "next",
    "continuation",
    "cursor",
    "cancel",
    "cancellation",
    "fencing",
    "lease",
    "delta",
    "resume",
    "instance",
    "skip",
    "challenge",
    "fee",
    "sell",
    "buy",
    "native",
    "gas",
];

/// Words that, anywhere in a name, say that it is about a secret but not one.
const ABOUT: &[&str] = &[
    "uid",
    "uuid",
    "guid",
    "id",
    "ids",
    "len",
    "length",
    "size",
    "type",
    "types",
    "kind",
    "name",
    "names",
    "count",
    "field",
    "header",
    "path",
    "file",
    "env",
    "var",
    "url",
    "uri",
    "regex",
    "prefix",
    "suffix",
    "public",
    "pub",
    "label",
    "hint",
    "error",
    "err",
    "expiry",
    "expires",
    "expiration",
    "exp",
    "ttl",
    "index",
    "idx",
    "max",
    "min",
    "num",
    "number",
    "policy",
    "scheme",
    "alg",
    "algorithm",
    "algo",
    "version",
    "format",
    "mode",
    "status",
    "state",
    "enabled",
    "is",
    "has",
    "redacted",
    "masked",
    "placeholder",
    "parameter",
    "param",
    "attr",
    "attribute",
    "endpoint",
    "issuer",
    "audience",
    "mechanism",
    "provider",
    "source",
    "pos",
    "position",
    "offset",
    "range",
    "span",
    "tree",
    "stream",
    "symbol",
    "budget",
    "limit",
    "usage",
    "total",
    "prompt",
    "address",
    "addr",
    "row",
    "column",
    "list",
    "map",
    "iter",
    "next",
    "prev",
    "lexer",
    "parser",
    "builder",
    "info",
    "metadata",
    "settings",
    "config",
    "options",
    "input",
    "buf",
    "buffer",
    "sep",
    "separator",
    "delimiter",
    "message",
    "msg",
    "title",
    "description",
    "arn",
    "model",
    "table",
    "set",
    "store",
    "manager",
    "date",
    "time",
    "timestamp",
    "cert",
    "certificate",
    "issued",
    "revoked",
    "rotation",
    "bits",
    "width",
    "level",
    "capacity",
];

/// Words after the head of a name that do not change what it is: `password_text`, `JWT_SECRET_DEV`.
const QUALIFIERS: &[&str] = &[
    "default",
    "fallback",
    "dev",
    "development",
    "prod",
    "production",
    "staging",
    "local",
    "test",
    "testing",
    "demo",
    "value",
    "str",
    "string",
    "bytes",
    "raw",
    "plain",
    "plaintext",
    "clear",
    "cleartext",
    "text",
    "b64",
    "base64",
    "hex",
    "pem",
    "der",
    "jwk",
    "data",
    "material",
    "old",
    "new",
    "current",
    "confirm",
    "confirmation",
    "confirmed",
    "again",
    "repeat",
    "repeated",
    "primary",
    "secondary",
    "opt",
    "option",
    "owned",
    "inner",
    "enc",
    "encoded",
    "encrypted",
    "hash",
    "hashed",
    "digest",
    "json",
    "env",
    "cli",
    "ext",
    "result",
    "computed",
    "output",
];

impl Words {
    /// The words of a name or path.
    pub fn of(name: &str) -> Words {
        let mut list = Vec::new();
        let mut word = String::new();
        let mut last_lower = false;
        for c in name.chars() {
            let boundary = !c.is_alphanumeric() || (c.is_uppercase() && last_lower);
            if boundary && !word.is_empty() {
                list.push(std::mem::take(&mut word));
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            last_lower = c.is_lowercase() || c.is_ascii_digit();
        }
        if !word.is_empty() {
            list.push(word);
        }
        Words { set: list.iter().cloned().collect(), list }
    }

    /// Adds the words of other names.
    pub fn extend(&mut self, other: Words) {
        self.set.extend(other.set);
        self.list.extend(other.list);
    }

    /// Whether the head of the name is one of these words or the end of one of these pairs: in `token_bound_cidrs` the head is
    /// `cidrs`, in `user_password_text` it is `password` with a qualifier.
    pub fn head_is(&self, words: &[&str], pairs: &[(&str, &str)]) -> bool {
        let number = |w: &str| w.chars().all(|c| c.is_ascii_digit()) || w.len() == 2 && w.starts_with('v');
        let qualifies = |w: &String| QUALIFIERS.contains(&w.as_str()) || number(w);
        let head = self.list.iter().rposition(|w| !qualifies(w)).unwrap_or(0);
        let from_head = self.list.get(head..).unwrap_or_default();
        let around = self.list.get(head.saturating_sub(1)..).unwrap_or_default();
        from_head.iter().any(|w| words.contains(&w.as_str()))
            || around.windows(2).any(|w| pairs.contains(&(w[0].as_str(), w[1].as_str())))
    }

    /// Whether the first word of the last name is one of a list separated by spaces.
    pub fn starts_with(&self, list: &str) -> bool {
        self.list.first().is_some_and(|first| list.split(' ').any(|word| word == first))
    }

    /// Without these words.
    pub fn without(mut self, words: &[&str]) -> Words {
        self.list.retain(|w| !words.contains(&w.as_str()));
        self.set.retain(|w| !words.contains(&w.as_str()));
        self
    }

    /// The words in order.
    pub fn list(&self) -> &[String] {
        &self.list
    }

    /// How many different words there are.
    pub fn count(&self) -> usize {
        self.set.len()
    }

    /// Whether a word is among them.
    pub fn has(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// Whether any of the words is among them.
    pub fn has_any<W: AsRef<str>>(&self, words: &[W]) -> bool {
        words.iter().any(|w| self.has(w.as_ref()))
    }

    /// Whether all words of `other` are among them.
    pub fn contains_all(&self, other: &Words) -> bool {
        other.set.is_subset(&self.set)
    }

    /// Whether the words `a`, `b` follow each other.
    pub fn has_pair(&self, a: &str, b: &str) -> bool {
        self.list.windows(2).any(|w| w[0] == a && w[1] == b)
    }

    /// Whether the name says that the value is a secret: `reset_token`, `apiKey`; not `token_type`, `key_id`.
    pub fn name_secret(&self) -> bool {
        let plural_or_word = |w: &str| SECRET.contains(&w);
        let named = self.list.iter().any(|w| plural_or_word(w))
            || SECRET_PAIRS.iter().any(|(a, b)| self.has_pair(a, b));
        let naming =
            || self.list.windows(2).any(|w| w[1] == "token" && NAMING_TOKENS.contains(&w[0].as_str()));
        // Everybody may know the key by which a host is recognised.
        let of_host = self.has_pair("host", "key");
        named && !self.has_any(ABOUT) && !naming() && !of_host
    }

    /// [`Words::name_secret`], and the secret is the head of the name: `expected_token` and `secret_access_key`, not `token_org`.
    pub fn head_secret(&self) -> bool {
        let secret_key = || self.has("secret") && self.head_is(&["key"], &[]);
        self.name_secret() && (self.head_is(SECRET, SECRET_PAIRS) || secret_key())
    }

    /// Whether the name says that the value is about something, not the thing itself: `token_type`, `key_id`.
    pub fn name_metadata(&self) -> bool {
        self.has_any(ABOUT)
    }

    /// Whether the name says that the value is a credential, which somebody could have written into the source; tags and
    /// signatures are secrets to compare but not to write down.
    pub fn name_credential(&self) -> bool {
        let only_tags =
            !self.list.iter().any(|w| SECRET.contains(&w.as_str()) && !TAGS.contains(&w.as_str()));
        let paired = SECRET_PAIRS.iter().any(|(a, b)| self.has_pair(a, b) && *b != "hash" && *b != "tag");
        self.head_secret() && (!only_tags || paired)
    }

    /// Whether a word is that of a password.
    pub fn name_password(&self) -> bool {
        self.has_any(PASSWORD)
    }

    /// Whether the head of the name is that of a password: `old_password`, not `password_count`.
    pub fn head_password(&self) -> bool {
        self.head_is(PASSWORD, &[])
    }

    /// Whether a word is that of a check of identity: `verify_token`, `login`.
    pub fn name_verification(&self) -> bool {
        self.has_any(&[
            "verify",
            "check",
            "validate",
            "authenticate",
            "authorize",
            "login",
            "auth",
            "valid",
            "verified",
            "guard",
            "webhook",
            "signature",
            "matches",
            "unlock",
            "authorized",
            "authenticated",
            "verification",
            "validator",
            "middleware",
            "admin",
            "session",
            "request",
            "csrf",
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn the_head_of_a_name_says_what_it_is() {
        for name in ["user_password", "PASSWORD_DEFAULT", "passwordHash", "api_key_v2", "token"] {
            assert!(Words::of(name).head_is(&["password", "token"], &[("api", "key")]), "{name}");
        }
        for name in ["token_bound_cidrs", "password_policies", "api_key_fields", "token_contract", ""] {
            assert!(!Words::of(name).head_is(&["password", "token"], &[("api", "key")]), "{name}");
        }
        assert!(Words::of("secret_access_key").head_secret() && !Words::of("secret_access_id").head_secret());
        assert!(!Words::of("secret_key").head_is(&["seed"], &[]));
    }

    #[test]
    fn words_of_all_spellings() {
        for name in ["apiKeyId", "API_KEY_ID", "api_key_id", "api::key::Id"] {
            let words = Words::of(name);
            assert!(words.has("api") && words.has("key") && words.has("id"), "{name}: {words:?}");
        }
    }

    #[test]
    fn names_about_secrets_are_not_names_of_secrets() {
        for name in
            ["token", "resetToken", "API_KEY", "expected_signature", "password_hash", "hashed_password"]
        {
            assert!(Words::of(name).name_secret(), "{name}");
        }
        for name in [
            "token_type",
            "key",
            "key_id",
            "password_len",
            "secret_name",
            "next_token",
            "TokenKind",
            "access_key",
        ] {
            assert!(!Words::of(name).name_secret(), "{name}");
        }
    }
}
