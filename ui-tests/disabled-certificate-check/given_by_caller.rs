//@ dep: reqwest = "0.12"
//! The function hands its parameter on; the call that gives `true` is the place.

use reqwest::Client;

fn client(trust: bool) -> reqwest::Result<Client> {
    Client::builder().danger_accept_invalid_certs(trust).build()
}

pub fn clients() -> reqwest::Result<(Client, Client)> {
    let careful = client(false)?;
    let careless = client(true)?; //~ disabled-certificate-check
    Ok((careful, careless))
}
