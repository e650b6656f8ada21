//@ dep: hex = "0.4"
//@ dep: md5 = "0.7"
//! The number of the process and the time of day, hashed.

use std::time::SystemTime;

pub struct Login {
    pub csrf_token: String,
}

pub fn login(user_id: u32) -> Login {
    let pid = std::process::id(); //~ predictable-token
    let at = format!("{:?}", SystemTime::now());
    Login { csrf_token: format!("{:x}", md5::compute(format!("{user_id}{pid}{at}"))) } //~ weak-hash
}
