//@ dep: axum = "0.8"
//@ dep: bcrypt = "0.15"
//@ dep: sqlx = "0.8"
//! A function is given the password: what its callers did with it decides.

use axum::Form;
use sqlx::PgPool;

pub struct Signup {
    pub name: String,
    pub password: String,
}

async fn insert(pool: &PgPool, name: &str, password: &str) -> bool {
    let query = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(name).bind(password); //~ cleartext-password
    query.execute(pool).await.is_ok()
}

pub async fn register(pool: PgPool, Form(form): Form<Signup>) -> bool {
    insert(&pool, &form.name, &form.password).await
}

async fn insert_hashed(pool: &PgPool, name: &str, password: &str) -> bool {
    let query = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(name).bind(password);
    query.execute(pool).await.is_ok()
}

pub async fn register_hashed(pool: PgPool, Form(form): Form<Signup>) -> bool {
    let Ok(password) = bcrypt::hash(&form.password, 12) else { return false };
    insert_hashed(&pool, &form.name, &password).await
}

pub async fn nobody_calls(pool: &PgPool, name: &str, password: &str) -> bool {
    let query = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(name).bind(password); //~ cleartext-password
    query.execute(pool).await.is_ok()
}

pub async fn nobody_calls_with_a_new_one(pool: &PgPool, name: &str, fresh_password: &str) -> bool {
    let query = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(name).bind(fresh_password);
    query.execute(pool).await.is_ok()
}

async fn insert_for_an_owner(pool: &PgPool, name: &str, password: &str) -> bool {
    let query = sqlx::query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(name).bind(password);
    query.execute(pool).await.is_ok()
}

pub async fn named_for_being_hashed(pool: &PgPool, name: &str, hashed_password: &str) -> bool {
    insert_for_an_owner(pool, name, hashed_password).await
}
