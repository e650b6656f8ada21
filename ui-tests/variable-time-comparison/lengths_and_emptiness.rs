//! What is asked of a secret without looking at its content.

pub fn check_token(token: &str, secret: Option<&[u8]>) -> bool {
    token.len() == 32
        && token != ""
        && !token.is_empty()
        && secret.is_some()
        && secret != None
        && secret.map(<[u8]>::len) == Some(64)
        && token.chars().count() == 32
}
