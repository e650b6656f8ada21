//@ dep: awc = "3"
//@ dep: http = "1"
//@ dep: oauth2 = "5"
//@ dep: reqwest = { version = "0.12", features = ["json"] }
//@ dep: serde_json = "1"
//@ dep: surf = "2"
//@ dep: ureq = "2"
//! What is sent is a secret by its name, to an address without encryption.

use std::collections::HashMap;

use serde_json::json;

#[derive(serde::Serialize)]
pub struct Login {
    pub user: String,
    pub password: String,
}

pub async fn record(client: &reqwest::Client, login: Login) {
    client.post("http://login.example.org/v1").json(&login).send().await.ok(); //~ cleartext-transport
}

pub async fn object(client: &reqwest::Client, password: &str) {
    let body = json!({ "user": "shop", "password": password });
    client.put("http://login.example.org/v1").json(&body).send().await.ok(); //~ cleartext-transport
}

pub async fn form(client: &reqwest::Client, entered: &str) {
    let mut fields = HashMap::new();
    fields.insert("user", "shop");
    fields.insert("password", entered);
    client.post("http://login.example.org/v1").form(&fields).send().await.ok(); //~ cleartext-transport
}

pub fn pairs(user: &str, password: &str) {
    ureq::post("http://login.example.org/").send_form(&[("user", user), ("password", password)]).ok(); //~ cleartext-transport
}

pub fn header(token: &str) {
    let agent = ureq::AgentBuilder::new().build();
    agent.get("http://files.example.org/list").set("Authorization", &format!("Bearer {token}")).call().ok(); //~ cleartext-transport
}

pub async fn text(password: &str) {
    surf::post("http://login.example.org/").body_string(password.to_string()).await.ok(); //~ cleartext-transport
}

pub async fn account(user: &str, password: &str) {
    let client = awc::Client::default();
    client.get("http://intranet.example.org/").basic_auth(user, password).send().await.ok(); //~ cleartext-transport
}

pub fn request(token: &str) -> http::Request<()> {
    let request = http::Request::builder().uri("http://queue.example.org/jobs");
    request.header(http::header::AUTHORIZATION, format!("Bearer {token}")).body(()).unwrap() //~ cleartext-transport
}

pub fn tokens() -> oauth2::TokenUrl {
    oauth2::TokenUrl::new("http://id.example.org/token".to_string()).unwrap() //~ cleartext-transport
}

pub async fn harmless(client: &reqwest::Client, city: &str, password: &str, login: Login) {
    client.put("http://weather.example.org/v1").json(&json!({ "city": city })).send().await.ok();
    client.post("https://login.example.org/v1").json(&login).send().await.ok();
    client.post("http://127.0.0.1:8080/v1").json(&json!({ "password": password })).send().await.ok();
    ureq::get("http://files.example.org/list").set("Accept", "text/plain").call().ok();
    surf::post("https://login.example.org/").body_string(password.to_string()).await.ok();
    oauth2::TokenUrl::new("http://localhost:9000/token".to_string()).ok();
}
