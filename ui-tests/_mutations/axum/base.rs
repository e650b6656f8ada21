//@ dep: axum = "0.8"
//@ dep: jsonwebtoken = "9"
//@ dep: serde = "1"
//@ dep: tower = "0.5"
//! A notes service: extractors, layers, a tower layer, checks in bodies, nested routers.

use axum::Router;
use axum::routing::{get, post};

#[derive(Clone)]
pub struct AppState {
    pub keys: auth::Keys,
    pub store: store::Store,
    pub enabled: bool,
}

pub fn app(state: AppState) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/login", post(auth::login))
        .nest("/notes", notes::router())
        .nest("/files", files::router())
        .nest("/admin", admin::router(state.clone()))
        .nest("/keys", keys::router(state.clone()))
        .nest("/jobs", jobs::router(state.clone()))
        .merge(members::router())
        .with_state(state)
}

async fn index() -> &'static str {
    "notes"
}

pub mod auth {
    use axum::extract::{FromRequestParts, Request, State};
    use axum::http::header::AUTHORIZATION;
    use axum::http::request::Parts;
    use axum::http::{HeaderMap, StatusCode};
    use axum::middleware::Next;
    use axum::response::{IntoResponse, Response};
    use jsonwebtoken::{DecodingKey, Validation, decode};

    use crate::AppState;

    #[derive(Clone)]
    pub struct Keys {
        pub decoding: DecodingKey,
    }

    #[derive(Clone, serde::Deserialize)]
    pub struct Claims {
        pub sub: u64,
        pub admin: bool,
    }

    #[derive(Clone)]
    pub struct User {
        pub id: u64,
        pub admin: bool,
    }

    pub enum AuthError {
        Missing,
        Invalid,
        Forbidden,
    }

    impl IntoResponse for AuthError {
        fn into_response(self) -> Response {
            let status = match self {
                AuthError::Missing | AuthError::Invalid => StatusCode::UNAUTHORIZED,
                AuthError::Forbidden => StatusCode::FORBIDDEN,
            };
            status.into_response()
        }
    }

    pub fn bearer(headers: &HeaderMap) -> Option<&str> {
        headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
    }

    pub fn verify(headers: &HeaderMap, keys: &Keys) -> Result<User, AuthError> {
        let token = bearer(headers).ok_or(AuthError::Missing)?;
        let data = decode::<Claims>(token, &keys.decoding, &Validation::default())
            .map_err(|_| AuthError::Invalid)?;
        Ok(User { id: data.claims.sub, admin: data.claims.admin })
    }

    impl FromRequestParts<AppState> for User {
        type Rejection = AuthError;

        async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<User, AuthError> {
            let token = bearer(&parts.headers).ok_or(AuthError::Missing)?;
            match decode::<Claims>(token, &state.keys.decoding, &Validation::default()) {
                Ok(data) => Ok(User { id: data.claims.sub, admin: data.claims.admin }),
                Err(_) => Err(AuthError::Invalid),
            }
        }
    }

    pub struct Admin(pub User);

    impl FromRequestParts<AppState> for Admin {
        type Rejection = AuthError;

        async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Admin, AuthError> {
            let user = User::from_request_parts(parts, state).await?;
            if !user.admin {
                return Err(AuthError::Forbidden);
            }
            Ok(Admin(user))
        }
    }

    /// Refuses who is no administrator.
    pub async fn require_admin(
        State(state): State<AppState>,
        request: Request,
        next: Next,
    ) -> Result<Response, AuthError> {
        let Some(token) = bearer(request.headers()) else {
            return Err(AuthError::Missing);
        };
        match decode::<Claims>(token, &state.keys.decoding, &Validation::default()) {
            Ok(data) if data.claims.admin => {}
            Ok(_) => return Err(AuthError::Forbidden),
            Err(_) => return Err(AuthError::Invalid),
        }
        Ok(next.run(request).await)
    }

    /// Refuses who has no key of a machine.
    pub async fn require_key(State(state): State<AppState>, request: Request, next: Next) -> Response {
        let path = request.uri().path();
        if path == "/keys/health" {
            return next.run(request).await;
        }
        let key = request.headers().get("x-api-key").and_then(|value| value.to_str().ok());
        let known = match key {
            Some(key) => state.store.knows_key(key).await,
            None => false,
        };
        if !known {
            return StatusCode::UNAUTHORIZED.into_response();
        }
        next.run(request).await
    }

    pub async fn login(State(state): State<AppState>, body: String) -> Result<String, AuthError> {
        state.store.sign_in(&body).await.ok_or(AuthError::Invalid)
    }
}

pub mod store {
    use crate::auth::{AuthError, User};

    #[derive(Clone)]
    pub struct Store {
        pub directory: std::path::PathBuf,
    }

