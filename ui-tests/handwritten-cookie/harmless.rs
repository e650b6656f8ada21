//! Cookies of no worth, and one that scripts have to read.

pub fn theme(dark: bool) -> String {
    format!("theme={}; Path=/; Max-Age=31536000", if dark { "dark" } else { "light" })
}

pub fn csrf(token: &str) -> String {
    format!("csrf={token}; Path=/; Secure; SameSite=Strict")
}
