//! A name that says test does not make it one; the function ships.

const TEST_PRIVATE_KEY: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIGtlZXAgdGhpcyBvdXQgb2YgdGhlIHByb2dyYW0hISE=
-----END PRIVATE KEY-----"; //~^^ hardcoded-secret

pub fn licence_key() -> &'static str {
    TEST_PRIVATE_KEY
}
