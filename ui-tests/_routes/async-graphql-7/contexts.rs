//@ dep: async-graphql = "7"
//! Who asks is read from the context by methods of a trait of the schema's own, with and without a default.

use async_graphql::{Context, EmptySubscription, Error, Object, Result, Schema};

pub struct AccountData {
    pub id: u64,
}

pub struct AuthState {
    pub user_id: Option<String>,
}

pub enum Failure {
    NoUserId,
}

impl From<Failure> for Error {
    fn from(_: Failure) -> Self {
        Error::new("who are you?")
    }
}

pub struct Shelf;

impl Shelf {
    pub async fn remove(&self, _user: &str, _book: u64) -> Result<bool> {
        Ok(true)
    }
}

pub trait ContextExt {
    fn account(&self) -> Result<&AccountData>;
    fn shelf(&self) -> &Shelf;
}

impl ContextExt for &Context<'_> {
    fn account(&self) -> Result<&AccountData> {
        self.data_opt().ok_or_else(|| Error::new("Authentication required"))
    }

    fn shelf(&self) -> &Shelf {
        self.data().expect("the schema has a shelf")
    }
}

pub trait Resolver {
    fn shelf_of<'a>(&self, ctx: &Context<'a>) -> &'a Shelf {
        ctx.data_unchecked::<Shelf>()
    }

    async fn user_id(&self, ctx: &Context<'_>) -> Result<String> {
        let state = ctx.data_unchecked::<AuthState>();
        state.user_id.clone().ok_or_else(|| Failure::NoUserId.into())
    }

    async fn shelf_and_perhaps_user<'a>(&self, ctx: &Context<'a>) -> Result<(&'a Shelf, Option<String>)> {
        let user = self.user_id(ctx).await.ok();
        Ok((self.shelf_of(ctx), user))
    }

    async fn shelf_and_user<'a>(&self, ctx: &Context<'a>) -> Result<(&'a Shelf, String)> {
        let (shelf, user) = self.shelf_and_perhaps_user(ctx).await?;
        let user = user.ok_or_else(|| Failure::NoUserId.into())?;
        Ok((shelf, user))
    }
}

#[derive(Default)]
pub struct Books;

impl Resolver for Books {}

#[Object]
impl Books {
    async fn remove_book(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let (shelf, user) = self.shelf_and_user(ctx).await?;
        Ok(shelf.remove(&user, book).await?)
    }

    async fn lend_book(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        let account = ctx.account()?;
        ctx.shelf().remove(&account.id.to_string(), book).await
    }

    async fn count_visit(&self, ctx: &Context<'_>) -> Result<bool> {
        let (shelf, user) = self.shelf_and_perhaps_user(ctx).await?;
        shelf.remove(&user.unwrap_or_default(), 0).await
    }

    async fn burn_book(&self, ctx: &Context<'_>, book: u64) -> Result<bool> {
        ctx.shelf().remove("", book).await
    }
}

#[derive(Default)]
pub struct Query;

#[Object]
impl Query {
    async fn me(&self, ctx: &Context<'_>) -> Result<u64> {
        Ok(ctx.account()?.id)
    }
}

pub fn schema() -> Schema<Query, Books, EmptySubscription> {
    Schema::build(Query, Books, EmptySubscription).data(Shelf).finish()
}
