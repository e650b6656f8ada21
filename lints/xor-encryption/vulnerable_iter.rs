//! Tokens that say which order a link belongs to.

/// Makes the order unreadable.
pub fn encrypt(order: &str, secret_key: &str) -> Vec<u8> {
    let key = secret_key.as_bytes().iter().cycle();
    order.bytes().zip(key).map(|(byte, key)| byte ^ key).collect() //~ xor-encryption
}
