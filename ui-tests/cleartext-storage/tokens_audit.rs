//@ profile: audit
//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! The same in the profile for audits.

use axum::Form;

pub struct Connected {
    pub user: i64,
    pub refresh_token: String,
    pub api_key: String,
}

pub async fn connect(Form(form): Form<Connected>) {
    let _ = sqlx::query("UPDATE users SET refresh = $2 WHERE id = $1").bind(form.user).bind(form.refresh_token); //~ cleartext-storage
    let _ = sqlx::query("INSERT INTO integrations (k) VALUES ($1)").bind(form.api_key); //~ cleartext-storage
}
