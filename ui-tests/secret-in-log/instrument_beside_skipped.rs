//@ dep: tracing = "0.1"
//! Who hides one token of a function means to hide the others too.

#[tracing::instrument(skip(graph_token, device_token))]
pub fn apply(
    account: &str,
    graph_token: &str,
    device_token: &str,
    service_token: &str, //~ secret-in-log
) -> usize {
    account.len() + graph_token.len() + device_token.len() + service_token.len()
}

// Nothing says that these open anything.
#[tracing::instrument(skip(store))]
pub fn list(store: &[String], page_token: &str, token: &str) -> usize {
    store.len() + page_token.len() + token.len()
}

// A page is no secret, whatever else is hidden; nor is a key among keys.
#[tracing::instrument(skip(session_token, signing_key))]
pub fn next(session_token: &str, next_page_token: &str, signing_key: &[u8], key: &str) -> usize {
    session_token.len() + next_page_token.len() + signing_key.len() + key.len()
}
