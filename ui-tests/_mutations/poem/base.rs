//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! An API with security schemes: one asked of every method, permissions asked in the body.

use poem::http::StatusCode;
use poem::{Error, IntoEndpoint, Request, Result, Route};
use poem_openapi::auth::ApiKey;
use poem_openapi::param::Path;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService, SecurityScheme};

#[derive(Clone)]
pub struct Operator {
    pub name: String,
    pub rights: Vec<String>,
}

impl Operator {
    fn require(&self, right: &str) -> Result<()> {
        if !self.rights.iter().any(|own| own == right) {
            return Err(Error::from_status(StatusCode::FORBIDDEN));
        }
        Ok(())
    }
}

fn operator_of(key: &str) -> Option<Operator> {
    let line = std::fs::read_to_string(format!("keys/{key}")).ok()?;
    let rights = line.split(',').map(str::to_owned).collect();
    Some(Operator { name: key.to_owned(), rights })
}

async fn operator(_request: &Request, key: ApiKey) -> Option<Operator> {
    operator_of(&key.key)
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Token", key_in = "header", checker = "operator")]
pub struct Token(Operator);

pub struct Machines;

#[OpenApi(prefix_path = "/machines")]
impl Machines {
    #[oai(path = "/", method = "get")]
    async fn list(&self, _token: Token) -> PlainText<String> {
        PlainText("all".to_owned())
    }

    #[oai(path = "/:id", method = "post")]
    async fn start(&self, token: Token, id: Path<u64>) -> Result<PlainText<String>> {
        token.0.require("machines")?;
        let _ = std::fs::write(format!("machines/{}", id.0), "started");
        Ok(PlainText(id.0.to_string()))
    }

    #[oai(path = "/:id", method = "put")]
    async fn configure(&self, token: Token, id: Path<u64>, text: PlainText<String>) -> Result<PlainText<String>> {
        token.0.require("machines")?;
        let _ = std::fs::write(format!("machines/{}", id.0), text.0);
        Ok(PlainText(id.0.to_string()))
    }

    #[oai(path = "/:id", method = "delete")]
    async fn remove(&self, token: Token, id: Path<u64>) -> Result<PlainText<String>> {
        token.0.require("machines")?;
        let _ = std::fs::remove_file(format!("machines/{}", id.0));
        Ok(PlainText(id.0.to_string()))
    }
}

fn main_route() -> impl IntoEndpoint {
    Route::new().nest("/api", OpenApiService::new(Machines, "machines", "1.0"))
}

pub fn app() -> impl IntoEndpoint {
    main_route()
}
