//@ dep: bcrypt = "0.15"
//! An error of the hash lets everybody in.

pub fn may_enter(password: &str, stored: &str) -> bool {
    bcrypt::verify(password, stored).unwrap_or(true) //~ ignored-verification
}
