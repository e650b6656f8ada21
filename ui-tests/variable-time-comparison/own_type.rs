//@ dep: subtle = "2"
//! A type of the project whose comparison takes constant time.

use subtle::ConstantTimeEq;

pub struct ApiToken(Vec<u8>);

impl PartialEq for ApiToken {
    fn eq(&self, other: &ApiToken) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

pub fn accept(token: &ApiToken, expected_token: &ApiToken) -> bool {
    token == expected_token
}
