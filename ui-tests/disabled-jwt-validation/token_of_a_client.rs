//@ dep: jsonwebtoken = "10"
//@ dep: reqwest = "0.12"
//@ dep: serde = { version = "1", features = ["derive"] }
//! A client reads the token that it was given, and serves nobody.

use jsonwebtoken::dangerous::insecure_decode;

#[derive(Clone, serde::Deserialize)]
pub struct Claims {
    pub sub: String,
    pub exp: u64,
}

pub struct Session {
    http: reqwest::Client,
    token: String,
}

impl Session {
    pub fn name(&self) -> Option<String> {
        insecure_decode::<Claims>(&self.token).ok().map(|read| read.claims.sub)
    }

    pub async fn inbox(&self) -> reqwest::Result<String> {
        self.http.get("https://mail.example.org/inbox").bearer_auth(&self.token).send().await?.text().await
    }
}
