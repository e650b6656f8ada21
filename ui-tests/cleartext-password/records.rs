//@ dep: axum = "0.8"
//@ dep: diesel = "2"
//! Records that are written to a table.

use axum::Json;
use diesel::prelude::*;

pub struct Signup {
    pub name: String,
    pub password: String,
}

#[derive(Insertable)]
pub struct NewUser {
    pub name: String,
    pub password: String,
}

#[derive(Insertable)]
pub struct NewMailbox {
    pub name: String,
    pub password: String,
}

#[derive(Clone)]
pub struct UserOnScreen {
    pub name: String,
    pub password: String,
}

pub async fn register(Json(form): Json<Signup>) -> NewUser {
    NewUser { name: form.name, password: form.password } //~ cleartext-password
}

pub async fn mailbox(Json(form): Json<Signup>) -> NewMailbox {
    NewMailbox { name: form.name, password: form.password }
}

pub async fn shown(Json(form): Json<Signup>) -> UserOnScreen {
    UserOnScreen { name: form.name, password: form.password }
}
