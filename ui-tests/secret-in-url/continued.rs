//@ dep: reqwest = "0.12"
//@ dep: url = "2"
//! Addresses that are put together from pieces, and queries without an address.

pub fn query_alone(mut address: url::Url, entered: &str) -> url::Url {
    address.set_query(Some(&format!("user=admin&password={entered}"))); //~ secret-in-url
    address
}

pub async fn added(entered: &str) -> Result<reqwest::Response, reqwest::Error> {
    let address = "https://api.example.com/login?password=".to_owned() + entered; //~ secret-in-url
    reqwest::get(address).await
}

pub async fn in_the_middle(base: &str, user: &str, entered: &str) -> Result<reqwest::Response, reqwest::Error> {
    reqwest::get(base.to_owned() + "/login?user=" + user + "&passwd=" + entered + "&v=2").await //~ secret-in-url
}

pub async fn pushed(entered: &str) -> Result<reqwest::Response, reqwest::Error> {
    let mut address = String::from("https://api.example.com/login");
    address.push_str("?password="); //~ secret-in-url
    address.push_str(entered);
    reqwest::get(address).await
}

/// Only taken apart, and a name that is no secret.
pub fn taken_apart(address: &str, page: &str) -> Option<String> {
    let found = address.split("?password=").nth(1)?;
    Some("https://api.example.com/list?page=".to_owned() + page + &found.len().to_string())
}
