//@ dep: bcrypt = "0.15"

pub fn may_enter(password: &str, stored: &str) -> bool {
    bcrypt::verify(password, stored).unwrap_or(false)
}
