//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! A scheme whose checker only reads the form of the token: the token is looked up in the body, or nowhere.

use std::str::FromStr;

use poem::error::Error;
use poem::http::StatusCode;
use poem::{Endpoint, Request, Result, Route};
use poem_openapi::auth::Bearer;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService, SecurityScheme};

pub struct Secret(u128);

impl FromStr for Secret {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        text.parse().map(Secret)
    }
}

#[derive(SecurityScheme)]
#[oai(ty = "bearer", checker = "read_bearer")]
pub struct Token(Secret);

async fn read_bearer(_: &Request, bearer: Bearer) -> Option<Secret> {
    Secret::from_str(&bearer.token).ok()
}

pub struct Accounts {
    secrets: Vec<u128>,
}

impl Accounts {
    async fn authenticate(&self, secret: &Secret) -> Result<usize> {
        let found = self.secrets.iter().position(|known| *known == secret.0);
        found.ok_or_else(|| Error::from_status(StatusCode::UNAUTHORIZED))
    }
}

pub struct Api {
    accounts: Accounts,
}

#[OpenApi(prefix_path = "/books")]
impl Api {
    #[oai(path = "/", method = "post")]
    async fn add(&self, token: Token) -> Result<PlainText<String>> {
        let account = self.accounts.authenticate(&token.0).await?;
        Ok(PlainText(save(account)))
    }

    #[oai(path = "/", method = "put")]
    async fn rename(&self, token: Token) -> Result<PlainText<String>> {
        let account = self.accounts.authenticate(&token.0).await?;
        Ok(PlainText(save(account)))
    }

    #[oai(path = "/", method = "delete")]
    async fn remove(&self, _token: Token) -> Result<PlainText<String>> {
        Ok(PlainText(save(0)))
    }
}

fn save(account: usize) -> String {
    account.to_string()
}

pub fn endpoint(accounts: Accounts) -> impl Endpoint {
    Route::new().nest("/api", OpenApiService::new(Api { accounts }, "books", "1"))
}
