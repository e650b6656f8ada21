//@ profile: audit
//! Links that a person is sent, and texts that are no addresses of a secret.

pub fn reset_link(base: &str, token: &str) -> String {
    format!("{base}/password?token={token}")
}

pub fn invitation(base: &str, token: &str) -> String {
    format!("{base}/join?token={token}")
}

pub fn provisioning(label: &str, secret: &str) -> String {
    format!("otpauth://totp/{label}?secret={secret}")
}

pub fn list(base: &str, next: &str) -> String {
    format!("{base}/objects?next_token={next}&limit=100")
}

pub fn usage() -> &'static str {
    "curl https://api.example/v1/items?api_key=YOUR_KEY"
}

pub fn form(user: &str, password: &str) -> String {
    format!("grant_type=password&username={user}&password={password}")
}
