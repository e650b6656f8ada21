//! Words that say what a name is about. A name alone proves nothing: these words only say where a credential is read, where
//! a refusal is produced, and which routes are usually meant for everybody.

mod people;
mod public;
mod sentences;
mod tokens;

pub(super) use people::{
    asks_for_any, is_accounts, is_doer, is_forbidding, is_hashing, is_issuing, is_of_request, is_password,
    is_signup, is_standing, is_stranger, names_somebody, says_that_one_may, shares_word,
};
pub(super) use public::{
    is_for_administrators, is_proof, is_public, is_public_route, is_reset, is_way_in, is_way_out, lets_in,
};
pub(super) use sentences::is_refusal_text;

/// The words of a name in lower case: split at `_`, `-`, `:`, `/` and where a capital begins a word.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut previous_lower = false;
    let mut open = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            open = false;
            previous_lower = false;
            continue;
        }
        let begins = !open || (c.is_uppercase() && previous_lower);
        if begins {
            out.push(String::new());
        }
        if let Some(last) = out.last_mut() {
            last.extend(c.to_lowercase());
        }
        open = true;
        previous_lower = c.is_lowercase() || c.is_numeric();
    }
    out
}

pub(super) fn any(words: &[String], list: &[&str]) -> bool {
    words.iter().any(|w| list.contains(&w.as_str()))
}

fn pair(words: &[String], first: &str, second: &[&str]) -> bool {
    words.windows(2).any(|w| w[0] == first && second.contains(&w[1].as_str()))
}

const CREDENTIAL: &[&str] = &[
    "token",
    "tokens",
    "session",
    "sessions",
    "jwt",
    "bearer",
    "cookie",
    "cookies",
    "authorization",
    "authenticate",
    "authenticated",
    "authentication",
    "authorize",
    "authorized",
    "auth",
    "credential",
    "credentials",
    "apikey",
    "identity",
    "claims",
    "signature",
];

/// Whether a type is named for who asks.
pub(super) fn is_identity(name: &str) -> bool {
    const IDENTITY: &[&str] = &[
        "user",
        "identity",
        "claims",
        "principal",
        "account",
        "actor",
        "caller",
        "auth",
        "session",
        "subject",
        "viewer",
    ];
    any(&words(name), IDENTITY) || is_credential(name)
}

/// Words of tokens that do not identify anybody.
const NO_CREDENTIAL: &[&str] = &["csrf", "xsrf", "cancellation", "next", "idempotency", "captcha", "totp"];

/// Whether a type or function is named for who asks as the application knows them, not for what a client sends.
pub(super) fn is_asker(name: &str) -> bool {
    const ASKER: &[&str] = &["auth", "principal", "identity", "claims", "actor", "caller", "viewer"];
    any(&words(name), ASKER)
}

/// Whether a name of a function, header or constant is about a credential.
pub(super) fn is_credential(name: &str) -> bool {
    let words = words(name);
    // `requires_auth` asks for a setting.
    let of_setting = matches!(words.first().map(String::as_str), Some("requires" | "needs"));
    if of_setting || any(&words, NO_CREDENTIAL) {
        return false;
    }
    let verifies = words.len() > 1 && ["decode", "verify", "validate"].contains(&words[0].as_str());
    if tokens::is_other(&words) {
        return false;
    }
    let encoding = [
        "base64", "hex", "utf8", "url", "json", "form", "input", "email", "config", "password", "passwd",
        "hash", "otp", "code", "captcha",
    ];
    any(&words, CREDENTIAL)
        || pair(&words, "api", &["key"])
        || pair(&words, "admin", &["key"])
        || (verifies && !any(&words, &encoding))
}

/// Whether a name is that of a token that opens something, and not of a device that gets messages.
pub(super) fn is_token(name: &str) -> bool {
    let words = words(name);
    let messages = ["push", "device", "fcm", "apns", "registration", "notification"];
    words.last().is_some_and(|w| w == "token") && is_credential(name) && !any(&words, &messages)
}

/// Whether a field of what a client sent is a credential by its name.
pub(super) fn is_sent_credential(name: &str) -> bool {
    let words = words(name);
    let password = ["password", "passwd"];
    let new = words.first().is_some_and(|w| w == "new");
    is_credential(name)
        || pair(&words, "current", &password)
        || pair(&words, "old", &password)
        || (words.last().is_some_and(|w| w == "secret") && !new)
}

/// Whether a name is that of a cookie, or of what is found by one.
pub(super) fn is_cookie(name: &str) -> bool {
    any(&words(name), &["cookie", "cookies", "jar"])
}

