//! As long as the data: nothing is repeated.

pub fn pad(data: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    (data.len() == key.len()).then(|| data.iter().zip(key).map(|(d, k)| d ^ k).collect())
}

pub fn block(state: &mut [u8; 16], key: &[u8; 16]) {
    for i in 0..16 {
        state[i] ^= key[i];
    }
}

pub fn byte(data: &[u8], key: u8) -> Vec<u8> {
    data.iter().map(|b| b ^ key).collect()
}
