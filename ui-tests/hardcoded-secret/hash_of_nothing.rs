//! A password hash that is verified when the account does not exist, so that the answer takes as long.

const DUMMY_PASSWORD_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3bJ6FOIkDRZb2rz4uBDW0pIeCwMMM4CCyWJ0V4Qy3mU";

pub fn stored_hash(account: Option<&str>) -> &str {
    account.unwrap_or(DUMMY_PASSWORD_HASH)
}
