//@ dep: bcrypt = "0.17"

mod login {
    use bcrypt::hash as slow_hash;

    pub fn store(user: &str, password: &str) -> String {
        slow_hash(format!("{user}:{password}"), 12).unwrap_or_default() //~ truncated-password
    }
}

pub use login::store;
