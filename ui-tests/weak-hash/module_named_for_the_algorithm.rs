//@ dep: md5 = "0.7"
//! What it is for, the callers of the module know; a module with the word in its name is not called like it.

pub mod md5_sum {
    pub fn hash(input: &str) -> String {
        let digest = md5::compute(input.as_bytes()); //~ weak-hash
        format!("{digest:x}")
    }
}

pub mod md5 {
    pub fn hash(input: &str) -> String {
        let digest = ::md5::compute(input.as_bytes());
        format!("{digest:x}")
    }

    pub fn of_password(password: &str) -> String {
        let digest = ::md5::compute(password); //~ weak-hash
        format!("{digest:x}")
    }
}
