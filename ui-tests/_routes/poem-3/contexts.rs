//@ dep: poem = "3"
//@ dep: jsonwebtoken = "9"
//@ dep: serde = { version = "1", features = ["derive"] }
//! A middleware that runs the extractor which refuses and hands on who it is, under another name than its own;
//! one that runs it only for those who send a ticket.

use poem::{EndpointExt, Route, get, handler, put};

mod layers {
    pub mod context {
        use super::super::Claims;
        use poem::{Endpoint, FromRequest, Middleware, Request, Result};

        pub struct Context;

        impl<E: Endpoint> Middleware<E> for Context {
            type Output = ContextEndpoint<E>;

            fn transform(&self, inner: E) -> ContextEndpoint<E> {
                ContextEndpoint { inner }
            }
        }

        pub struct ContextEndpoint<E> {
            inner: E,
        }

        impl<E: Endpoint> Endpoint for ContextEndpoint<E> {
            type Output = E::Output;

            async fn call(&self, mut request: Request) -> Result<Self::Output> {
                let claims = match Claims::from_request_without_body(&request).await {
                    Err(error) => return Err(error),
                    Ok(claims) => claims,
                };
                request.extensions_mut().insert(claims);
                self.inner.call(request).await
            }
        }
    }

    pub mod ticket {
        use super::super::Claims;
        use poem::{Endpoint, FromRequest, Middleware, Request, Result};

        pub struct Ticket;

        impl<E: Endpoint> Middleware<E> for Ticket {
            type Output = TicketEndpoint<E>;

            fn transform(&self, inner: E) -> TicketEndpoint<E> {
                TicketEndpoint { inner }
            }
        }

        pub struct TicketEndpoint<E> {
            inner: E,
        }

        impl<E: Endpoint> Endpoint for TicketEndpoint<E> {
            type Output = E::Output;

            async fn call(&self, mut request: Request) -> Result<Self::Output> {
                let ticket = request.header("x-ticket").map(str::to_owned);
                if ticket.is_some()
                    && let Some(claims) = {
                        let claims = Claims::from_request_without_body(&request).await?;
                        (claims.id > 0).then_some(claims)
                    }
                {
                    request.extensions_mut().insert(claims);
                }
                self.inner.call(request).await
            }
        }
    }

    pub use context::Context as Ctx;
}

#[derive(Clone, serde::Deserialize)]
pub struct Claims {
    pub id: u64,
}

impl<'a> poem::FromRequest<'a> for Claims {
    async fn from_request(request: &'a poem::Request, _: &mut poem::RequestBody) -> poem::Result<Self> {
        let refused = || poem::Error::from_status(poem::http::StatusCode::UNAUTHORIZED);
        let token = request.header("authorization").ok_or_else(refused)?;
        let key = request.data::<jsonwebtoken::DecodingKey>().ok_or_else(refused)?;
        let data = jsonwebtoken::decode::<Claims>(token, key, &jsonwebtoken::Validation::default());
        Ok(data.map_err(|_| refused())?.claims)
    }
}

#[handler]
async fn list() -> &'static str {
    "all"
}

#[handler]
async fn save() -> &'static str {
    "saved"
}

pub fn app() -> Route {
    let notes = Route::new().at("/list", get(list)).at("/save", put(save));
    let open = Route::new().at("/list", get(list)).at("/save", put(save));
    Route::new().nest("/notes", notes.with(layers::Ctx)).nest("/open", open.with(layers::ticket::Ticket))
}
