//! Names that contain a word for a secret and mean something public.

#[derive(PartialEq)]
pub enum TokenKind {
    Access,
    Refresh,
}

pub struct Credential {
    pub access_key: String,
    pub key_id: String,
    pub token_type: String,
    pub token_kind: TokenKind,
    pub secret_name: String,
    pub password_len: usize,
}

pub fn find(list: &[Credential], id: &str, name: &str) -> bool {
    list.iter().any(|one| {
        one.key_id == id
            || one.access_key == id
            || one.secret_name == name
            || one.token_type == "Bearer"
            || one.token_kind == TokenKind::Refresh
            || one.password_len == 0
    })
}
