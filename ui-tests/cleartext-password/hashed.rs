//@ dep: axum = "0.8"
//@ dep: bcrypt = "0.15"
//@ dep: sqlx = "0.8"
//! What was hashed, by a library, by a function of the project, or by the database, may have any name.

use axum::Form;

pub struct Signup {
    pub name: String,
    pub password: String,
}

fn protect(password: &str) -> String {
    password.chars().rev().collect()
}

pub async fn by_library(Form(form): Form<Signup>) {
    let password = bcrypt::hash(&form.password, 12).unwrap();
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(form.name).bind(password);
}

pub async fn by_function(Form(form): Form<Signup>) {
    let password = protect(&form.password);
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(form.name).bind(&password);
}

pub async fn by_database(Form(form): Form<Signup>) {
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, crypt($2, gen_salt('bf')))")
        .bind(form.name)
        .bind(form.password);
}

pub async fn named_for_it(Form(form): Form<Signup>, password_hash: String) {
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(form.name).bind(password_hash);
}

fn slow(password: &str) -> Result<String, String> {
    if password.is_empty() { Err("empty".to_owned()) } else { Ok(password.repeat(2)) }
}

pub async fn taken_out_of_a_result(Form(form): Form<Signup>) {
    let Ok(password) = slow(&form.password) else { return };
    let _ = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(form.name).bind(&password);
}

pub async fn taken_out_by_a_match(Form(form): Form<Signup>) {
    match slow(&form.password) {
        Ok(password) => {
            let _ = sqlx::query("UPDATE users SET password = $1 WHERE name = $2").bind(&password).bind(form.name);
        }
        Err(_) => {}
    }
}
