//@ dep: async-graphql = "7"
//@ dep: sqlx = "0.8"
//! Who asks comes out of the context, and is kept beside the pool; fields of one thing are known by their names.

use async_graphql::{Context, EmptySubscription, Error, Object, Result, Schema};
use sqlx::PgPool;

pub struct Viewer {
    id: i64,
}

pub trait Known {
    fn viewer(&self) -> Result<&Viewer>;
}

impl Known for Context<'_> {
    fn viewer(&self) -> Result<&Viewer> {
        self.data::<Viewer>().map_err(|_| Error::new("unauthenticated"))
    }
}

#[derive(sqlx::FromRow)]
pub struct Kite {
    id: i64,
    flown_by: i64,
}

struct Kites<'a> {
    pool: &'a PgPool,
    viewer: &'a Viewer,
}

impl<'a> Kites<'a> {
    fn of(ctx: &'a Context<'_>) -> Result<Kites<'a>> {
        Ok(Kites { pool: ctx.data::<PgPool>()?, viewer: ctx.viewer()? })
    }

    async fn load(&self, id: i64) -> Result<Kite> {
        Ok(sqlx::query_as("SELECT id, flown_by FROM kites WHERE id = $1").bind(id).fetch_one(self.pool).await?)
    }

    async fn flown(&self, id: i64) -> Result<Kite> {
        let kite = self.load(id).await?;
        self.visible(&kite)?;
        Ok(kite)
    }

    fn visible(&self, kite: &Kite) -> Result<()> {
        if kite.flown_by == self.viewer.id { Ok(()) } else { Err("no such kite".into()) }
    }
}

pub struct Query;

#[Object]
impl Query {
    async fn wind(&self) -> i32 {
        3
    }
}

pub struct Mutation;

#[Object]
impl Mutation {
    async fn paint_kite(&self, ctx: &Context<'_>, id: i64, colour: String) -> Result<bool> {
        let kites = Kites::of(ctx)?;
        let kite = kites.flown(id).await?;
        sqlx::query("UPDATE kites SET colour = $2 WHERE id = $1").bind(kite.id).bind(colour).execute(kites.pool).await?;
        Ok(true)
    }

    async fn land_kite(&self, ctx: &Context<'_>, id: i64) -> Result<bool> {
        let kites = Kites::of(ctx)?;
        let kite = kites.load(id).await?;
        sqlx::query("UPDATE kites SET landed = true WHERE id = $1").bind(kite.id).execute(kites.pool).await?; //~ authentication-without-authorization
        Ok(true)
    }

    /// Another thing, of which everybody may say that it is dry.
    async fn dry_meadow(&self, ctx: &Context<'_>, id: i64) -> Result<bool> {
        let kites = Kites::of(ctx)?;
        sqlx::query("UPDATE meadows SET dry = true WHERE id = $1").bind(id).execute(kites.pool).await?;
        Ok(true)
    }
}

pub fn schema(pool: PgPool) -> Schema<Query, Mutation, EmptySubscription> {
    Schema::build(Query, Mutation, EmptySubscription).data(pool).finish()
}
