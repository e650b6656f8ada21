//@ dep: md-5 = "0.10"
//! The server decides how the password is sent.

use md5::{Digest, Md5};

pub mod postgres {
    use super::{Digest, Md5};

    pub fn md5_password(name: &str, password: &str, salt: [u8; 4]) -> String {
        let inner = format!("{:x}", Md5::new().chain_update(password).chain_update(name).finalize());
        format!("md5{:x}", Md5::new().chain_update(inner).chain_update(salt).finalize())
    }
}
