//@ dep: juniper = "0.16"
//! The context keeps who asks, and its methods refuse.

use juniper::{EmptySubscription, FieldError, FieldResult, RootNode, Value, graphql_object};

pub struct User {
    pub name: String,
    pub keeper: bool,
}

pub struct Context {
    pub books: std::sync::Mutex<Vec<String>>,
    user: Option<User>,
}

impl juniper::Context for Context {}

impl Context {
    pub fn require_user(&self) -> FieldResult<&User> {
        self.user.as_ref().ok_or_else(|| FieldError::new("unauthenticated", Value::null()))
    }

    pub fn require_keeper(&self) -> FieldResult<&User> {
        let user = self.require_user()?;
        if !user.keeper {
            return Err(FieldError::new("forbidden", Value::null()));
        }
        Ok(user)
    }
}

pub struct Query;

#[graphql_object(context = Context)]
impl Query {
    fn version() -> &'static str {
        "1"
    }

    fn me(context: &Context) -> FieldResult<String> {
        Ok(context.require_user()?.name.clone())
    }
}

pub struct Mutation;

#[graphql_object(context = Context)]
impl Mutation {
    fn remove_book(context: &Context, title: String) -> FieldResult<bool> {
        context.require_keeper()?;
        context.books.lock()?.retain(|book| *book != title);
        Ok(true)
    }

    fn clear(context: &Context) -> FieldResult<bool> {
        let _ = context.require_keeper();
        context.books.lock()?.clear();
        Ok(true)
    }
}

pub type Schema = RootNode<'static, Query, Mutation, EmptySubscription<Context>>;

pub fn create() -> Schema {
    Schema::new(Query, Mutation, EmptySubscription::new())
}
