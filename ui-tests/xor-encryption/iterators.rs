//! Chains of iterators.

const SECRET_KEY: &[u8; 8] = b"hu7tE2x9"; //~ hardcoded-secret

pub fn numbered(text: &str) -> Vec<u8> {
    let hide = |(i, byte): (usize, u8)| byte ^ SECRET_KEY[i % SECRET_KEY.len()]; //~ xor-encryption
    text.bytes().enumerate().map(hide).collect()
}

pub fn by_length(text: &[u8]) -> String {
    text.iter().enumerate().map(|(i, b)| (b ^ SECRET_KEY[i % 8]) as char).collect() //~ xor-encryption
}

pub fn cycled(config: &[u8], passphrase: &[u8]) -> Vec<u8> {
    config.iter().zip(passphrase.iter().cycle()).map(|(&c, &p)| c ^ p).collect() //~ xor-encryption
}
