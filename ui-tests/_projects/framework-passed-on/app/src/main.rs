//! Depends on no framework itself.

use std::future::{Ready, ready};

use web::framework::dev::Payload;
use web::framework::error::ErrorUnauthorized;
use web::framework::web::{Data, Path, delete, post, resource};
use web::framework::{App, Error, FromRequest, HttpRequest, HttpResponse, HttpServer};

pub struct Store;

impl Store {
    pub fn add_note(&self, _text: String) {}
    pub fn add_page(&self, _text: String) {}
    pub fn remove_note(&self, _id: u64) {}
    pub fn remove_page(&self, _id: u64) {}
    pub fn user_of(&self, token: &str) -> Option<String> {
        (token.len() == 32).then(|| token.to_owned())
    }
}

pub struct Editor(pub String);

impl FromRequest for Editor {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.headers().get("Authorization").and_then(|value| value.to_str().ok());
        let store = request.app_data::<Data<Store>>();
        let user = token.and_then(|token| store.and_then(|store| store.user_of(token)));
        ready(user.map(Editor).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

async fn remove_note(_: Editor, store: Data<Store>, id: Path<u64>) -> HttpResponse {
    store.remove_note(id.into_inner());
    HttpResponse::NoContent().finish()
}

async fn add_note(_: Editor, store: Data<Store>, text: String) -> HttpResponse {
    store.add_note(text);
    HttpResponse::Created().finish()
}

async fn add_page(_: Editor, store: Data<Store>, text: String) -> HttpResponse {
    store.add_page(text);
    HttpResponse::Created().finish()
}

async fn remove_page(store: Data<Store>, id: Path<u64>) -> HttpResponse {
    store.remove_page(id.into_inner());
    HttpResponse::NoContent().finish()
}

fn main() {
    let _ = HttpServer::new(|| {
        App::new()
            .service(resource("/notes").route(post().to(add_note)))
            .service(resource("/pages").route(post().to(add_page)))
            .service(resource("/notes/{id}").route(delete().to(remove_note)))
            .service(resource("/pages/{id}").route(delete().to(remove_page))) //~ missing-authorization
    });
}
