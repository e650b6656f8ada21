//@ dep: reqwest = "0.12"
//! Asks a service for the weather.

/// The forecast for a town.
pub async fn forecast(town: &str, api_key: &str) -> reqwest::Result<String> {
    let url = format!("https://weather.example/v1/forecast?q={town}");
    reqwest::Client::new().get(url).bearer_auth(api_key).send().await?.text().await
}
