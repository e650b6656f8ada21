//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! A function that is given the number: what its callers give decides.

use axum::Form;

pub struct Person {
    pub ssn: String,
}

async fn store_as_it_came(ssn: &str) {
    let _ = sqlx::query("INSERT INTO people (number) VALUES ($1)").bind(ssn); //~ cleartext-storage
}

pub async fn register(Form(person): Form<Person>) {
    store_as_it_came(&person.ssn).await;
}

async fn store_sealed(ssn: &str) {
    let _ = sqlx::query("INSERT INTO people (number) VALUES ($1)").bind(ssn);
}

pub async fn register_sealed(Form(person): Form<Person>) {
    store_sealed(&seal(&person.ssn)).await;
}

fn seal(text: &str) -> String {
    text.chars().rev().collect()
}

// Nobody calls it here, and the name says what it is.
pub async fn store_for_others(card_number: &str) {
    let _ = sqlx::query("INSERT INTO cards (number) VALUES ($1)").bind(card_number); //~ cleartext-storage
}

pub async fn store_for_others_too(social_security_number: String) {
    let _ = sqlx::query("INSERT INTO people (number) VALUES ($1)").bind(social_security_number); //~ cleartext-storage
}
