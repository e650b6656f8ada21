//! Names of what is meant for everybody: the way in, answers to other services, what says whether the server lives.

use crate::web::vocabulary::{any, pair, words};

/// Words of routes that are usually meant for everybody.
const PUBLIC: &[&str] = &[
    "login",
    "logon",
    "signin",
    "signup",
    "signout",
    "logout",
    "prelogin",
    "register",
    "registration",
    "oauth",
    "oauth2",
    "oidc",
    "sso",
    "saml",
    "callback",
    "webhook",
    "webhooks",
    "hook",
    "hooks",
    "health",
    "healthz",
    "healthcheck",
    "readyz",
    "livez",
    "alive",
    "ready",
    "ping",
    "version",
    "metrics",
    "forgot",
    "recover",
    "recovery",
    "verify",
    "verified",
    "verification",
    "confirm",
    "confirmation",
    "activate",
    "activation",
    "token",
    "refresh",
    "hint",
    "subscribe",
    "unsubscribe",
    "subscriptions",
    "contact",
    "report",
    "challenge",
    "authenticate",
    "authorize",
    "auth",
    "session",
    "sessions",
    "captcha",
    "mfa",
    "2fa",
    "webauthn",
    "passkey",
    "pow",
    "public",
    "share",
    "shared",
    "access",
    "setup",
    "install",
    "rpc",
    "graphql",
];

/// Those of them that are administered too: who changes or removes one is not on the way in.
const ADMINISTERED: &[&str] = &[
    "oauth",
    "oauth2",
    "oidc",
    "sso",
    "saml",
    "webhook",
    "webhooks",
    "hook",
    "hooks",
    "sessions",
    "subscriptions",
    "captcha",
    "mfa",
    "2fa",
    "webauthn",
    "passkey",
    "share",
    "shared",
    "access",
    "report",
    "registration",
];

/// What is given anew to who has lost it: anything else that is reset is lost.
const LOST: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "passphrase",
    "credential",
    "credentials",
    "account",
    "email",
    "pin",
    "user",
    "users",
];

/// Whether a route of this method is named like something that is meant for everybody.
pub(in crate::web) fn is_public_route(method: &str, handler: &str, path: Option<&str>) -> bool {
    // What the address names is the credential: `/invitations/accept/{token}`.
    let capability = ["{token}", "<token>", ":token", "{code}", "<code>", ":code"];
    if path.is_some_and(|path| capability.iter().any(|part| path.contains(part))) {
        return true;
    }
    match method {
        "PUT" | "PATCH" | "DELETE" => is_named(handler, path, &|name| {
            let kept = words(name).into_iter().filter(|w| !ADMINISTERED.contains(&w.as_str()));
            public_name(&kept.collect::<Vec<_>>().join("_"))
        }),
        _ => is_public(handler, path),
    }
}

/// Whether a handler is named like the way in itself: what it checks is what it is for.
pub(in crate::web) fn is_way_in(handler: &str) -> bool {
    let words = words(handler.rsplit("::").next().unwrap_or(handler));
    // Where another service sends who has signed in there.
    let sent_back =
        any(&words, &["callback"]) && any(&words, &["oauth", "oauth2", "oidc", "openid", "sso", "saml"]);
    any(&words, &["login", "logon", "signin"])
        || pair(&words, "log", &["in"])
        || pair(&words, "sign", &["in"])
        || sent_back
}

/// Whether a handler is named for leaving: it ends what the caller holds, and nobody else's.
pub(in crate::web) fn is_way_out(handler: &str) -> bool {
    let words = words(handler.rsplit("::").next().unwrap_or(handler));
    let out = any(&words, &["logout", "logoff", "signout"])
        || pair(&words, "log", &["out"])
        || pair(&words, "sign", &["out"]);
    out && words.len() <= 2
}

/// Whether a segment of a path is named for those who run the service.
pub(in crate::web) fn is_for_administrators(segment: &str) -> bool {
    matches!(
        segment,
        "admin"
            | "admins"
            | "administration"
            | "superadmin"
            | "backoffice"
            | "back-office"
            | "staff"
            | "operator"
            | "operators"
            | "moderation"
    )
}

/// Whether a function is named for letting somebody in: `login_by_code`, `sign_in`, but not `login_required`.
pub(in crate::web) fn lets_in(name: &str) -> bool {
    let words = words(name.rsplit("::").next().unwrap_or(name));
    let first = words.first().is_some_and(|w| matches!(w.as_str(), "login" | "signin" | "log" | "sign"));
    let asks = ["required", "check", "checked", "needed", "token", "session", "state", "status", "id"];
    first && is_way_in(name) && !any(&words, &asks)
}

/// Whether a handler or the last two segments of a path are named like something that is meant for everybody: the word, or
/// words, of such a thing (`sign_in`, `log_out`, `send-email-login`).
pub(in crate::web) fn is_public(handler: &str, path: Option<&str>) -> bool {
    is_named(handler, path, &public_name)
}

fn is_named(handler: &str, path: Option<&str>, test: &dyn Fn(&str) -> bool) -> bool {
    let segments: Vec<&str> =
        path.unwrap_or("").split('/').filter(|s| !s.is_empty() && !s.starts_with(['{', '<', ':'])).collect();
    let tail = &segments[segments.len().saturating_sub(2)..];
    let mut names = handler.rsplit("::");
    let last = names.next().unwrap_or(handler);
    let module_lets_in = names.next().is_some_and(is_way_in);
    module_lets_in || tail.iter().copied().chain([last]).any(test) || resets_what_is_lost(&segments, last)
}

/// Whether a route is named for giving a new password to who has lost it.
pub(in crate::web) fn is_reset(handler: &str, path: Option<&str>) -> bool {
    let segments: Vec<&str> = path.unwrap_or("").split('/').filter(|s| !s.is_empty()).collect();
    resets_what_is_lost(&segments, handler.rsplit("::").next().unwrap_or(handler))
}

/// Whether a name is that of what a client sends to show that it may: `reset_token`, `code`.
pub(in crate::web) fn is_proof(name: &str) -> bool {
    const PROOF: &[&str] = &["token", "code", "otp", "proof"];
    let words = words(name);
    words.last().is_some_and(|w| PROOF.contains(&w.as_str()))
        && !any(&words, &["status", "country", "zip", "error", "exit", "source", "csrf", "device", "push"])
}

/// `/password/reset`, `reset_password`.
fn resets_what_is_lost(segments: &[&str], handler: &str) -> bool {
    let all: Vec<String> = segments.iter().chain([&handler]).flat_map(|name| words(name)).collect();
    // `/auth/reset/begin`: below what lets people in there is nothing else to reset.
    let below = segments.windows(2).any(|w| w[0] == "auth" && any(&words(w[1]), &["reset"]));
    below || any(&all, &["reset"]) && any(&all, LOST)
}

fn public_name(name: &str) -> bool {
    let words = words(name);
    let sign = ["in", "up", "out", "on"];
    // `version_file` is a file.
    let of_version = words.len() > 1 && words.first().is_some_and(|w| w == "version");
    any(&words, PUBLIC) && !of_version
        || pair(&words, "log", &sign)
        || pair(&words, "sign", &sign)
        || pair(&words, "magic", &["link", "links"])
        || pair(&words, "create", &["user", "account"])
        // Named for the method and the address.
        || pair(&words, "post", &["users", "accounts"])
}
