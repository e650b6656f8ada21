//@ profile: audit
//@ dep: reqwest = "0.12"
//@ dep: ureq = "2"
//@ dep: url = "2"
//! Secrets by name in methods that build a query.

use url::Url;

pub async fn pairs(client: &reqwest::Client, key: &str) {
    client.get("https://maps.example.com/tile").query(&[("zoom", "3"), ("api_key", key)]).send().await.ok(); //~ secret-in-url
}

pub fn appended(mut address: Url, token: &str) -> Url {
    address.query_pairs_mut().append_pair("access_token", token); //~ secret-in-url
    address
}

pub fn parsed(entered: &str) -> Url {
    Url::parse_with_params("https://intranet.example.com/login", &[("password", entered)]).unwrap() //~ secret-in-url
}

pub fn single(entered: &str) {
    ureq::get("https://api.example.com/check").query("password", entered).call().ok(); //~ secret-in-url
}

pub fn harmless(mut address: Url, lang: &str) -> Url {
    address.query_pairs_mut().append_pair("lang", lang).append_pair("token", "none");
    ureq::get("https://api.example.com/check").query("host", lang).call().ok();
    address
}

pub fn reset_link(mut address: Url, token: &str) -> Url {
    address.query_pairs_mut().append_pair("token", token);
    address
}
