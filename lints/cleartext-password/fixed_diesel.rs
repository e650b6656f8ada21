//@ dep: argon2 = { version = "0.5", features = ["std"] }
//@ dep: axum = "0.8"
//@ dep: diesel = { version = "2", default-features = false, features = ["postgres_backend"] }
//@ dep: serde = { version = "1", features = ["derive"] }
//! Somebody registers.

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHasher, SaltString};
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

/// What is stored says nothing of the password without guessing for long.
pub fn register<C>(db: &mut C, Json(form): Json<Registration>) -> Result<usize, Box<dyn std::error::Error>>
where
    C: diesel::connection::LoadConnection<Backend = Pg>,
{
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default().hash_password(form.password.as_bytes(), &salt)?.to_string();
    let row = (users::name.eq(&form.name), users::password.eq(hash));
    Ok(diesel::insert_into(users::table).values(row).execute(db)?)
}
