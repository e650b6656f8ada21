//! A constant whose name says what it is.

pub const ADMIN_PASSWORD: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret
pub static API_TOKEN: &str = "b1946ac92492d2347c6235b4d2611184"; //~ hardcoded-secret
const SIGNING_SECRET: &[u8] = b"Quai-8-Rotterdam"; //~ hardcoded-secret

pub fn all() -> (&'static str, &'static str, &'static [u8]) {
    (ADMIN_PASSWORD, API_TOKEN, SIGNING_SECRET)
}
