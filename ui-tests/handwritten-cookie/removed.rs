//! The cookie ends at once, or is that of a logout.

pub fn ended() -> &'static str {
    "session=; Path=/; Max-Age=0"
}

pub fn long_ago() -> &'static str {
    "session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
}

pub fn logout(name: &str) -> String {
    format!("{name}=; Path=/; HttpOnly")
}
