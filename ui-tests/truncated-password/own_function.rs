//@ dep: bcrypt = "0.17"

mod passwords {
    pub fn hash(password: &str, cost: u32) -> Option<String> {
        bcrypt::non_truncating_hash(password, cost).ok()
    }
}

pub fn create(password: &str) -> Option<String> {
    passwords::hash(password, 12)
}
