//@ dep: salvo = { version = "0.84", features = ["jwt-auth"] }
//! Hoops that are values of types, and what a lenient layer left for the handler to look at.

use salvo::jwt_auth::{ConstDecoder, HeaderFinder, JwtAuth, JwtAuthDepotExt, JwtAuthState};
use salvo::prelude::*;

pub struct ApiKey {
    key: String,
}

impl ApiKey {
    pub fn from_env(var: &str) -> Self {
        Self { key: std::env::var(var).unwrap_or_else(|_| panic!("{var} must be set")) }
    }
}

#[async_trait]
impl Handler for ApiKey {
    async fn handle(&self, req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
        if req.header::<String>("x-api-key").as_deref() != Some(self.key.as_str()) {
            res.status_code(StatusCode::UNAUTHORIZED);
            ctrl.skip_rest();
            return;
        }
        ctrl.call_next(req, depot, res).await;
    }
}

pub struct Counted;

#[async_trait]
impl Handler for Counted {
    async fn handle(&self, req: &mut Request, depot: &mut Depot, res: &mut Response, ctrl: &mut FlowCtrl) {
        println!("{}", req.uri());
        ctrl.call_next(req, depot, res).await;
    }
}

pub struct Claims {
    pub name: String,
}

#[handler]
async fn import() -> &'static str {
    "imported"
}

#[handler]
async fn forget() -> &'static str {
    "forgotten"
}

#[handler]
async fn comment(depot: &mut Depot) -> Result<&'static str, StatusError> {
    match depot.jwt_auth_state() {
        JwtAuthState::Authorized => {}
        JwtAuthState::Unauthorized | JwtAuthState::Forbidden => return Err(StatusError::not_found()),
    }
    Ok("noted")
}

#[handler]
async fn rename(depot: &mut Depot) -> Result<String, StatusError> {
    let data = depot.jwt_auth_data::<Claims>().ok_or_else(StatusError::not_found)?;
    Ok(data.claims.name.clone())
}

#[handler]
async fn strike_out() -> &'static str {
    "struck out"
}

pub fn router() -> Router {
    let auth: JwtAuth<Claims, _> = JwtAuth::new(ConstDecoder::from_secret(b"from the settings"))
        .finders(vec![Box::new(HeaderFinder::new())])
        .force_passed(true);
    Router::new()
        .push(Router::with_path("import").hoop(ApiKey::from_env("IMPORT_KEY")).post(import))
        .push(Router::with_path("forget").hoop(Counted).post(forget))
        .push(
            Router::with_path("texts")
                .hoop(auth)
                .post(comment)
                .push(Router::with_path("names").put(rename))
                .push(Router::with_path("lines").delete(strike_out)),
        )
}
