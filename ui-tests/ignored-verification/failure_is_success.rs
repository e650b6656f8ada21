//@ dep: bcrypt = "0.15"
//@ dep: ring = "0.17"
//! An error of the hash lets everybody in.

pub fn may_enter(password: &str, stored: &str) -> bool {
    bcrypt::verify(password, stored).unwrap_or(true) //~ ignored-verification
}

// What a failure becomes is a success.
pub fn checked(key: &ring::hmac::Key, message: &[u8], tag: &[u8]) -> Result<(), ring::error::Unspecified> {
    ring::hmac::verify(key, message, tag).or_else(|_| Ok(())) //~ ignored-verification
}

// A second key is tried.
pub fn either(one: &ring::hmac::Key, other: &ring::hmac::Key, message: &[u8], tag: &[u8]) -> Result<(), ring::error::Unspecified> {
    ring::hmac::verify(one, message, tag).or_else(|_| ring::hmac::verify(other, message, tag))
}
