//! Passwords of tests are made up.

pub fn address(host: &str) -> String {
    format!("https://{host}/login")
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_in() {
        let (user, password) = ("ada", "orchid");
        assert!(!format!("https://example.com/login?user={user}&password={password}").is_empty());
    }
}
