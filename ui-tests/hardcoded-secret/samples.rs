//@ dep: reqwest = "0.12"
//! What is made up to be shown or to test with, and what only sounds like it.

pub struct Session {
    pub token: String,
    pub signing_key: &'static str,
}

impl Session {
    /// Shown in the documentation of the interface.
    pub fn samples() -> Vec<Session> {
        vec![Session { token: "xyz789abc012".to_owned(), signing_key: "" }]
    }

    pub(crate) fn test() -> Self {
        let signing_key = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIGtlZXAgdGhpcyBvdXQgb2YgdGhlIHByb2dyYW0hISE=
-----END PRIVATE KEY-----";
        Session { token: "b1946ac92492d2347c62".to_owned(), signing_key }
    }

    pub fn initial() -> Self {
        Session { token: "b1946ac92492d2347c62".to_owned(), signing_key: "" } //~ hardcoded-secret
    }
}

pub trait Account {
    fn open(&self) -> Session;
}

pub struct FakeAccount;

impl Account for FakeAccount {
    fn open(&self) -> Session {
        Session { token: "b1946ac92492d2347c62".to_owned(), signing_key: "" }
    }
}

/// It gives nothing: it does what it is for, in the program that ships.
pub async fn test_connection(client: &reqwest::Client) -> Result<(), reqwest::Error> {
    let access_token = "b1946ac92492d2347c62"; //~ hardcoded-secret
    client.get("https://billing.internal.net/").header("x-token", access_token).send().await?;
    Ok(())
}

/// It is a sample of a client, and a true token of a service.
pub fn example_client(client: &reqwest::Client) -> reqwest::RequestBuilder {
    client.get("https://billing.internal.net/").bearer_auth("b1946ac92492d2347c62") //~ hardcoded-secret
}
