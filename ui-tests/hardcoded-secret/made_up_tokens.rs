//@ dep: reqwest = "0.12"
//! Tokens in the form of a provider's, or given to a service, that nobody was issued.

pub fn default_url() -> String {
    String::from("https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX")
}

pub fn alerts() -> String {
    String::from("https://hooks.slack.com/services/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") //~ hardcoded-secret
}

/// The server is to refuse it.
pub async fn is_strict(client: &reqwest::Client) -> Result<bool, reqwest::Error> {
    let request = client.get("https://billing.internal.net/").bearer_auth("averyinvalidtokenthatnobodyhas");
    Ok(request.send().await?.status() == 401)
}

pub fn signed_in(client: &reqwest::Client) -> reqwest::RequestBuilder {
    client.get("https://billing.internal.net/").bearer_auth("averyvalidtokenthatsomebodyhas") //~ hardcoded-secret
}