    impl Store {
        pub async fn knows_key(&self, key: &str) -> bool {
            self.directory.join("keys").join(key).exists()
        }

        pub async fn sign_in(&self, form: &str) -> Option<String> {
            std::fs::read_to_string(self.directory.join("users").join(form)).ok()
        }

        pub async fn owner_of(&self, id: u64) -> u64 {
            id / 1000
        }

        pub async fn save(&self, id: u64, text: &str) {
            let _ = std::fs::write(self.directory.join(id.to_string()), text);
        }

        pub async fn delete(&self, id: u64) {
            let _ = std::fs::remove_file(self.directory.join(id.to_string()));
        }

        /// Only who wrote a note may change it.
        pub async fn ensure_owner(&self, user: &User, id: u64) -> Result<(), AuthError> {
            if self.owner_of(id).await != user.id {
                return Err(AuthError::Forbidden);
            }
            Ok(())
        }

        pub async fn may_edit(&self, user: &User, id: u64) -> bool {
            user.admin || self.owner_of(id).await == user.id
        }
    }
}

pub mod notes {
    use axum::Router;
    use axum::extract::{Path, State};
    use axum::http::StatusCode;
    use axum::routing::{get, post, put};

    use crate::AppState;
    use crate::auth::{AuthError, User};

    pub fn router() -> Router<AppState> {
        Router::new()
            .route("/", get(list))
            .route("/", post(create))
            .route("/{id}", put(change).delete(remove))
            .route("/{id}/archive", post(archive))
    }

    async fn list(user: User) -> String {
        user.id.to_string()
    }

    async fn create(user: User, State(state): State<AppState>, text: String) -> StatusCode {
        state.store.save(user.id, &text).await;
        StatusCode::CREATED
    }

    async fn change(
        user: User,
        State(state): State<AppState>,
        Path(id): Path<u64>,
        text: String,
    ) -> Result<StatusCode, AuthError> {
        state.store.ensure_owner(&user, id).await?;
        state.store.save(id, &text).await;
        Ok(StatusCode::OK)
    }

    async fn remove(
        user: User,
        State(state): State<AppState>,
        Path(id): Path<u64>,
    ) -> Result<StatusCode, AuthError> {
        if !state.store.may_edit(&user, id).await {
            return Err(AuthError::Forbidden);
        }
        state.store.delete(id).await;
        Ok(StatusCode::NO_CONTENT)
    }

    async fn archive(
        user: User,
        State(state): State<AppState>,
        Path(id): Path<u64>,
    ) -> Result<StatusCode, AuthError> {
        state.store.ensure_owner(&user, id).await?;
        state.store.save(id, "archived").await;
        Ok(StatusCode::OK)
    }
}

pub mod files {
    use axum::Router;
    use axum::extract::{Path, State};
    use axum::http::{HeaderMap, StatusCode};
    use axum::routing::{post, put};

    use crate::AppState;
    use crate::auth::{self, AuthError};

    pub fn router() -> Router<AppState> {
        Router::new()
            .route("/", post(upload))
            .route("/{id}", put(rename).delete(erase))
    }

    async fn upload(
        State(state): State<AppState>,
        headers: HeaderMap,
        content: String,
    ) -> Result<StatusCode, AuthError> {
        let user = auth::verify(&headers, &state.keys)?;
        state.store.save(user.id, &content).await;
        Ok(StatusCode::CREATED)
    }

    async fn rename(
        State(state): State<AppState>,
        headers: HeaderMap,
        Path(id): Path<u64>,
        name: String,
    ) -> Result<StatusCode, AuthError> {
        auth::verify(&headers, &state.keys)?;
        state.store.save(id, &name).await;
        Ok(StatusCode::OK)
    }

    async fn erase(
        State(state): State<AppState>,
        headers: HeaderMap,
        Path(id): Path<u64>,
    ) -> Result<StatusCode, AuthError> {
        let user = auth::verify(&headers, &state.keys)?;
        state.store.ensure_owner(&user, id).await?;
        state.store.delete(id).await;
        Ok(StatusCode::NO_CONTENT)
    }
}

pub mod admin {
    use axum::Router;
    use axum::extract::{Path, State};
    use axum::http::StatusCode;
    use axum::middleware::from_fn_with_state;
    use axum::routing::{delete, get, post, put};

    use crate::AppState;
    use crate::auth::require_admin;

    pub fn router(state: AppState) -> Router<AppState> {
        Router::new()
            .route("/settings", put(settings))
            .route("/index", post(reindex))
            .route("/notes/{id}", delete(purge))
            .route_layer(from_fn_with_state(state, require_admin))
            .route("/status", get(status))
    }

    async fn settings(State(state): State<AppState>, text: String) -> StatusCode {
        state.store.save(0, &text).await;
        StatusCode::OK
    }

