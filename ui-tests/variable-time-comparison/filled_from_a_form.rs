//@ dep: actix-web = "4"
//@ dep: actix-multipart = "0.7"
//@ dep: futures-util = "0.3"
//! What a client sends comes in pieces, which are put together in a variable that begins empty.

use actix_multipart::Multipart;
use actix_web::{Error, HttpResponse};
use futures_util::TryStreamExt;

pub struct Settings {
    pub admin_password: String,
}

pub static SETTINGS: std::sync::LazyLock<Settings> =
    std::sync::LazyLock::new(|| Settings { admin_password: std::env::var("ADMIN_PASSWORD").unwrap_or_default() });

pub async fn open(mut payload: Multipart) -> Result<HttpResponse, Error> {
    let mut password = String::from("");
    while let Some(mut field) = payload.try_next().await? {
        if field.name() == Some("password") {
            while let Some(chunk) = field.try_next().await? {
                password.push_str(std::str::from_utf8(&chunk).unwrap().to_string().as_str());
            }
        }
    }
    if password != *SETTINGS.admin_password { //~ variable-time-comparison
        return Ok(HttpResponse::Found().finish());
    }
    Ok(HttpResponse::Ok().finish())
}

pub async fn password_of(mut payload: Multipart) -> Result<String, Error> {
    let mut password = String::new();
    while let Some(mut field) = payload.try_next().await? {
        while let Some(chunk) = field.try_next().await? {
            password.push_str(&String::from_utf8_lossy(&chunk));
        }
    }
    Ok(password)
}

pub async fn remove(payload: Multipart) -> Result<HttpResponse, Error> {
    let password = password_of(payload).await?;
    if password == SETTINGS.admin_password { //~ variable-time-comparison
        return Ok(HttpResponse::Ok().finish());
    }
    Ok(HttpResponse::Found().finish())
}

/// Both are of the program.
pub fn put_together(parts: &[&str]) -> bool {
    let mut password = String::new();
    for part in ["a", "b"] {
        password.push_str(part);
    }
    password == SETTINGS.admin_password && parts.is_empty()
}
