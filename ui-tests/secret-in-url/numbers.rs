//@ dep: url = "2"
//! Numbers of people and cards, in any case and in several parts.

use url::Url;

pub fn look_up(ssn: &str) -> Url {
    Url::parse_with_params("https://gov.example.com/person", &[("SSN", ssn)]).unwrap() //~ secret-in-url
}

pub fn charge(base: &str, card: &str, code: &str) -> String {
    let mut url = format!("{base}/charge?amount=10");
    url.push_str(&format!("&card_number={card}&cvv={code}")); //~ secret-in-url
    url
}

// What is shown of a card, and what a page calls its fields.
pub fn receipt(base: &str, last4: &str) -> [String; 2] {
    [format!("{base}/receipt?card_last4={last4}"), format!("{base}/form?field=password&label={last4}")]
}
