//! Addresses with a password in them: URLs (RFC 3986, section 3.2.1) and connection strings of databases, which are pairs of words.

use crate::detectors::secret_literal::content;
use crate::detectors::secret_literal::form::Form;
use crate::finding::{Confidence, Severity};

/// What a password is called in a connection string (libpq, ADO.NET, ODBC).
const PASSWORDS: &[&str] = &["password", "pwd"];
/// What its user is called.
const USERS: &[&str] = &["user", "username", "uid", "user id"];
/// What the machine is called.
const HOSTS: &[&str] = &["host", "hostaddr", "server", "addr", "address", "data source"];
/// Parts of a text that is no address yet.
const TEMPLATE: &[char] = &['{', '}', '<', '>', '$', '%', '*', '['];

/// Who logs in where, with what.
struct Login<'t> {
    user: &'t str,
    password: &'t str,
    host: &'t str,
}

/// `scheme://user:password@host`, `host=h user=u password=p`, `Server=h;Uid=u;Pwd=p;`. Hosts that only the developer reaches make
/// it less sure, unless it is what a program takes when nothing is configured.
pub(super) fn judge(text: &str, default: bool) -> Option<Form> {
    let (kind, login) =
        in_url(text).map(|l| ("URL", l)).or_else(|| in_pairs(text).map(|l| ("connection string", l)))?;
    let (severity, confidence) = weigh(&login, default)?;
    let whose = if login.user.is_empty() {
        "a password".to_owned()
    } else {
        format!("the password of `{}`", login.user)
    };
    Some(Form {
        message: format!("a {kind} with {whose} is written in the source code"),
        severity,
        confidence,
    })
}

fn in_url(text: &str) -> Option<Login<'_>> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '+').next().unwrap_or_default();
    let authority = rest.split(['/', '?', '#', ' ', '"', '\'', '\n']).next().unwrap_or_default();
    let (login, host) = authority.rsplit_once('@')?;
    let (user, password) = login.split_once(':')?;
    (scheme.len() >= 2).then_some(Login { user, password, host })
}

fn in_pairs(text: &str) -> Option<Login<'_>> {
    let separator = if text.contains(';') { ';' } else { ' ' };
    let pairs = text.split(separator).filter(|p| !p.trim().is_empty());
    let pairs: Vec<(&str, &str)> = pairs.map(|p| p.split_once('=')).collect::<Option<_>>()?;
    let value = |names: &[&str]| {
        let called = |key: &str| names.iter().any(|name| key.trim().eq_ignore_ascii_case(name));
        pairs.iter().find(|(key, _)| called(key)).map(|(_, value)| value.trim().trim_matches('\''))
    };
    Some(Login { user: value(USERS).unwrap_or_default(), password: value(PASSWORDS)?, host: value(HOSTS)? })
}

/// How bad and how sure it is, if it is more than an example.
fn weigh(login: &Login<'_>, default: bool) -> Option<(Severity, Confidence)> {
    let Login { user, password, host } = *login;
    let templated = [user, password, host].iter().any(|part| part.contains(TEMPLATE));
    if password.is_empty() || host.is_empty() || templated || password.eq_ignore_ascii_case("xxx") {
        return None;
    }
    let host = host.strip_prefix("tcp:").unwrap_or(host);
    let host_name = host.split([':', ',']).next().unwrap_or_default();
    let local =
        matches!(host_name, "localhost" | "127.0.0.1" | "0.0.0.0" | "db" | "host" | "hostname" | "server")
            || !host_name.contains('.');
    let weak = content::is_placeholder(password) || password == user;
    let sample = host.contains("example") && (weak || !password.chars().any(|c| c.is_ascii_digit()));
    if sample || weak && !local {
        return None;
    }
    let confidence = if local && weak && !default { Confidence::Low } else { Confidence::Medium };
    let severity = match (local, default) {
        (false, _) => Severity::High,
        (true, true) => Severity::Medium,
        (true, false) => Severity::Low,
    };
    Some((severity, confidence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_with_credentials() {
        assert!(judge("postgres://app:t0psecret@db.internal.net/prod", false).is_some());
        assert!(judge("redis://:t0psecret@cache.internal.net:6379", false).is_some());
        for text in
            ["https://host/a@b:c", "redis://{}:{}@{}", "https://user@host", "ssh://git@h.x:22/a", "//a:b@c"]
        {
            assert!(judge(text, true).is_none(), "{text}");
        }
        let local = "postgres://user:password@localhost/x";
        assert_eq!(judge(local, false).unwrap().confidence, Confidence::Low);
        assert_eq!(judge(local, true).unwrap().confidence, Confidence::Medium);
    }

    #[test]
    fn connection_strings_with_credentials() {
        for text in [
            "host=pg.corp.net user=app password=t0psecret sslmode=require",
            "Server=tcp:sql.corp.net,1433;User ID=app;Password=T0p;Encrypt=true;",
        ] {
            assert!(judge(text, false).is_some_and(|f| f.confidence == Confidence::Medium), "{text}");
        }
        for text in [
            "host=pg.corp.net user=app",
            "host=pg.corp.net password={}",
            "host=pg.corp.net password=$PGPASSWORD",
            "set host=pg.corp.net password=x1y2z3",
            "user=a&password=x1y2z3&host=b",
            "host=pg.corp.net user=app password=password",
        ] {
            assert!(judge(text, false).is_none(), "{text}");
        }
        let server = judge("Server=tcp:sql.corp.net,1433;User ID=app;Password=T0p;", false).unwrap();
        assert_eq!(server.severity, Severity::High);
        let local = judge("host=localhost user=postgres password=postgres", false).unwrap();
        assert_eq!(local.confidence, Confidence::Low);
    }
}
