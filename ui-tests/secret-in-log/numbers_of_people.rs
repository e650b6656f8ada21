//@ dep: log = "0.4"
//! Numbers of cards and people, and what is left of them.
use log::{info, warn};

pub struct Payment {
    pub card_number: String,
    pub cvv: String,
    pub card_number_last4: String,
    pub card_number_hash: String,
}

pub fn charge(payment: &Payment, ssn: &str) {
    info!("charging {}", payment.card_number); //~ secret-in-log
    warn!("bad cvv {}", payment.cvv); //~ secret-in-log
    warn!("no credit for {ssn}"); //~ secret-in-log
    info!("charged card {}", payment.card_number_last4);
    info!("known card {}", payment.card_number_hash);
    info!("charged {}", mask_card_number(&payment.card_number));
}

pub fn deal(cards: &[u8], card_number: usize) {
    info!("card {} is {}", card_number, cards[card_number]);
}

pub fn headers(authorization: &str, authorization_url: &str) {
    info!("Authorization: {authorization}"); //~ secret-in-log
    info!("asking at {authorization_url}");
}

pub fn send_reset(to: &str, token: &str) {
    info!("sent {token} to {to}"); //~ secret-in-log
}

fn mask_card_number(number: &str) -> String {
    format!("**** {}", &number[number.len() - 4..])
}
