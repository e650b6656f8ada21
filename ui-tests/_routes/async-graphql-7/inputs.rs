//@ dep: async-graphql = "7"
//! What clients send as an input object: a key in it is compared by the function that does the work, or by none. What all requests
//! share says nothing of who asks, whatever is done with it.

use std::sync::Arc;

use async_graphql::{Context, EmptySubscription, Error, InputObject, Object, Result, Schema};

pub struct Settings {
    admin_access_token: String,
    mirror_token: Option<String>,
}

#[derive(InputObject)]
pub struct LinkInput {
    pub account: u64,
    pub admin_access_token: String,
}

#[derive(InputObject)]
pub struct NoteInput {
    pub account: u64,
    pub text: String,
}

fn make_link(settings: &Arc<Settings>, input: LinkInput) -> Result<String> {
    if input.admin_access_token != settings.admin_access_token {
        return Err(Error::new("invalid admin access token"));
    }
    save(input.account);
    Ok(format!("/links/{}", input.account))
}

fn make_note(_settings: &Arc<Settings>, input: NoteInput) -> Result<String> {
    if input.text.is_empty() {
        return Err(Error::new("the text is empty"));
    }
    save(input.account);
    Ok(format!("/notes/{}", input.account))
}

/// Asks another service, as this one.
async fn refresh_mirror(settings: &Arc<Settings>) -> Result<bool> {
    let token = settings.mirror_token.as_deref().ok_or_else(|| Error::new("unauthorized"))?;
    let verified = verify_token(token).ok_or_else(|| Error::new("unauthorized"))?;
    save(verified);
    Ok(true)
}

fn verify_token(token: &str) -> Option<u64> {
    token.parse().ok()
}

fn save(_account: u64) {}

#[derive(Default)]
pub struct Query;

#[Object]
impl Query {
    async fn version(&self) -> &'static str {
        "1"
    }
}

#[derive(Default)]
pub struct Mutation;

#[Object]
impl Mutation {
    async fn make_link(&self, ctx: &Context<'_>, input: LinkInput) -> Result<String> {
        let settings = ctx.data::<Arc<Settings>>()?;
        Ok(make_link(settings, input)?)
    }

    async fn make_note(&self, ctx: &Context<'_>, input: NoteInput) -> Result<String> {
        let settings = ctx.data::<Arc<Settings>>()?;
        Ok(make_note(settings, input)?)
    }

    async fn copy_all(&self, ctx: &Context<'_>) -> Result<bool> {
        let settings = ctx.data::<Arc<Settings>>()?;
        Ok(refresh_mirror(settings).await?)
    }

    async fn remove_link(&self, ctx: &Context<'_>, input: LinkInput) -> Result<String> {
        let settings = ctx.data::<Arc<Settings>>()?;
        make_link(settings, input)
    }
}

pub fn schema(settings: Arc<Settings>) -> Schema<Query, Mutation, EmptySubscription> {
    Schema::build(Query, Mutation, EmptySubscription).data(settings).finish()
}
