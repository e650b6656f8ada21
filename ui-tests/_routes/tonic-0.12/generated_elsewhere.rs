//@ dep: tonic = "0.12"
//@ dep: axum = "0.7"
//@ dep: shop-proto = "0.1"
//! Generated code in another crate, whose modules name the package; a layer that looks for a session and lets in who has none;
//! what all requests share, beside the request.

use std::str::FromStr;
use std::sync::Arc;

use axum::Extension;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

const TOKEN_ID_HEADER: &str = "shop-token-id";

pub trait Shared: Send + Sync + 'static {
    fn orders(&self) -> &[String];
}

#[derive(Clone)]
pub struct Session {
    user: String,
}

#[derive(Clone)]
pub struct OldSession(pub Session);

fn header_value<T: FromStr>(headers: &HeaderMap, name: &str) -> Result<Option<T>, StatusCode> {
    match headers.get(name) {
        Some(value) => {
            let text = value.to_str().map_err(|_| StatusCode::BAD_REQUEST)?;
            Ok(Some(text.parse().map_err(|_| StatusCode::BAD_REQUEST)?))
        }
        None => Ok(None),
    }
}

async fn find_session(headers: &HeaderMap) -> Result<(Option<Session>, Option<OldSession>), StatusCode> {
    let Some(token) = header_value::<String>(headers, TOKEN_ID_HEADER)? else {
        return Ok((None, None));
    };
    let Some(session) = session_of(&token) else {
        return Err(StatusCode::UNAUTHORIZED);
    };
    if session.user.is_empty() {
        return Ok((None, Some(OldSession(session))));
    }
    Ok((Some(session), None))
}

fn session_of(token: &str) -> Option<Session> {
    token.strip_prefix("session ").map(|user| Session { user: user.to_owned() })
}

pub async fn note_session<G: Shared>(mut request: Request, next: Next) -> Result<Response, StatusCode> {
    request.extensions().get::<Arc<G>>().ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
    let (session, old) = find_session(request.headers()).await?;
    if let Some(session) = session {
        request.extensions_mut().insert(session);
    }
    if let Some(old) = old {
        request.extensions_mut().insert(old);
    }
    Ok(next.run(request).await)
}

pub trait RequestExt {
    fn extensions(&self) -> &tonic::Extensions;

    fn shared<G: Shared>(&self) -> Result<Arc<G>, tonic::Status> {
        let found = self.extensions().get::<Arc<G>>().cloned();
        found.ok_or_else(|| tonic::Status::internal("nothing is shared"))
    }

    fn session(&self) -> Result<&Session, tonic::Status> {
        self.extensions().get::<Session>().ok_or_else(|| tonic::Status::unauthenticated("sign in first"))
    }
}

impl<T> RequestExt for tonic::Request<T> {
    fn extensions(&self) -> &tonic::Extensions {
        tonic::Request::extensions(self)
    }
}

pub struct Counter<G>(std::marker::PhantomData<G>);

#[tonic::async_trait]
impl<G: Shared> shop_proto::shop::v1::orders_server::Orders for Counter<G> {
    async fn remove_all(&self, request: tonic::Request<()>) -> Result<tonic::Response<()>, tonic::Status> {
        let shared = request.shared::<G>()?;
        drop_all(shared.orders());
        Ok(tonic::Response::new(()))
    }

    async fn place(&self, request: tonic::Request<String>) -> Result<tonic::Response<()>, tonic::Status> {
        let session = request.session()?.clone();
        save(&session.user, request.get_ref());
        Ok(tonic::Response::new(()))
    }

    async fn cancel(&self, request: tonic::Request<String>) -> Result<tonic::Response<()>, tonic::Status> {
        let session = request.session()?.clone();
        save(&session.user, request.get_ref());
        Ok(tonic::Response::new(()))
    }

    async fn rename(&self, request: tonic::Request<String>) -> Result<tonic::Response<()>, tonic::Status> {
        let session = request.session()?.clone();
        save(&session.user, request.get_ref());
        Ok(tonic::Response::new(()))
    }
}

fn save(_user: &str, _order: &str) {}

fn drop_all(_orders: &[String]) {}

pub fn router<G: Shared>(shared: Arc<G>) -> axum::Router {
    let counter = Counter::<G>(std::marker::PhantomData);
    let mut builder = tonic::service::Routes::builder();
    builder.add_service(shop_proto::shop::v1::orders_server::OrdersServer::new(counter));
    axum::Router::new()
        .merge(builder.routes().prepare().into_axum_router())
        .route_layer(axum::middleware::from_fn(note_session::<G>))
        .layer(Extension(shared))
}
