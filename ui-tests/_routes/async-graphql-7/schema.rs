//@ dep: async-graphql = "7"
//! Fields of the roots of a schema: guards in attributes, checks in the body, merged roots, a field under another name.

use async_graphql::{Context, EmptySubscription, Error, Guard, MergedObject, Object, Result, Schema, SimpleObject};

pub struct Session(String);

#[derive(PartialEq)]
pub enum Role {
    Admin,
    Editor,
}

pub struct RoleGuard {
    role: Role,
}

impl RoleGuard {
    pub fn new(role: Role) -> Self {
        Self { role }
    }
}

impl Guard for RoleGuard {
    async fn check(&self, ctx: &Context<'_>) -> Result<()> {
        if ctx.data_opt::<Role>() == Some(&self.role) {
            Ok(())
        } else {
            Err(Error::new("forbidden"))
        }
    }
}

pub struct Counted;

impl Guard for Counted {
    async fn check(&self, _: &Context<'_>) -> Result<()> {
        count();
        Ok(())
    }
}

#[derive(SimpleObject)]
pub struct Note {
    id: u64,
}

#[derive(Default)]
pub struct QueryRoot;

#[Object]
impl QueryRoot {
    async fn notes(&self, _: &Context<'_>) -> Vec<Note> {
        Vec::new()
    }

    #[graphql(guard = "RoleGuard::new(Role::Admin)")]
    async fn audit_log(&self) -> Vec<String> {
        Vec::new()
    }
}

#[derive(Default)]
pub struct NoteMutation;

#[Object]
impl NoteMutation {
    #[graphql(guard = "RoleGuard::new(Role::Editor).or(RoleGuard::new(Role::Admin))")]
    async fn create_note(&self, ctx: &Context<'_>, text: String) -> Result<Note> {
        store(ctx, text).await
    }

    #[graphql(guard = RoleGuard::new(Role::Admin), name = "dropNote")]
    async fn remove_note(&self, ctx: &Context<'_>, id: u64) -> Result<bool> {
        forget(ctx, id).await
    }

    async fn pin_note(&self, ctx: &Context<'_>, id: u64) -> Result<bool> {
        pin(ctx, id).await
    }

    #[graphql(guard = "Counted")]
    async fn star_note(&self, ctx: &Context<'_>, id: u64) -> Result<bool> {
        star(ctx, id).await
    }
}

#[derive(Default)]
pub struct UserMutation;

#[Object]
impl UserMutation {
    async fn rename(&self, ctx: &Context<'_>, name: String) -> Result<bool> {
        let session = ctx.data_opt::<Session>().ok_or_else(|| Error::new("not authenticated"))?;
        rename(&session.0, name).await
    }

    async fn sign_in(&self, name: String, password: String) -> Result<String> {
        token_for(name, password).await
    }

    #[graphql(skip)]
    async fn helper(&self) -> bool {
        true
    }
}

#[derive(MergedObject, Default)]
pub struct MutationRoot(NoteMutation, UserMutation);

pub fn schema() -> Schema<QueryRoot, MutationRoot, EmptySubscription> {
    Schema::build(QueryRoot, MutationRoot::default(), EmptySubscription).finish()
}
