//! The token of a lock keeps others from giving it back by mistake, and that of an account.

pub mod lock_table {
    pub struct Held {
        pub stored_token: String,
    }

    pub fn verify_release(held: &Held, token: &str) -> bool {
        held.stored_token == token
    }

    pub fn verify_owner(access_token: &str, token: &str) -> bool {
        access_token == token //~ variable-time-comparison
    }
}

pub mod accounts {
    pub struct Account {
        pub stored_token: String,
    }

    pub fn verify(account: &Account, token: &str) -> bool {
        account.stored_token == token //~ variable-time-comparison
    }
}
