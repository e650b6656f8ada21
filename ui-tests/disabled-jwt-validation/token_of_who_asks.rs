//@ dep: axum = "0.8"
//@ dep: jsonwebtoken = "10"
//@ dep: reqwest = "0.12"
//@ dep: serde = { version = "1", features = ["derive"] }
//! A server that asks others too: the end of a token may be read of anything, a name may not be believed.

use jsonwebtoken::dangerous::insecure_decode;

#[derive(Clone, serde::Deserialize)]
pub struct Claims {
    pub sub: String,
    pub exp: u64,
}

#[derive(Clone, serde::Deserialize)]
pub struct End {
    pub exp: u64,
}

pub fn who(token: &str) -> Option<String> {
    insecure_decode::<Claims>(token).ok().map(|read| read.claims.sub) //~ disabled-jwt-validation
}

pub fn until(token: &str) -> Option<u64> {
    insecure_decode::<End>(token).ok().map(|read| read.claims.exp)
}

pub async fn fetch(http: &reqwest::Client) -> reqwest::Result<String> {
    http.get("https://id.example.org/token").send().await?.text().await
}
