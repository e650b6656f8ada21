//! Names of accounts, of whose name something is done in, and of how one gets an account.

use crate::web::vocabulary::{any, pair, words};

/// Whether a field is named for the account in whose name something is done: `author_id`, `from_id`.
pub(in crate::web) fn is_doer(name: &str) -> bool {
    const DOER: &[&str] = &[
        "author", "owner", "creator", "sender", "from", "customer", "account", "member", "profile", "buyer",
        "reviewer",
    ];
    let words = words(name);
    words.last().is_some_and(|w| matches!(w.as_str(), "id" | "uuid")) && any(&words, DOER)
}

/// Whether a type is named for what belongs to one request, or to who sent it.
pub(in crate::web) fn is_of_request(name: &str) -> bool {
    const OF_REQUEST: &[&str] =
        &["request", "req", "context", "ctx", "session", "connection", "conn", "client", "call", "env"];
    super::is_identity(name) || any(&words(name), OF_REQUEST)
}

/// Whether a name is that of all accounts: `users`, `has_active_users`, `count_admins`.
pub(in crate::web) fn is_accounts(name: &str) -> bool {
    any(&words(name), &["users", "accounts", "admins", "administrators", "owners", "members"])
}

/// Whether a name asks for any of many: `is_empty`, `has_active_users`, `count`.
pub(in crate::web) fn asks_for_any(name: &str) -> bool {
    any(&words(name), &["empty", "has", "have", "any", "exist", "exists", "count", "len", "number"])
}

/// Whether a call by this name makes a credential, or sends one to somebody: what it is given proves nothing.
pub(in crate::web) fn is_issuing(name: &str) -> bool {
    const ISSUING: &[&str] =
        &["mint", "issue", "encode", "sign", "generate", "send", "mail", "email", "notify"];
    words(name).first().is_some_and(|w| ISSUING.contains(&w.as_str()))
}

/// Whether a method by this name says who somebody is: `user_id`, `username`.
pub(in crate::web) fn names_somebody(name: &str) -> bool {
    const NAME: &[&str] =
        &["id", "uid", "name", "username", "login", "email", "user", "account", "subject", "sub"];
    words(name).last().is_some_and(|w| NAME.contains(&w.as_str()))
}

/// Whether a field and a type are named with a word in common: `device_id`, `DeviceIdentity`.
pub(in crate::web) fn shares_word(field: &str, ty: &str) -> bool {
    const NOTHING: &[&str] = &["id", "uuid", "auth", "current", "extension", "session", "user"];
    let ty = words(ty);
    words(field).iter().any(|w| w.len() > 3 && !NOTHING.contains(&w.as_str()) && ty.contains(w))
}

/// Whether a name is that of an answer to somebody who is known and may not: `FORBIDDEN`, `permission_denied`.
pub(in crate::web) fn is_forbidding(name: &str) -> bool {
    let words = words(name);
    any(&words, &["forbidden", "forbid"])
        || pair(&words, "permission", &["denied"])
        || pair(&words, "not", &["allowed", "permitted"])
}

/// Whether a name is that of an answer to strangers.
pub(in crate::web) fn is_stranger(name: &str) -> bool {
    any(&words(name), &["unauthorized", "unauthorised", "unauthenticated"])
}

/// Whether a question by this name says by a yes that somebody may: `can_edit`, `has_permission`, `is_allowed`.
pub(in crate::web) fn says_that_one_may(name: &str) -> bool {
    const NOT: &[&str] = &["not", "cannot", "denied", "blocked", "banned", "restricted", "revoked", "only"];
    const MAY: &[&str] = &["permission", "permissions", "allowed", "permitted", "authorized", "access"];
    let words = words(name);
    let first = words.first().map_or("", String::as_str);
    let may = matches!(first, "may" | "can") && words.len() > 1;
    !any(&words, NOT) && (may || matches!(first, "has" | "is") && any(&words, MAY))
}

/// Whether a name says how somebody stands, which is no role: `blocked`, `email_verified`, `exp`.
pub(in crate::web) fn is_standing(name: &str) -> bool {
    const STANDING: &[&str] = &[
        "active",
        "inactive",
        "banned",
        "blocked",
        "suspended",
        "disabled",
        "enabled",
        "deleted",
        "locked",
        "verified",
        "confirmed",
        "activated",
        "exp",
        "expired",
        "expires",
        "expiry",
        "revoked",
        "origin",
        "csrf",
        "ip",
        "count",
        "limit",
        "len",
        "now",
        "deactivated",
        "approved",
        "state",
        "status",
    ];
    any(&words(name), STANDING)
}

/// Whether a call by this name makes a hash, and does not compare one.
pub(in crate::web) fn is_hashing(name: &str) -> bool {
    let words = words(name);
    any(&words, &["hash", "hashed", "hashing"])
        && !any(&words, &["verify", "check", "compare", "matches", "map"])
}

/// Whether a name is that of a password.
pub(in crate::web) fn is_password(name: &str) -> bool {
    any(&words(name), &["password", "passwd", "pass", "passphrase", "passcode", "pwd", "pin"])
}

/// Whether a name is that of making an account for oneself.
pub(in crate::web) fn is_signup(name: &str) -> bool {
    let words = words(name);
    any(&words, &["register", "registration", "signup", "enroll", "enrol"]) || pair(&words, "sign", &["up"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_something_is_named_by_an_identifier() {
        assert!(is_doer("author_id") && is_doer("from_id") && !is_doer("author") && !is_doer("order_id"));
        assert!(shares_word("device_id", "DeviceIdentity") && !shares_word("user_id", "CurrentUser"));
    }

    #[test]
    fn passwords_are_hashed_and_compared() {
        assert!(is_hashing("hash_password") && !is_hashing("verify_hash") && is_password("new_password"));
        assert!(is_signup("sign_up") && is_signup("/register") && !is_signup("sign_in"));
    }
}
