//@ dep: axum = "0.8"
//@ dep: diesel = { version = "2", features = ["postgres"] }
//@ dep: mongodb = "3"
//@ dep: sea-orm = "1"
//! Builders of statements, records and documents.

use axum::Form;
use diesel::prelude::*;
use mongodb::bson::{Document, doc};
use sea_orm::Set;

diesel::table! {
    cards (id) {
        id -> Integer,
        number -> Text,
        card_number -> Text,
    }
}

pub struct NewCard {
    pub id: i32,
    pub card_number: String,
}

#[derive(Insertable)]
#[diesel(table_name = cards)]
pub struct Row {
    pub id: i32,
    pub card_number: String,
}

pub async fn by_column(Form(card): Form<NewCard>, mut db: PgConnection) -> bool {
    diesel::insert_into(cards::table)
        .values((cards::id.eq(card.id), cards::card_number.eq(&card.card_number))) //~ cleartext-storage
        .execute(&mut db)
        .is_ok()
}

pub async fn by_record(Form(card): Form<NewCard>, mut db: PgConnection) -> bool {
    let row = Row { id: card.id, card_number: card.card_number }; //~ cleartext-storage
    diesel::insert_into(cards::table).values(&row).execute(&mut db).is_ok()
}

pub async fn by_model(Form(card): Form<NewCard>) -> card::ActiveModel {
    card::ActiveModel { id: Set(card.id), card_number: Set(card.card_number) } //~ cleartext-storage
}

pub async fn by_document(Form(card): Form<NewCard>, all: mongodb::Collection<Document>) -> bool {
    all.insert_one(doc! { "id": card.id, "card_number": card.card_number }).await.is_ok() //~ cleartext-storage
}

pub mod card {
    pub struct ActiveModel {
        pub id: sea_orm::ActiveValue<i32>,
        pub card_number: sea_orm::ActiveValue<String>,
    }
}
