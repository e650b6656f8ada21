//@ dep: md-5 = "0.10"
//@ dep: sha1 = "0.10"
//@ dep: hex = "0.4"

use md5::{Digest, Md5};
use sha1::Sha1;

pub struct Patient {
    pub ssn: String,
    pub email: String,
}

// Named for the algorithm, and an identifier comes out: nobody may guess what went in all the same.
pub fn md5_ssn(patient: &Patient) -> String {
    let mut hasher = Md5::new(); //~ weak-hash
    hasher.update(&patient.ssn);
    hex::encode(hasher.finalize())
}

pub fn loyalty_id(credit_card: &str) -> String {
    let id = hex::encode(Sha1::digest(credit_card.replace(' ', ""))); //~ weak-hash
    id
}

// An address names who it is; that it is an identifier excuses it.
pub fn mail_id(patient: &Patient) -> String {
    let id = hex::encode(Md5::digest(patient.email.as_bytes()));
    id
}

// The id of a card in a game.
pub fn picture_id(card: &[u8]) -> String {
    let id = hex::encode(Sha1::digest(card));
    id
}