/// Whether a name is that of a header of a request, or of what stands in one.
pub(super) fn is_header(name: &str) -> bool {
    any(&words(name), &["header", "headers", "authorization", "bearer"])
}

/// Whether a name is that of a token against forged requests, or of the website that a request comes from.
pub(super) fn is_forgery_token(name: &str) -> bool {
    any(&words(name), &["csrf", "xsrf", "authenticity", "origin", "origins", "referer"])
}

/// Whether a string literal names a header or cookie that holds a credential.
pub(super) fn is_credential_literal(text: &str) -> bool {
    let word = text.len() <= 40 && !text.contains([' ', '/', '{']);
    word && (is_credential(text) || is_own_header(text))
        || text.trim_end().eq_ignore_ascii_case("bearer")
        || text.trim_end().eq_ignore_ascii_case("basic")
}

/// Whether a text is the name of a header that a program has of its own, for what only those know who may call: `X-Ops-Key`.
fn is_own_header(text: &str) -> bool {
    const SHOWN: &[&str] = &["key", "token", "secret", "password", "signature", "sig", "hmac", "mac", "auth"];
    const OTHER: &[&str] =
        &["cache", "surrogate", "partition", "routing", "dedup", "public", "encryption", "request"];
    let words = words(text);
    let own = words.len() > 1 && words[0] == "x";
    own && words.last().is_some_and(|last| SHOWN.contains(&last.as_str()))
        && !any(&words, NO_CREDENTIAL)
        && !any(&words, OTHER)
}

const REFUSAL: &[&str] = &[
    "unauthorized",
    "unauthorised",
    "unauthenticated",
    "forbidden",
    "denied",
    "privileges",
    "redirect",
    "wwwauthenticate",
];

/// Whether a name is that of a refusal for lack of identity or permission.
pub(super) fn is_refusal(name: &str) -> bool {
    let words = words(name);
    let failure = ["error", "failed", "failure", "required", "missing", "invalid", "rejection"];
    let not = ["authorized", "authenticated", "allowed", "permitted", "admin", "owner", "logged"];
    any(&words, REFUSAL) && !is_about_redirects(&words)
        || pair(&words, "auth", &failure)
        || pair(&words, "authentication", &failure)
        || pair(&words, "authorization", &failure)
        || pair(&words, "not", &not)
        || pair(&words, "permission", &["error", "required"])
        || pair(&words, "login", &["required"])
        || pair(&words, "see", &["other"])
        || pair(&words, "www", &["authenticate"])
        || pair(&words, "or", &["forward"])
        || pair(&words, "no", &["user", "session", "claims", "credentials", "identity"])
            && !any(&words, &["agent"])
}

/// `validate_redirect`, `redirect_uri`: where somebody wants to go, not that they are sent away.
fn is_about_redirects(words: &[String]) -> bool {
    const OF: &[&str] =
        &["uri", "uris", "url", "urls", "path", "allow", "allowed", "host", "target", "policy", "limit"];
    const LOOKS: &[&str] = &["validate", "check", "parse", "is", "normalize"];
    let looks = words.first().is_some_and(|w| LOOKS.contains(&w.as_str()));
    any(words, &["redirect"]) && (looks || pair(words, "redirect", OF))
}

/// Whether a name is that of an answer which gives nothing: `NotFound`, `BAD_REQUEST`.
pub(super) fn is_error_answer(name: &str) -> bool {
    const SECOND: [(&str, &str); 8] = [
        ("not", "found"),
        ("bad", "request"),
        ("not", "implemented"),
        ("method", "not"),
        ("service", "unavailable"),
        ("too", "many"),
        ("unprocessable", "entity"),
        ("internal", "server"),
    ];
    let words = words(name);
    SECOND.iter().any(|(first, second)| pair(&words, first, &[second]))
}

/// Whether a name is that of an answer which says that the server failed or has too much to do, whoever asks:
/// `INTERNAL_SERVER_ERROR`, `TOO_MANY_REQUESTS`.
pub(super) fn is_other_failure(name: &str) -> bool {
    let words = words(name);
    pair(&words, "internal", &["server", "error"])
        || pair(&words, "too", &["many"])
        || pair(&words, "rate", &["limit", "limited"])
}

/// Whether a name is about a role or permission.
pub(super) fn is_role(name: &str) -> bool {
    const ROLE: &[&str] = &[
        "admin",
        "role",
        "roles",
        "permission",
        "permissions",
        "owner",
        "manager",
        "superuser",
        "staff",
        "moderator",
        "privileges",
    ];
    any(&words(name), ROLE)
}

/// Whether a name is about a role, and not that of a part of the program: `session_manager`.
pub(super) fn is_role_of_somebody(name: &str) -> bool {
    let part = words(name).len() > 1 && name.to_lowercase().ends_with("manager");
    is_role(name) && !part
}

