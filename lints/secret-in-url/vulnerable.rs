//@ dep: reqwest = "0.12"
//! Asks a service for the weather.

/// The forecast for a town.
pub async fn forecast(town: &str, api_key: &str) -> reqwest::Result<String> {
    let url = format!("https://weather.example/v1/forecast?q={town}&api_key={api_key}"); //~ secret-in-url
    reqwest::get(url).await?.text().await
}
