//@ dep: uuid = { version = "1", features = ["v7"] }
//! The token in the link that sets a new password.

use uuid::Uuid;

/// The first half is the time, and the rest counts up or is short.
pub fn reset_token() -> String {
    Uuid::now_v7().simple().to_string() //~ predictable-token
}
