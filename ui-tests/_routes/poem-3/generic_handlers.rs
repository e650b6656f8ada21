//@ dep: poem = "3"
//! Handlers with generic parameters, which are types of their own with a default value.

use std::marker::PhantomData;

use poem::web::Data;
use poem::{Route, get, handler, post};

pub trait Store: Send + Sync + Clone + 'static {
    fn add(&self, text: &str);
}

#[handler]
async fn list<S: Store>(store: Data<&S>, _kind: PhantomData<S>) -> String {
    store.add("listed");
    "all".to_owned()
}

#[handler]
async fn create<S: Store>(store: Data<&S>, text: String) -> String {
    store.add(&text);
    text
}

pub fn app<S: Store>() -> Route {
    Route::new().at("/notes", get(list::<S>::default()).post(create::<S>::default()))
}
