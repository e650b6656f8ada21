//@ dep: axum = "0.8"
//@ dep: rusqlite = "0.32"
//@ dep: sqlx = "0.8"
//! Numbers of cards and people in statements, whatever the table and its columns are called.

use axum::Form;
use rusqlite::{Connection, named_params, params};

pub struct Order {
    pub name: String,
    pub credit_card_number: String,
    pub cvv: Option<String>,
    pub ssn: String,
}

pub async fn by_bind(Form(order): Form<Order>) {
    let _ = sqlx::query("INSERT INTO orders VALUES ($1, $2)").bind(&order.name).bind(&order.credit_card_number); //~ cleartext-storage
}

pub async fn by_names(Form(order): Form<Order>) -> bool {
    let db = Connection::open("orders.db").unwrap();
    db.execute("UPDATE people SET n = :n WHERE name = :name", named_params! { ":n": order.ssn.trim(), ":name": order.name }) //~ cleartext-storage
        .is_ok()
}

pub async fn by_statement(Form(order): Form<Order>) -> bool {
    let db = Connection::open("orders.db").unwrap();
    let mut statement = db.prepare("INSERT INTO cards (name, code) VALUES (?1, ?2)").unwrap();
    statement.execute(params![order.name, order.cvv]).is_ok() //~ cleartext-storage
}

pub async fn by_format(Form(order): Form<Order>) -> bool {
    let db = Connection::open("orders.db").unwrap();
    let ssn = order.ssn.clone();
    db.execute_batch(&format!("INSERT INTO people (ssn) VALUES ('{ssn}')")).is_ok() //~ cleartext-storage
}

// What stands in a record of the project goes by the name of its field.
pub struct Member {
    pub login: String,
    pub social_security_number: String,
}

pub fn insert(db: &Connection, member: &Member) -> bool {
    let sql = "INSERT INTO members (login, ssn) VALUES (?1, ?2)";
    db.execute(sql, params![member.login, member.social_security_number]).is_ok() //~ cleartext-storage
}
