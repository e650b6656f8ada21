//@ dep: axum = "0.8"
//@ dep: sqlx = "0.8"
//! What was encrypted, what only belongs to a card, and statements that store nothing.

use axum::Form;

pub struct Card {
    pub id: i64,
    pub card_number: String,
    pub card_number_last4: String,
    pub card_brand: String,
    pub cvv_required: bool,
    pub encrypted_card_number: Vec<u8>,
    pub bin_number: String,
}

fn seal(text: &str) -> Vec<u8> {
    text.bytes().rev().collect()
}

pub async fn encrypted(Form(card): Form<Card>) {
    let _ = sqlx::query("INSERT INTO cards VALUES ($1)").bind(seal(&card.card_number));
    let card_number = seal(&card.card_number);
    let _ = sqlx::query("INSERT INTO cards VALUES ($1)").bind(card_number);
    let _ = sqlx::query("INSERT INTO cards VALUES ($1)").bind(&card.encrypted_card_number);
}

pub async fn encrypted_by_the_database(Form(card): Form<Card>) {
    let _ = sqlx::query("INSERT INTO cards VALUES (pgp_sym_encrypt($1, $2))").bind(&card.card_number);
}

pub async fn about_it(Form(card): Form<Card>) {
    let _ = sqlx::query("INSERT INTO cards VALUES ($1, $2, $3, $4)")
        .bind(&card.card_number_last4)
        .bind(&card.card_brand)
        .bind(card.cvv_required)
        .bind(&card.bin_number);
}

pub async fn asks(Form(card): Form<Card>) {
    let _ = sqlx::query("SELECT id FROM cards WHERE owner = $1").bind(card.id);
}