/// Whether a name is that of a question whether somebody may: `require_role`, `check_owner`.
pub(super) fn is_asking(name: &str) -> bool {
    const ASKING: &[&str] =
        &["require", "check", "ensure", "assert", "authorize", "verify", "enforce", "must", "validate"];
    words(name).first().is_some_and(|w| ASKING.contains(&w.as_str()))
}

/// Verbs of handlers that read.
const READING: &[&str] = &[
    "get", "list", "find", "search", "query", "count", "fetch", "read", "check", "validate", "preview",
    "lookup", "show", "view",
];

/// Verbs of handlers that change something, or words that say that there is more than one.
pub(super) const WRITING: &[&str] = &[
    "add",
    "create",
    "new",
    "set",
    "put",
    "post",
    "patch",
    "update",
    "upsert",
    "insert",
    "delete",
    "remove",
    "save",
    "store",
    "write",
    "send",
    "upload",
    "import",
    "reset",
    "change",
    "edit",
    "revoke",
    "rotate",
    "generate",
    "issue",
    "apply",
    "run",
    "start",
    "stop",
    "mark",
    "move",
    "copy",
    "rename",
    "approve",
    "accept",
    "reject",
    "confirm",
    "enable",
    "disable",
    "sync",
    "in",
    "out",
    "and",
    "or",
    "submit",
    "publish",
    "invite",
    "subscribe",
    "cancel",
    "close",
    "open",
    "clear",
    "register",
];

/// Whether the name of a handler says that it reads and nothing else: `batch_get_labels`, `license_check`. A method says less: long
/// questions are sent by `POST`.
pub(super) fn only_reads(handler: &str) -> bool {
    let words = words(handler.rsplit("::").next().unwrap_or(handler));
    any(&words, READING) && !any(&words, WRITING)
}

/// Whether a handler is named for a change.
pub(super) fn is_writing(handler: &str) -> bool {
    any(&words(handler.rsplit("::").next().unwrap_or(handler)), WRITING)
}

/// Whether a name is more often that of a look at what was sent than of a question whether somebody may.
pub(super) fn is_validating(name: &str) -> bool {
    words(name).first().is_some_and(|w| w == "validate")
}

/// Whether a name has to do with looking at what was sent before it is worked on.
pub(super) fn is_validation(name: &str) -> bool {
    any(&words(name), &["validate", "validation", "check", "verify", "verification", "guard", "limit"])
}

/// Whether a name says that something else is done too: `check_and_insert`.
pub(super) fn does_more(name: &str) -> bool {
    any(&words(name), &["and", "or", "then"])
}

/// Whether a name is that of a question with the answers yes and no about what somebody may: `may_edit`, `is_owner`.
pub(super) fn is_permission_question(name: &str) -> bool {
    let words = words(name);
    let first = words.first().map_or("", String::as_str);
    let about = [
        "permission",
        "permissions",
        "allowed",
        "owner",
        "admin",
        "role",
        "access",
        "authorized",
        "permitted",
        "privilege",
        "authenticated",
        "member",
    ];
    matches!(first, "may" | "can") && words.len() > 1
        || (matches!(first, "is" | "has" | "check" | "verify" | "authorize") && any(&words, &about))
}

/// Whether a call by this name is about what somebody may.
pub(super) fn is_permission(name: &str) -> bool {
    let about = ["permission", "permissions", "privilege", "privileges", "authorized", "allowed"];
    is_permission_question(name) || any(&words(name), &about)
}

/// Whether a macro by this name writes to a log.
pub(super) fn is_telling(name: &str) -> bool {
    const TELLING: &[&str] = &[
        "trace", "debug", "info", "warn", "error", "log", "event", "println", "eprintln", "print", "eprint",
    ];
    TELLING.contains(&name)
}

/// Whether a name is about configuration.
pub(super) fn is_setting(name: &str) -> bool {
    const SETTING: &[&str] = &[
        "config",
        "configuration",
        "settings",
        "setting",
        "cfg",
        "conf",
        "enabled",
        "disabled",
        "enable",
        "disable",
        "options",
        "opts",
        "required",
        "requires",
        "needs",
        "env",
        "feature",
        "features",
    ];
    // `Method::OPTIONS` is no setting.
    name != "OPTIONS" && any(&words(name), SETTING)
}

/// Whether a name is about the address or method of a request.
pub(super) fn is_address(name: &str) -> bool {
    matches!(
        name,
        "path" | "uri" | "method" | "match_pattern" | "match_name" | "original_uri" | "matched_path"
    )
}

