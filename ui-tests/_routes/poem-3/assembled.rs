//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//@ dep: anyhow = "1"
//! APIs with fields that functions put together and return as `impl OpenApi`; a prefix from the settings; a layer that is there
//! only under a setting.

use poem::http::StatusCode;
use poem::{Endpoint, EndpointExt, Error, Middleware, Request, Route, get, handler, post};
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService};

pub struct Settings {
    pub base: String,
    pub audited: bool,
}

#[derive(Clone)]
pub struct Tasks {
    pub limit: usize,
}

#[OpenApi]
impl Tasks {
    #[oai(path = "/tasks", method = "get")]
    async fn list(&self) -> PlainText<String> {
        PlainText(self.limit.to_string())
    }
}

pub struct Bans {
    pub limit: usize,
}

#[OpenApi]
impl Bans {
    #[oai(path = "/bans/:id", method = "delete")]
    async fn lift(&self) -> PlainText<String> {
        PlainText(self.limit.to_string())
    }
}

impl Tasks {
    pub fn api(self) -> impl OpenApi {
        (Bans { limit: self.limit }, self.clone())
    }
}

pub struct Health;

#[OpenApi]
impl Health {
    #[oai(path = "/health", method = "get")]
    async fn health(&self) -> PlainText<&'static str> {
        PlainText("well")
    }
}

async fn assemble(limit: usize) -> anyhow::Result<impl OpenApi> {
    Ok((Tasks { limit }.api(), Health))
}

pub struct Gate;

impl<E: Endpoint> Middleware<E> for Gate {
    type Output = Gated<E>;

    fn transform(&self, inner: E) -> Gated<E> {
        Gated { inner }
    }
}

pub struct Gated<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for Gated<E> {
    type Output = E::Output;

    async fn call(&self, request: Request) -> poem::Result<Self::Output> {
        let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        if token.is_none_or(|token| !known(token)) {
            return Err(Error::from_status(StatusCode::UNAUTHORIZED));
        }
        self.inner.call(request).await
    }
}

fn known(token: &str) -> bool {
    std::env::var("TOKEN").is_ok_and(|expected| expected == token)
}

#[handler]
async fn page() -> &'static str {
    "page"
}

#[handler]
async fn save() -> &'static str {
    "saved"
}

pub async fn serve(settings: &Settings) -> anyhow::Result<()> {
    let service = OpenApiService::new(assemble(3).await?, "tasks", "1.0");
    let pages = Route::new().at("/page", get(page)).at("/page", post(save)).with_if(settings.audited, Gate);
    let own = Route::new().at("/own", post(save)).with(Gate);
    let app = Route::new().nest(&settings.base, Route::new().nest("/api", service).nest("/pages", pages).nest("/my", own));
    poem::Server::new(poem::listener::TcpListener::bind("127.0.0.1:3000")).run(app).await?;
    Ok(())
}
