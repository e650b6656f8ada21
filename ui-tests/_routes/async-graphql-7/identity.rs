//@ dep: async-graphql = "7"
//@ dep: async-graphql-axum = "7"
//@ dep: axum = "0.8"
//! Who asks is data of the context, guards are made by any constructor, and a schema is executed behind a layer.

use async_graphql::{Context, EmptySubscription, Guard, Result, Schema};
use async_graphql_axum::{GraphQLRequest, GraphQLResponse};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::post;

pub struct Reader {
    pub account: CurrentUser,
}

pub struct CurrentUser {
    pub id: u64,
    pub keeper: bool,
}

pub struct Shelf;

impl Shelf {
    pub async fn remove(&self, _user: u64, _book: u64) -> Result<bool> {
        Ok(true)
    }
}

pub fn current<'c>(ctx: &'c Context<'_>) -> Result<&'c CurrentUser> {
    ctx.data::<CurrentUser>().map_err(|_| "come in first".into())
}

async fn own(ctx: &Context<'_>, owner: u64) -> Result<u64> {
    let me = current(ctx)?;
    if me.id != owner {
        return Err("that is somebody else's".into());
    }
    Ok(me.id)
}

pub struct Desk {
    keeper: bool,
}

impl Desk {
    pub fn for_keepers() -> Desk {
        Desk { keeper: true }
    }
}

impl Guard for Desk {
    async fn check(&self, ctx: &Context<'_>) -> Result<()> {
        let user = ctx.data::<CurrentUser>().map_err(|_| "come in first")?;
        if user.keeper == self.keeper { Ok(()) } else { Err("for keepers".into()) }
    }
}

#[derive(Default)]
pub struct Books;

#[async_graphql::Object]
impl Books {
    async fn take(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let user = ctx.data::<CurrentUser>()?;
        ctx.data::<Shelf>()?.remove(user.id, book).await
    }

    async fn lend(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let user = current(ctx)?.id;
        ctx.data::<Shelf>()?.remove(user, book).await
    }

    async fn renew(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let Some(user) = ctx.data_opt::<CurrentUser>() else { return Err("come in first".into()) };
        ctx.data::<Shelf>()?.remove(user.id, book).await
    }

    async fn give_away(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let owner = own(ctx, book).await?;
        ctx.data::<Shelf>()?.remove(owner, book).await
    }

    #[graphql(guard = "Desk::for_keepers()")]
    async fn burn(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        ctx.data::<Shelf>()?.remove(0, book).await
    }

    async fn remove_by_anybody(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let user = ctx.data_opt::<CurrentUser>().map(|u| u.id).unwrap_or(0);
        ctx.data::<Shelf>()?.remove(user, book).await
    }

    async fn remove_at_night(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let user = current(ctx).map_or(0, |u| u.id);
        ctx.data::<Shelf>()?.remove(user, book).await
    }
}

#[derive(Default)]
pub struct Query;

#[async_graphql::Object]
impl Query {
    async fn me(&self, ctx: &Context<'_>) -> Result<u64> {
        Ok(current(ctx)?.id)
    }
}

#[derive(Default)]
pub struct Cellar;

#[async_graphql::Object]
impl Cellar {
    async fn clear(&self, ctx: &Context<'_>) -> Result<bool> {
        ctx.data::<Shelf>()?.remove(0, 0).await
    }
}

pub type House = Schema<Query, Books, EmptySubscription>;

#[derive(Clone)]
pub struct App {
    pub house: House,
    pub cellar: Schema<Query, Cellar, EmptySubscription>,
}

async fn keepers(request: Request, next: Next) -> Result<Response, StatusCode> {
    match request.headers().get("authorization") {
        Some(key) if key == "Bearer keeper" => Ok(next.run(request).await),
        _ => Err(StatusCode::UNAUTHORIZED),
    }
}

async fn house(State(app): State<App>, request: GraphQLRequest) -> GraphQLResponse {
    app.house.execute(request.into_inner()).await.into()
}

async fn cellar(State(app): State<App>, request: GraphQLRequest) -> GraphQLResponse {
    app.cellar.execute(request.into_inner()).await.into()
}

pub fn app() -> Router {
    let house = Schema::build(Query, Books, EmptySubscription).data(Shelf).finish();
    let cellar_schema = Schema::build(Query, Cellar, EmptySubscription).data(Shelf).finish();
    Router::new()
        .route("/cellar", post(cellar))
        .route_layer(from_fn(keepers))
        .route("/house", post(self::house))
        .with_state(App { house, cellar: cellar_schema })
}
