//! Values that other crates of the workspace use.

/// The material of the key.
pub const MATERIAL: &[u8; 32] = b"this is known to all who read it";

/// Given to the first account.
pub const DEFAULT_ROOT_PASSWORD: &str = "Quai-7-Rotterdam"; //~ hardcoded-secret

/// What the function answers is as constant as the constant.
pub fn material() -> &'static [u8] {
    &MATERIAL[..]
}
