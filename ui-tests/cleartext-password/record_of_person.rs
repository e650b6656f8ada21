//@ dep: axum = "0.8"
//@ dep: sea-orm = "1"
//! A record whose other columns say that it is one of a person, and one of a machine.

use axum::Form;
use sea_orm::Set;

use crate::entity;

pub struct Signup {
    pub email: String,
    pub host: String,
    pub password: String,
}

pub async fn person(Form(form): Form<Signup>) -> entity::ActiveModel {
    entity::ActiveModel {
        email: Set(form.email),
        password: Set(form.password), //~ cleartext-password
        ..Default::default()
    }
}

pub async fn machine(Form(form): Form<Signup>) -> entity::ActiveModel {
    entity::ActiveModel {
        login: Set(form.email),
        host: Set(form.host),
        password: Set(form.password),
        ..Default::default()
    }
}
