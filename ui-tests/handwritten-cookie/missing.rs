//! What is missing, in a format string, a literal and a name from a constant.

const COOKIE: &str = "auth_token";

pub fn both(token: &str) -> String {
    format!("token={token}; Path=/; Max-Age=3600") //~ handwritten-cookie
}

pub fn named(value: &str) -> String {
    format!("{COOKIE}={value}; Path=/; Secure; SameSite=Strict") //~ handwritten-cookie
}

pub fn fixed_session() -> &'static str {
    "sid=demo; path=/; httponly" //~ handwritten-cookie
}
