//! Attributes that are added when needed, or put in.

pub fn pushed(session: &str, https: bool) -> String {
    let mut cookie = format!("session={session}; Path=/; HttpOnly");
    if https {
        cookie.push_str("; Secure");
    }
    cookie
}

pub fn put_in(session: &str, secure: bool) -> String {
    let suffix = if secure { "; Secure" } else { "" };
    format!("session={session}; Path=/; HttpOnly; SameSite=Lax{suffix}")
}

pub fn attribute(session: &str, flags: &str) -> String {
    format!("session={session}; Path=/; HttpOnly; {flags}")
}
