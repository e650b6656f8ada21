//! What is stored is replaced when it has changed: nobody learns what the comparison took.

pub struct Metadata {
    pub token: String,
    pub port: u16,
}

pub struct Options {
    pub username: String,
    pub password: String,
}

fn generate_token(username: &str, password: &str) -> String {
    format!("{username}:{password}")
}

pub fn validate(meta: &mut Metadata, options: &Options) {
    let token = generate_token(&options.username, &options.password);
    if meta.token != token {
        meta.token = token;
    }
}

pub fn validate_and_keep(meta: &mut Metadata, access_token: &str) -> bool {
    if meta.token == access_token {
        return false;
    }
    meta.token = access_token.to_owned();
    true
}
