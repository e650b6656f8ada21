//@ dep: axum = "0.8"
//@ dep: rusqlite = "0.32"
//@ dep: sqlx = "0.8"
//! Texts of statements, in a call, a variable, a constant and a format string.

use axum::Form;
use rusqlite::{Connection, params};

pub struct Signup {
    pub name: String,
    pub password: String,
}

const INSERT: &str = "insert into accounts (name, passwd) values (?1, ?2)";

pub async fn by_constant(Form(form): Form<Signup>) -> bool {
    let db = Connection::open("accounts.db").unwrap();
    let password = form.password.trim();
    db.execute(INSERT, params![form.name, password]).is_ok() //~ cleartext-password
}

pub async fn by_variable(Form(form): Form<Signup>) -> bool {
    let db = Connection::open("accounts.db").unwrap();
    let sql = "UPDATE members SET password = ?1 WHERE name = ?2";
    db.execute(sql, (&form.password, &form.name)).is_ok() //~ cleartext-password
}

pub async fn by_format(Form(form): Form<Signup>) -> bool {
    let db = Connection::open("accounts.db").unwrap();
    let sql = format!("INSERT INTO user (name, password) VALUES ('{}', '{}')", form.name, form.password); //~ cleartext-password
    db.execute(&sql, ()).is_ok()
}

pub async fn by_pattern(Form(form): Form<Signup>) -> bool {
    let db = Connection::open("accounts.db").unwrap();
    let Signup { name, password } = form;
    db.execute(INSERT, params![name, password]).is_ok() //~ cleartext-password
}
