//@ dep: juniper = "0.16"
//! Fields of the roots of a schema; the context is asked in the body.

use juniper::{graphql_object, EmptySubscription, FieldError, FieldResult, RootNode};

pub struct Context {
    session: Option<String>,
}

impl juniper::Context for Context {}

impl Context {
    fn require_session(&self) -> FieldResult<&str> {
        self.session.as_deref().ok_or_else(unauthorized)
    }
}

fn unauthorized() -> FieldError {
    FieldError::new("unauthorized", juniper::Value::null())
}

pub struct Query;

#[graphql_object(context = Context)]
impl Query {
    fn api_version() -> &'static str {
        "1"
    }
}

pub struct Mutation;

#[graphql_object]
#[graphql(context = Context)]
impl Mutation {
    async fn create_user(context: &Context, name: String) -> FieldResult<bool> {
        context.require_session()?;
        insert(name).await
    }

    async fn delete_user(context: &Context, id: i32) -> FieldResult<bool> {
        delete(context, id).await
    }
}

pub type Schema = RootNode<'static, Query, Mutation, EmptySubscription<Context>>;

pub fn schema() -> Schema {
    Schema::new(Query, Mutation, EmptySubscription::new())
}
