//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! A service that is given its addresses one by one before it is mounted; a secret in a header that a description names.

use poem::error::Error;
use poem::http::StatusCode;
use poem::{Endpoint, Result, Route};
use poem_openapi::param::Header;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService};

pub struct Api {
    secret: String,
}

#[OpenApi(prefix_path = "/keys")]
impl Api {
    #[oai(path = "/", method = "get")]
    async fn list(&self) -> PlainText<String> {
        PlainText(String::new())
    }

    /// Only who knows the secret makes keys.
    #[oai(path = "/", method = "post")]
    async fn make(&self, #[oai(name = "X-SECRET")] secret: Header<String>) -> Result<PlainText<String>> {
        if secret.0 != self.secret {
            return Err(Error::from_status(StatusCode::FORBIDDEN));
        }
        Ok(PlainText(save()))
    }

    /// What a header says otherwise is no secret.
    #[oai(path = "/all", method = "delete")]
    async fn remove(&self, #[oai(name = "X-LANGUAGE")] language: Header<String>) -> Result<PlainText<String>> {
        if language.0 != "en" {
            return Err(Error::from_status(StatusCode::BAD_REQUEST));
        }
        Ok(PlainText(save()))
    }
}

fn save() -> String {
    String::new()
}

fn service(secret: String) -> OpenApiService<impl OpenApi, ()> {
    OpenApiService::new((Api { secret },), "keys", "1")
}

pub fn endpoint(secret: String, addresses: Vec<String>, front: Option<String>) -> impl Endpoint {
    let mut keys = addresses
        .iter()
        .fold(service(secret).server("http://localhost"), |keys, address| keys.server(address));
    if let Some(front) = front {
        keys = keys.server(front);
    }
    Route::new().nest("/docs", keys.swagger_ui()).nest("/api", keys)
}
