//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! Checked statements, which are macros.

use axum::Json;
use sqlx::PgPool;

pub struct Signup {
    pub name: String,
    pub new_password: String,
}

pub async fn change(pool: PgPool, Json(form): Json<Signup>) -> bool {
    sqlx::query!("UPDATE users SET password = $1 WHERE name = $2", form.new_password, form.name) //~ cleartext-password
        .execute(&pool)
        .await
        .is_ok()
}

pub async fn change_in_test_data(pool: PgPool) -> bool {
    sqlx::query!("UPDATE users SET password = $1 WHERE name = $2", "changeme", "admin").execute(&pool).await.is_ok()
}