/// Whether a name is that of somebody who is known.
pub(super) fn is_somebody(name: &str) -> bool {
    const IDENTITY: &[&str] = &[
        "user",
        "account",
        "admin",
        "administrator",
        "identity",
        "principal",
        "claims",
        "member",
        "owner",
        "customer",
        "auth",
        "authenticated",
        "authorized",
        "caller",
        "operator",
        "login",
    ];
    any(&words(name), IDENTITY)
}

/// Whether a name says that perhaps nobody is known.
pub(super) fn is_nobody(name: &str) -> bool {
    const NOBODY: &[&str] = &[
        "maybe",
        "opt",
        "option",
        "optional",
        "anonymous",
        "anon",
        "guest",
        "visitor",
        "nobody",
        "logged",
        "authenticated",
        "valid",
        "public",
        "unauthenticated",
        "possible",
        "kind",
        "status",
        "state",
    ];
    any(&words(name), NOBODY)
}

/// Whether a call by this name hands something on with a request, or keeps it.
pub(super) fn is_handing_on(name: &str) -> bool {
    const HANDING: &[&str] = &[
        "insert", "set", "put", "provide", "extend", "replace", "append", "push", "cache", "scope", "with",
        "record", "track", "add", "inject", "attach", "remove", "store", "save", "entry", "send", "data",
    ];
    let words = words(name);
    words.first().is_some_and(|w| HANDING.contains(&w.as_str()))
        || matches!(name, "extensions_mut" | "headers_mut" | "local_cache" | "local_cache_async")
}

/// Whether an operation by this name only reads.
pub(super) fn is_reading(name: &str) -> bool {
    const READING: &[&str] = &[
        "get",
        "list",
        "find",
        "search",
        "fetch",
        "query",
        "read",
        "describe",
        "watch",
        "count",
        "lookup",
        "exists",
        "health",
        "ping",
        "status",
        "stats",
        "show",
        "view",
        "info",
        "has",
        "is",
        "capabilities",
        "resolve",
        "version",
        "metrics",
        "ls",
        "observe",
        "subscribe",
    ];
    let words = words(name.rsplit("::").next().unwrap_or(name));
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["batch" | "root" | "stream" | "server", second, ..] => READING.contains(&second),
        [first, ..] => READING.contains(&first),
        [] => false,
    }
}

/// Whether a call by this name writes.
pub(super) fn is_effect(name: &str) -> bool {
    const EFFECT: &[&str] = &[
        "insert", "update", "delete", "save", "execute", "destroy", "upsert", "persist", "remove", "revoke",
    ];
    words(name).first().is_some_and(|w| EFFECT.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        assert_eq!(words("ErrorUnauthorized"), ["error", "unauthorized"]);
        assert_eq!(words("X-Api-Key"), ["x", "api", "key"]);
        assert_eq!(words("COOKIE_SESSION_ID"), ["cookie", "session", "id"]);
        assert_eq!(words("oauth2Login"), ["oauth2", "login"]);
    }

    #[test]
    fn a_part_of_the_program_is_no_role() {
        assert!(is_role_of_somebody("is_admin") && is_role_of_somebody("manager"));
        assert!(!is_role_of_somebody("jwt_manager") && !is_role_of_somebody("SessionManager"));
    }

    #[test]
    fn a_header_name_is_a_credential_and_a_sentence_is_not() {
        assert!(is_credential_literal("Authorization") && is_credential_literal("x-api-key"));
        assert!(!is_credential_literal("invalid token given") && !is_credential_literal("csrf-token"));
        assert!(is_credential_literal("X-Ops-Key") && !is_credential_literal("x-idempotency-key"));
        assert!(!is_credential_literal("x-cache-key") && !is_credential_literal("sort-key"));
        assert!(!is_credential("decode_base64") && is_credential("decode_login"));
        assert!(
            !is_credential("sell_token") && !is_credential("max_tokens") && is_credential("access_token")
        );
    }

    #[test]
    fn the_authorization_header_is_no_refusal() {
        assert!(!is_refusal("AUTHORIZATION") && is_refusal("UNAUTHORIZED") && is_refusal("NotLoggedIn"));
        assert!(is_refusal("AuthError") && !is_refusal("AuthUser"));
    }

    #[test]
    fn public_routes_are_known_by_the_end_of_their_path() {
        assert!(is_public("accounts::sign_in", Some("/x")));
        assert!(is_public("f", Some("/api/login/{provider}")));
        assert!(
            is_public_route("POST", "f", Some("/api/token"))
                && !is_public_route("DELETE", "f", Some("/api/webhook"))
        );
        assert!(is_public_route("DELETE", "logout", Some("/api/session")));
        assert!(!is_public("set_password", Some("/login/settings/users/{id}/password")));
    }
}
