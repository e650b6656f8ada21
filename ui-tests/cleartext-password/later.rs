//@ dep: axum = "0.8"
//@ dep: mysql = "25"
//@ dep: rusqlite = "0.32"
//! Statements that are kept in a variable, parameters by name, and statements that look for the password.

use axum::Form;
use mysql::prelude::Queryable;
use rusqlite::{Connection, params};

pub struct Signup {
    pub name: String,
    pub password: String,
}

pub async fn prepared(Form(form): Form<Signup>) -> rusqlite::Result<usize> {
    let db = Connection::open("accounts.db")?;
    let mut insert = db.prepare("INSERT INTO users (name, password) VALUES (?1, ?2)")?;
    insert.execute(params![form.name, form.password]) //~ cleartext-password
}

pub async fn prepared_for_a_hash(Form(form): Form<Signup>, hash: String) -> rusqlite::Result<usize> {
    let db = Connection::open("accounts.db")?;
    let mut insert = db.prepare("INSERT INTO users (name, password) VALUES (?1, ?2)")?;
    check(&form.password);
    insert.execute(params![form.name, hash])
}

fn check(password: &str) -> bool {
    password.len() > 8
}

pub async fn by_name(Form(form): Form<Signup>, conn: &mut mysql::Conn) -> mysql::Result<()> {
    conn.exec_drop(
        "INSERT INTO users (name, password) VALUES (:name, :password)",
        mysql::params! { "name" => form.name, "password" => form.password }, //~ cleartext-password
    )
}

pub async fn looked_for(Form(form): Form<Signup>) -> rusqlite::Result<i64> {
    let db = Connection::open("accounts.db")?;
    let text = "SELECT id FROM users WHERE name = ?1 AND password = ?2";
    db.query_row(text, params![form.name, form.password], |row| row.get(0)) //~ cleartext-password
}

pub async fn looked_for_by_name(Form(form): Form<Signup>) -> rusqlite::Result<String> {
    let db = Connection::open("accounts.db")?;
    let text = "SELECT password FROM users WHERE name = ?1";
    let stored: String = db.query_row(text, params![form.name], |row| row.get(0))?;
    Ok(if check(&form.password) { stored } else { String::new() })
}

pub async fn hashed_by_the_database(Form(form): Form<Signup>) -> rusqlite::Result<i64> {
    let db = Connection::open("accounts.db")?;
    let text = "SELECT id FROM users WHERE name = ?1 AND password = crypt(?2, password)";
    db.query_row(text, params![form.name, form.password], |row| row.get(0))
}

/// Nothing calls these: what the parameter is called has to do.
pub fn store(db: &Connection, name: &str, password: &str) -> rusqlite::Result<usize> {
    db.execute("INSERT INTO users (name, password) VALUES (?1, ?2)", params![name, password]) //~ cleartext-password
}

pub fn store_hash(db: &Connection, name: &str, password_hash: &str) -> rusqlite::Result<usize> {
    db.execute("INSERT INTO users (name, password) VALUES (?1, ?2)", params![name, password_hash])
}
