//! The name of what a program starts itself; a session of a user is no such thing.

pub mod container {
    pub fn spare(counter: u64) -> String {
        let session_id = format!("warm-{}-{}", std::process::id(), counter);
        session_id
    }
}

pub mod login {
    pub fn begin(counter: u64) -> String {
        let session_id = format!("user-{}-{}", std::process::id(), counter); //~ predictable-token
        session_id
    }
}
