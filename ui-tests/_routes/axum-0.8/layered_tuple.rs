//@ dep: axum = "0.8"
//@ dep: utoipa = "5"
//@ dep: utoipa-axum = "0.2"
//! A trait of the project adds layers to what the macro gives, which is a tuple with the routes in it.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tower::{Layer, Service};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};
use utoipa_axum::routes;

#[derive(Clone)]
pub struct Account {
    role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Keeper,
    Reader,
}

pub trait Guarded<S> {
    fn only_for(self, roles: &[Role]) -> UtoipaMethodRouter<S>;
    fn for_all(self) -> UtoipaMethodRouter<S>;
}

impl<S: Send + Sync + Clone + 'static> Guarded<S> for UtoipaMethodRouter<S> {
    fn only_for(self, roles: &[Role]) -> UtoipaMethodRouter<S> {
        add_roles(self, roles)
    }

    fn for_all(self) -> UtoipaMethodRouter<S> {
        let (schemas, paths, methods) = self;
        (schemas, paths, methods)
    }
}

fn add_roles<S: Send + Sync + Clone + 'static>(
    routes: UtoipaMethodRouter<S>,
    roles: &[Role],
) -> UtoipaMethodRouter<S> {
    let (schemas, paths, methods) = routes;
    (schemas, paths, methods.layer(RoleLayer { roles: roles.to_vec() }))
}

#[derive(Clone)]
pub struct RoleLayer {
    roles: Vec<Role>,
}

impl<S> Layer<S> for RoleLayer {
    type Service = RoleService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        RoleService { roles: self.roles.clone(), inner }
    }
}

#[derive(Clone)]
pub struct RoleService<S> {
    roles: Vec<Role>,
    inner: S,
}

impl<S> Service<Request> for RoleService<S>
where
    S: Service<Request, Response = Response> + Clone + Send + 'static,
    S::Future: Send,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let roles = self.roles.clone();
        let mut inner = self.inner.clone();
        Box::pin(async move {
            let Some(account) = request.extensions().get::<Account>() else {
                return Ok(StatusCode::UNAUTHORIZED.into_response());
            };
            if !roles.contains(&account.role) {
                return Ok(StatusCode::FORBIDDEN.into_response());
            }
            inner.call(request).await
        })
    }
}

#[utoipa::path(get, path = "/books")]
async fn list() -> &'static str {
    "books"
}

#[utoipa::path(post, path = "/books")]
async fn add(title: String) -> StatusCode {
    save(&title);
    StatusCode::CREATED
}

#[utoipa::path(delete, path = "/books/{id}")]
async fn remove(id: String) -> StatusCode {
    save(&id);
    StatusCode::NO_CONTENT
}

#[utoipa::path(put, path = "/books/{id}")]
async fn rename(title: String) -> StatusCode {
    save(&title);
    StatusCode::OK
}

fn save(_title: &str) {}

pub fn router() -> OpenApiRouter<()> {
    OpenApiRouter::default()
        .routes(routes!(list).for_all())
        .routes(routes!(add).only_for(&[Role::Keeper]))
        .routes(routes!(remove).only_for(&[Role::Keeper, Role::Reader]))
        .routes(routes!(rename).for_all())
}
