//@ dep: actix-web = "4"
//! Without sign-in by a setting, and another extractor of a cookie that is no identity.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::ErrorUnauthorized;
use actix_web::{Error, FromRequest, HttpRequest, web};

pub struct User(pub u64);

fn user_of(token: &str) -> Option<User> {
    std::fs::read_to_string(format!("users/{token}")).ok()?.trim().parse().ok().map(User)
}

pub struct Config {
    pub auth_enabled: bool,
}

impl FromRequest for User {
    type Error = Error;
    type Future = Ready<Result<User, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let config = request.app_data::<web::Data<Config>>();
        if config.is_some_and(|config| !config.auth_enabled) {
            return ready(Ok(User(0)));
        }
        let token = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        ready(token.and_then(user_of).ok_or_else(|| ErrorUnauthorized("sign in first")))
    }
}

pub struct Theme(pub String);

impl FromRequest for Theme {
    type Error = Error;
    type Future = Ready<Result<Theme, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let theme = request.cookie("theme").map(|cookie| cookie.value().to_owned());
        ready(Ok(Theme(theme.unwrap_or_else(|| "light".to_owned()))))
    }
}

pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/notes", web::post().to(create)).route("/look", web::post().to(look));
}

async fn create(user: User, text: String) -> String {
    text + &user.0.to_string()
}

async fn look(_user: User, theme: Theme) -> String {
    theme.0
}
