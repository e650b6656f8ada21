//! The same shape with another purpose.

pub fn unmask(payload: &mut [u8], key: [u8; 4]) {
    for (i, byte) in payload.iter_mut().enumerate() {
        *byte ^= key[i % 4];
    }
}

pub fn frame_payload(data: &[u8], masking_key: &[u8; 4]) -> Vec<u8> {
    data.iter().zip(masking_key.iter().cycle()).map(|(d, m)| d ^ m).collect()
}

pub fn scramble(password: &str, nonce: &[u8]) -> Vec<u8> {
    password.bytes().zip(nonce.iter().cycle()).map(|(p, n)| p ^ n).collect()
}

pub fn parity(blocks: &[Vec<u8>], key_block: &[u8]) -> Vec<u8> {
    blocks.concat().iter().enumerate().map(|(i, b)| b ^ key_block[i % key_block.len()]).collect()
}
