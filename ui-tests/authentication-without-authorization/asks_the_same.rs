//@ dep: actix-web = "4"
//@ dep: sqlx = "0.8"
//! A question that is asked of everything is not the one whose a thing is: the sibling asks it too.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::web::{Data, Json, Path, ServiceConfig, delete, post, put};
use actix_web::{FromRequest, HttpRequest, HttpResponse, error::ErrorForbidden, error::ErrorNotFound, error::ErrorUnauthorized};
use sqlx::PgPool;

pub struct Gardener {
    plot: i64,
    scopes: Vec<String>,
}

impl FromRequest for Gardener {
    type Error = actix_web::Error;
    type Future = Ready<Result<Gardener, actix_web::Error>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let known = req.headers().get("Authorization").and_then(|v| v.to_str().ok()).and_then(look_up);
        ready(known.ok_or_else(|| ErrorUnauthorized("who are you?")))
    }
}

fn look_up(token: &str) -> Option<Gardener> {
    let plot = std::fs::read_to_string(format!("tokens/{token}")).ok()?.trim().parse().ok()?;
    Some(Gardener { plot, scopes: vec!["trees:write".to_owned()] })
}

impl Gardener {
    fn demand(&self, scope: &str) -> Result<(), actix_web::Error> {
        if self.scopes.iter().any(|s| s == scope) { Ok(()) } else { Err(ErrorForbidden("not yours")) }
    }
}

#[derive(sqlx::FromRow)]
pub struct Tree {
    id: i64,
    plot: i64,
}

pub struct Trees<'p> {
    pool: &'p PgPool,
}

impl<'p> Trees<'p> {
    fn new(pool: &'p PgPool) -> Trees<'p> {
        Trees { pool }
    }

    async fn find(&self, id: i64) -> Result<Tree, actix_web::Error> {
        sqlx::query_as("SELECT id, plot FROM trees WHERE id = $1")
            .bind(id)
            .fetch_one(self.pool)
            .await
            .map_err(|_| ErrorNotFound("no such tree"))
    }

    /// The tree if it stands on the plot.
    async fn on_plot(&self, gardener: &Gardener, id: i64) -> Result<Tree, actix_web::Error> {
        let tree = self.find(id).await?;
        Self::same_plot(gardener, &tree)?;
        Ok(tree)
    }

    fn same_plot(gardener: &Gardener, tree: &Tree) -> Result<(), actix_web::Error> {
        if tree.plot == gardener.plot { Ok(()) } else { Err(ErrorNotFound("no such tree")) }
    }

    async fn set_height(&self, id: i64, height: i32) -> Result<(), actix_web::Error> {
        let done = sqlx::query("UPDATE trees SET height = $2 WHERE id = $1").bind(id).bind(height);
        done.execute(self.pool).await.map(drop).map_err(|_| ErrorNotFound("no such tree"))
    }
}

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/trees/{id}", put().to(measure))
        .route("/trees/{id}", delete().to(fell))
        .route("/trees/{id}/prune", post().to(prune))
        .route("/trees/{id}/protect", post().to(protect));
}

async fn measure(who: Gardener, pool: Data<PgPool>, id: Path<i64>, height: Json<i32>) -> Result<HttpResponse, actix_web::Error> {
    who.demand("trees:write")?;
    let trees = Trees::new(&pool);
    let tree = trees.on_plot(&who, *id).await?;
    trees.set_height(tree.id, *height).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn fell(who: Gardener, pool: Data<PgPool>, id: Path<i64>) -> Result<HttpResponse, actix_web::Error> {
    who.demand("trees:write")?;
    let trees = Trees::new(&pool);
    let tree = trees.on_plot(&who, *id).await?;
    trees.set_height(tree.id, 0).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn prune(who: Gardener, pool: Data<PgPool>, id: Path<i64>) -> Result<HttpResponse, actix_web::Error> {
    who.demand("trees:write")?;
    let trees = Trees::new(&pool);
    let tree = trees.find(*id).await?;
    trees.set_height(tree.id, 1).await?; //~ authentication-without-authorization
    Ok(HttpResponse::NoContent().finish())
}

/// Who has this scope looks after the trees of all plots.
async fn protect(who: Gardener, pool: Data<PgPool>, id: Path<i64>) -> Result<HttpResponse, actix_web::Error> {
    who.demand("trees:protect")?;
    let trees = Trees::new(&pool);
    let tree = trees.find(*id).await?;
    trees.set_height(tree.id, 100).await?;
    Ok(HttpResponse::NoContent().finish())
}
