//@ dep: axum = "0.8"
//@ dep: bcrypt = "0.15"
//@ dep: diesel = { version = "2", features = ["sqlite"] }
//@ dep: sea-orm = "1"
//@ dep: mongodb = "3"
//! The password stands beside the name of its column, in builders of statements and in documents.

use axum::Form;
use diesel::prelude::*;
use mongodb::Collection;
use mongodb::bson::{Document, doc};
use sea_orm::Set;

mod schema;
use crate::entity::account;
use schema::users;

pub struct Signup {
    pub email: String,
    pub password: String,
}

pub async fn inserted(Form(form): Form<Signup>, conn: &mut SqliteConnection) {
    let row = diesel::insert_into(users::table)
        .values((users::email.eq(form.email), users::password.eq(&form.password))); //~ cleartext-password
    row.execute(conn).ok();
}

pub async fn changed(Form(form): Form<Signup>, conn: &mut SqliteConnection) {
    let found = diesel::update(users::table.filter(users::email.eq(form.email)));
    found.set(users::password.eq(form.password)).execute(conn).ok(); //~ cleartext-password
}

pub async fn hashed(Form(form): Form<Signup>, conn: &mut SqliteConnection) {
    let password = bcrypt::hash(&form.password, 12).unwrap();
    let found = diesel::update(users::table.filter(users::email.eq(form.email)));
    found.set(users::password.eq(password)).execute(conn).ok();
}

pub async fn record(Form(form): Form<Signup>) -> account::ActiveModel {
    account::ActiveModel {
        email: Set(form.email),
        password: Set(form.password), //~ cleartext-password
        ..Default::default()
    }
}

pub async fn record_of_a_hash(Form(form): Form<Signup>) -> account::ActiveModel {
    let hash = bcrypt::hash(&form.password, 12).unwrap();
    account::ActiveModel { email: Set(form.email), password: Set(hash), ..Default::default() }
}

pub async fn field(Form(form): Form<Signup>, mut account: account::ActiveModel) -> account::ActiveModel {
    account.password = Set(form.password.to_owned()); //~ cleartext-password
    account
}

pub async fn document(Form(form): Form<Signup>, people: Collection<Document>) {
    let done = people.insert_one(doc! { "email": form.email, "password": form.password }); //~ cleartext-password
    done.await.ok();
}

pub async fn changed_document(Form(form): Form<Signup>, people: Collection<Document>) {
    let change = doc! { "$set": { "email": &form.email, "password": bcrypt::hash(&form.password, 12).unwrap() } };
    people.update_one(doc! { "email": &form.email }, change).await.ok();
    people
        .update_one(
            doc! { "email": &form.email },
            doc! { "$set": { "email": &form.email, "password": form.password } }, //~ cleartext-password
        )
        .await
        .ok();
}

/// The password of a machine has to be known later.
pub async fn remote(host: String, password: String, machines: Collection<Document>) {
    machines.insert_one(doc! { "host": host, "user": "backup", "password": password }).await.ok();
}

pub async fn found(Form(form): Form<Signup>, people: Collection<Document>) -> bool {
    people.find_one(doc! { "email": form.email }).await.is_ok()
}
