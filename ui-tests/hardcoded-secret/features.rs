//! Code under a condition that is not about tests ships.

pub fn sign_in(password: &str) -> bool {
    password.len() > 12
}

#[cfg(any(test, feature = "std"))]
pub mod with_std {
    pub const PASSWORD: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret
}

#[cfg(any(feature = "demo", feature = "testing"))]
pub fn demo() -> bool {
    let password = "Quai-7-Rotterdam"; //~ hardcoded-secret
    sign_in(password)
}

#[cfg(not(feature = "testing"))]
pub fn shipped() -> bool {
    let password = "Quai-7-Rotterdam"; //~ hardcoded-secret
    sign_in(password)
}
