//@ dep: poem = { version = "3", features = ["session"] }
//@ dep: serde = { version = "1", features = ["derive"] }

use poem::session::Session;
use poem::web::Form;
use poem::{IntoResponse, handler};

#[derive(serde::Deserialize)]
pub struct Login {
    username: String,
    password: String,
}

#[handler]
pub async fn login(Form(form): Form<Login>, session: &Session) -> impl IntoResponse {
    if !verify(&form.username, &form.password) {
        return "wrong";
    }
    session.set("username", form.username); //~ session-fixation
    "welcome"
}

fn verify(name: &str, password: &str) -> bool {
    !name.is_empty() && !password.is_empty()
}
