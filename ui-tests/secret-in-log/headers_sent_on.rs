//@ dep: awc = "3"
//@ dep: log = "0.4"
//! All headers of a request that is sent on, in the log.

pub async fn forward(client: &awc::Client, request: awc::ClientRequest) {
    let forwarded_request = client.get("https://inner.example.org/").no_decompress();
    log::info!("{:#?}", forwarded_request.headers()); //~ secret-in-log
    if let Ok(response) = request.send().await {
        log::info!("{:#?}", response.headers());
    }
}
