//@ dep: oauth2 = "5"
//@ dep: rand = "0.9"
//! Drawn anew for each login, by the library or by hand.
use oauth2::CsrfToken;
use rand::distr::{Alphanumeric, SampleString};

pub fn by_library() -> CsrfToken {
    CsrfToken::new_random()
}

pub fn by_hand() -> CsrfToken {
    CsrfToken::new(Alphanumeric.sample_string(&mut rand::rng(), 32))
}

pub fn with_prefix() -> CsrfToken {
    CsrfToken::new(format!("shop-{}", Alphanumeric.sample_string(&mut rand::rng(), 32)))
}
