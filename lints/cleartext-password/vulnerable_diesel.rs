//@ dep: axum = "0.8"
//@ dep: diesel = { version = "2", default-features = false, features = ["postgres_backend"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! Somebody registers.

use axum::Json;
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::Deserialize;

diesel::table! {
    users (name) {
        name -> Text,
        password -> Text,
    }
}

/// What a person sends.
#[derive(Deserialize)]
pub struct Registration {
    pub name: String,
    pub password: String,
}

/// Whoever reads a backup of the table can log in as anybody.
pub fn register<C>(db: &mut C, Json(form): Json<Registration>) -> QueryResult<usize>
where
    C: diesel::connection::LoadConnection<Backend = Pg>,
{
    diesel::insert_into(users::table)
        .values((users::name.eq(&form.name), users::password.eq(&form.password))) //~ cleartext-password
        .execute(db)
}
