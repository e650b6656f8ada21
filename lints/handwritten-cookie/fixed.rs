//@ dep: http = "1"
//! Signs a user in.

use http::header::{InvalidHeaderValue, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

/// Gives the browser the session.
pub fn sign_in(headers: &mut HeaderMap, id: &str) -> Result<(), InvalidHeaderValue> {
    let cookie = format!("session={id}; Path=/; HttpOnly; SameSite=Lax; Secure");
    headers.insert(SET_COOKIE, HeaderValue::from_str(&cookie)?);
    Ok(())
}
