//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! Methods of APIs in nested tuples, a scheme with a checker, one without, one with a fallback; the page that describes the API
//! serves none of it; a router that is mounted twice.

use poem::{EndpointExt, IntoEndpoint, Request, Route};
use poem_openapi::auth::ApiKey;
use poem_openapi::param::Path;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService, SecurityScheme};

#[derive(Clone)]
pub struct Context(String);

async fn context(req: &Request, _key: ApiKey) -> Option<Context> {
    req.data::<Context>().cloned()
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Token", key_in = "header", checker = "context")]
pub struct Token(Context);

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "session", key_in = "cookie", checker = "context")]
pub struct Cookie(Context);

#[derive(SecurityScheme)]
pub enum Session {
    Token(Token),
    Cookie(Cookie),
}

#[derive(SecurityScheme)]
pub enum MaybeSession {
    Token(Token),
    #[oai(fallback)]
    Nobody,
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Key", key_in = "header")]
pub struct Unchecked(ApiKey);

pub struct Notes;

#[OpenApi(prefix_path = "/notes")]
impl Notes {
    #[oai(path = "/", method = "get")]
    async fn list(&self, _session: MaybeSession) -> PlainText<&'static str> {
        PlainText("all")
    }

    #[oai(path = "/:id", method = "delete", operation_id = "remove")]
    async fn remove(&self, _session: Session, id: Path<u64>) -> PlainText<String> {
        PlainText(id.0.to_string())
    }

    /// No route: it has no attribute.
    async fn count(&self) -> usize {
        0
    }
}

pub struct Admin {
    pub name: String,
}

#[OpenApi]
impl Admin {
    #[oai(path = "/admin/stop", method = "post")]
    async fn stop(&self, _key: Unchecked) -> PlainText<&'static str> {
        PlainText("stopped")
    }
}

async fn anybody(_: &Request, key: ApiKey) -> Option<Context> {
    let name = key.key.clone();
    Some(Context(name))
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Name", key_in = "header", checker = "anybody")]
pub struct Anybody(Context);

pub struct Health;

#[OpenApi]
impl Health {
    #[oai(path = "/health", method = "get")]
    async fn health(&self) -> PlainText<&'static str> {
        PlainText("well")
    }

    #[oai(path = "/restart", method = "post")]
    async fn restart(&self, _name: Anybody) -> PlainText<&'static str> {
        PlainText("restarted")
    }
}

fn apis() -> impl OpenApi {
    (Notes, (Health,))
}

fn service() -> impl IntoEndpoint {
    let service = OpenApiService::new(apis(), "notes", "1.0").server("/api");
    let page = service.swagger_ui();
    Route::new().nest("/", service).nest("/page", page)
}

pub fn app(name: String) -> impl IntoEndpoint {
    let admin = || OpenApiService::new((Admin { name: name.clone() },), "admin", "1.0");
    Route::new().nest("/api", service()).nest("/intern", admin()).nest("/internal", admin()).with(poem::middleware::Tracing)
}

pub fn describe() -> String {
    OpenApiService::new(apis(), "notes", "1.0").spec()
}
