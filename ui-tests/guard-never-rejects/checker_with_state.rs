//@ dep: poem = "3"
//@ dep: poem-openapi = "5"
//! What a checker takes of the application is there for everybody: that it could be missing refuses nobody.

use poem::web::Data;
use poem::{FromRequest, Request, Route};
use poem_openapi::auth::ApiKey;
use poem_openapi::{OpenApi, OpenApiService, SecurityScheme, payload::PlainText};

#[derive(Clone)]
pub struct Store;

impl Store {
    pub async fn site(&self, key: &str) -> Option<String> {
        std::fs::read_to_string(key).ok()
    }
}

pub struct Kiosk {
    pub site: Option<String>,
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Kiosk-Key", key_in = "header", checker = "check_kiosk")]
pub struct KioskAuth(pub Kiosk);

async fn check_kiosk(req: &Request, key: ApiKey) -> Option<Kiosk> { //~ guard-never-rejects
    let store = Data::<&Store>::from_request_without_body(req).await.ok()?;
    let site = store.site(&key.key).await;
    Some(Kiosk { site })
}

#[derive(SecurityScheme)]
#[oai(ty = "api_key", key_name = "X-Bureau-Key", key_in = "header", checker = "check_bureau")]
pub struct BureauAuth(pub String);

async fn check_bureau(req: &Request, key: ApiKey) -> Option<String> {
    let store = Data::<&Store>::from_request_without_body(req).await.ok()?;
    store.site(&key.key).await
}

pub struct Api;

#[OpenApi]
impl Api {
    #[oai(path = "/punch", method = "post")]
    async fn punch(&self, kiosk: KioskAuth, body: PlainText<String>) -> PlainText<String> {
        std::fs::write(kiosk.0.site.unwrap_or_default(), &body.0).ok();
        body
    }

    #[oai(path = "/salary", method = "put")]
    async fn salary(&self, bureau: BureauAuth, body: PlainText<String>) -> PlainText<String> {
        std::fs::write(bureau.0, &body.0).ok();
        body
    }
}

pub fn app() -> Route {
    Route::new().nest("/api", OpenApiService::new(Api, "kiosks", "1"))
}
