//@ dep: uuid = { version = "1", features = ["v4"] }
//! The token in the link that sets a new password.

use uuid::Uuid;

/// 122 random bits of the operating system.
pub fn reset_token() -> String {
    Uuid::new_v4().simple().to_string()
}
