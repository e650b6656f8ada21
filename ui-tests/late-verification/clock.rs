//@ dep: chrono = "0.4"
//! What a verification is given beside the message, such as the time, is no message.

use chrono::{DateTime, Utc};

pub struct Response {
    pub id_token: Option<IdToken>,
}

pub struct IdToken {
    pub payload: String,
    pub signature: Vec<u8>,
}

pub struct Keys(Vec<u8>);

fn verify_id_token(token: &IdToken, keys: &Keys, now: DateTime<Utc>) -> Result<String, String> {
    if keys.0.len() == token.signature.len() && now.timestamp() > 0 { Ok(token.payload.clone()) } else { Err("forged".to_owned()) }
}

async fn request_token(endpoint: &str, now: DateTime<Utc>) -> Result<Response, String> {
    Err(format!("{endpoint} at {now}"))
}

pub async fn refresh(endpoint: &str, keys: &Keys, now: DateTime<Utc>) -> Result<Option<String>, String> {
    let response = request_token(endpoint, now).await?;
    let payload = if let Some((keys, id_token)) = Some(keys).zip(response.id_token.as_ref()) {
        Some(verify_id_token(id_token, keys, now)?)
    } else {
        None
    };
    Ok(payload)
}
