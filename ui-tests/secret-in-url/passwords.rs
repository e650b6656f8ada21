//@ dep: reqwest = "0.12"
//! What a person knows belongs into no address; keys and tokens are asked for by services, and told to auditors.

pub async fn sign_in(client: &reqwest::Client, name: &str, password: &str) {
    client.get(format!("https://intranet.example.com/login?user={name}&password={password}")).send().await.ok(); //~ secret-in-url
}

pub async fn pay(client: &reqwest::Client, number: &str) {
    client.get("https://pay.example.com/charge").query(&[("card_number", number)]).send().await.ok(); //~ secret-in-url
}

pub async fn tile(client: &reqwest::Client, key: &str) {
    client.get(format!("https://maps.example.com/tile?api_key={key}")).send().await.ok();
}

pub async fn reset(client: &reqwest::Client, password: &str) {
    client.post("https://intranet.example.com/login").body(format!("password={password}")).send().await.ok();
}

pub fn address(user: &str, password: &str) -> String {
    format!("postgres://{user}:{password}@db.example.com/app?sslmode=verify-full")
}