    async fn reindex(State(state): State<AppState>) -> StatusCode {
        state.store.save(1, "index").await;
        StatusCode::ACCEPTED
    }

    async fn purge(State(state): State<AppState>, Path(id): Path<u64>) -> StatusCode {
        state.store.delete(id).await;
        StatusCode::NO_CONTENT
    }

    async fn status() -> &'static str {
        "up"
    }
}

pub mod keys {
    use axum::Router;
    use axum::extract::State;
    use axum::http::StatusCode;
    use axum::middleware::from_fn_with_state;
    use axum::routing::{get, post};

    use crate::AppState;
    use crate::auth::require_key;

    pub fn router(state: AppState) -> Router<AppState> {
        Router::new()
            .route("/health", get(health))
            .route("/rotate", post(rotate).delete(drop_all).put(import))
            .layer(from_fn_with_state(state, require_key))
    }

    async fn health() -> &'static str {
        "up"
    }

    async fn rotate(State(state): State<AppState>) -> StatusCode {
        state.store.save(2, "rotated").await;
        StatusCode::OK
    }

    async fn drop_all(State(state): State<AppState>) -> StatusCode {
        state.store.delete(2).await;
        StatusCode::OK
    }

    async fn import(State(state): State<AppState>, text: String) -> StatusCode {
        state.store.save(2, &text).await;
        StatusCode::OK
    }
}

pub mod jobs {
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use axum::Router;
    use axum::extract::{Request, State};
    use axum::http::StatusCode;
    use axum::response::{IntoResponse, Response};
    use axum::routing::post;
    use tower::{Layer, Service};

    use crate::AppState;
    use crate::auth;

    pub fn router(state: AppState) -> Router<AppState> {
        Router::new()
            .route("/", post(start).put(pause).delete(stop))
            .layer(RequireUser { state })
    }

    #[derive(Clone)]
    pub struct RequireUser {
        state: AppState,
    }

    impl<S> Layer<S> for RequireUser {
        type Service = RequireUserService<S>;

        fn layer(&self, inner: S) -> RequireUserService<S> {
            RequireUserService { inner, state: self.state.clone() }
        }
    }

    #[derive(Clone)]
    pub struct RequireUserService<S> {
        inner: S,
        state: AppState,
    }

    impl<S> Service<Request> for RequireUserService<S>
    where
        S: Service<Request, Response = Response> + Clone + Send + 'static,
        S::Future: Send + 'static,
    {
        type Response = Response;
        type Error = S::Error;
        type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

        fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
            self.inner.poll_ready(cx)
        }

        fn call(&mut self, request: Request) -> Self::Future {
            let user = auth::verify(request.headers(), &self.state.keys);
            let mut inner = self.inner.clone();
            Box::pin(async move {
                if user.is_err() {
                    return Ok(StatusCode::UNAUTHORIZED.into_response());
                }
                inner.call(request).await
            })
        }
    }

    async fn start(State(state): State<AppState>) -> StatusCode {
        state.store.save(3, "running").await;
        StatusCode::OK
    }

    async fn pause(State(state): State<AppState>) -> StatusCode {
        state.store.save(3, "paused").await;
        StatusCode::OK
    }

    async fn stop(State(state): State<AppState>) -> StatusCode {
        state.store.delete(3).await;
        StatusCode::OK
    }
}

pub mod members {
    use axum::Router;
    use axum::extract::{Path, State};
    use axum::http::StatusCode;
    use axum::routing::post;

    use crate::AppState;
    use crate::auth::{Admin, AuthError, User};

    impl Admin {
        fn require_team(&self, team: u64) -> Result<(), AuthError> {
            if self.0.id == team { Ok(()) } else { Err(AuthError::Forbidden) }
        }
    }

    pub fn router() -> Router<AppState> {
        Router::new()
            .route("/teams/{team}/members", post(invite).put(replace).delete(dismiss))
            .route("/teams/{team}", post(join))
    }

    async fn invite(admin: Admin, State(state): State<AppState>, Path(team): Path<u64>) -> Result<StatusCode, AuthError> {
        admin.require_team(team)?;
        state.store.save(team, "invited").await;
        Ok(StatusCode::OK)
    }

    async fn replace(admin: Admin, State(state): State<AppState>, Path(team): Path<u64>) -> Result<StatusCode, AuthError> {
        admin.require_team(team)?;
        state.store.save(team, "replaced").await;
        Ok(StatusCode::OK)
    }

    async fn dismiss(admin: Admin, State(state): State<AppState>, Path(team): Path<u64>) -> Result<StatusCode, AuthError> {
        admin.require_team(team)?;
        state.store.delete(team).await;
        Ok(StatusCode::OK)
    }

    async fn join(user: User, State(state): State<AppState>, Path(team): Path<u64>) -> StatusCode {
        state.store.save(team, &user.id.to_string()).await;
        StatusCode::OK
    }
}
