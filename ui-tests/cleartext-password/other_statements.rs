//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! Statements that store no password of a person.

use axum::Form;

pub struct Request {
    pub name: String,
    pub password: String,
    pub smtp_password: String,
}

pub async fn asks(Form(form): Form<Request>, password_hash: String) {
    let _ = sqlx::query("SELECT id FROM users WHERE name = $1 AND password = $2").bind(form.name).bind(password_hash);
}

pub async fn asks_for_the_password(Form(form): Form<Request>) -> String {
    let _ = sqlx::query("SELECT password FROM users WHERE name = $1").bind(form.name);
    form.password
}

pub async fn of_another_service(Form(form): Form<Request>) {
    let _ = sqlx::query("INSERT INTO mail_servers (name, password) VALUES ($1, $2)").bind(form.name).bind(form.password);
}

pub async fn another_column(Form(form): Form<Request>) {
    let _ = sqlx::query("UPDATE users SET smtp_password = $1 WHERE name = $2").bind(form.smtp_password).bind(form.name);
}

pub async fn another_value(Form(form): Form<Request>, digest: String) {
    let _ = sqlx::query("UPDATE users SET password = $1 WHERE name = $2").bind(digest).bind(form.name);
}
