//@ dep: rocket = "0.5"
//@ dep: rocket_okapi = "0.9"
//! Lists of routes with a description beside them, mounted together; a guard whose look at the cookie is a function.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Build, Rocket, Route, delete, get, post, put};
use rocket_okapi::okapi::openapi3::OpenApi;
use rocket_okapi::settings::OpenApiSettings;
use rocket_okapi::{mount_endpoints_and_merged_docs, openapi, openapi_get_routes, openapi_get_routes_spec};

pub struct Gardener {
    pub name: String,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Gardener {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        match gardener_of(request) {
            Some(name) => Outcome::Success(Gardener { name }),
            None => Outcome::Error((Status::Unauthorized, ())),
        }
    }
}

fn gardener_of(request: &Request<'_>) -> Option<String> {
    let token = request.cookies().get_private("auth_token")?.value().to_string();
    store::name_by_token(&token)
}

mod store {
    pub fn name_by_token(token: &str) -> Option<String> {
        (!token.is_empty()).then(|| token.to_owned())
    }
}

mod beds {
    use super::*;

    pub fn routes() -> (Vec<Route>, OpenApi) {
        openapi_get_routes_spec![list, plant, pull_out]
    }

    #[openapi(tag = "Beds")]
    #[get("/")]
    fn list() -> String {
        String::new()
    }

    #[openapi(tag = "Beds")]
    #[post("/", data = "<what>")]
    fn plant(gardener: Gardener, what: String) -> String {
        format!("{} plants {what}", gardener.name)
    }

    #[openapi(tag = "Beds")]
    #[delete("/<bed>")]
    fn pull_out(_gardener: Gardener, bed: u32) -> String {
        bed.to_string()
    }
}

mod tools {
    use super::*;

    pub fn routes(settings: &OpenApiSettings) -> (Vec<Route>, OpenApi) {
        openapi_get_routes_spec![settings: borrow]
    }

    #[openapi]
    #[put("/<tool>/borrower")]
    fn borrow(_gardener: Gardener, tool: u32) -> String {
        tool.to_string()
    }
}

#[openapi]
#[get("/weather")]
fn weather() -> &'static str {
    "rain"
}

pub fn mount(mut app: Rocket<Build>) -> Rocket<Build> {
    let settings = OpenApiSettings::default();
    mount_endpoints_and_merged_docs! {
        app, "/v1".to_owned(), settings,
        "/" => (vec![], OpenApi::new()),
        "/beds" => beds::routes(),
        "/tools" => tools::routes(&settings),
    };
    app
}

pub fn app() -> Rocket<Build> {
    mount(rocket::build().mount("/public", openapi_get_routes![weather]))
}
