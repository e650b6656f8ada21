//@ dep: axum = "0.8"
//@ dep: password-auth = "1"
//@ dep: sqlx = "0.8"
//! What another call makes of the password is given to the statement, not the password.

use axum::Form;

pub struct Signup {
    pub name: String,
    pub password: String,
}

fn hash_password(text: &str, rounds: u32) -> Result<String, String> {
    if text.len() < 8 { Err("short".to_owned()) } else { Ok(format!("{rounds}${}", text.len())) }
}

pub async fn by_library(Form(form): Form<Signup>) {
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)")
        .bind(form.name)
        .bind(password_auth::generate_hash(&form.password));
}

pub async fn by_function(Form(form): Form<Signup>) -> Result<(), String> {
    let _ = sqlx::query("UPDATE users SET password = $1 WHERE name = $2")
        .bind(hash_password(&form.password, 12)?)
        .bind(form.name);
    Ok(())
}

pub async fn in_a_list(Form(form): Form<Signup>) {
    let _ = sqlx::query("UPDATE users SET password = $1 WHERE name = $2")
        .bind([&form.name, &form.password].concat().len() as i64)
        .bind(form.name);
}

pub async fn as_it_is(Form(form): Form<Signup>) {
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)")
        .bind(form.name)
        .bind(&form.password); //~ cleartext-password
}
