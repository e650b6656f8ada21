//! What is repeated is no key.

pub fn checkerboard(pixels: &mut [u8], pattern: &[u8]) {
    for i in 0..pixels.len() {
        pixels[i] ^= pattern[i % pattern.len()];
    }
}

/// Buckets of a table: the index is a remainder, but nothing is laid over anything.
pub fn bucket(keys: &[u64], at: usize) -> u64 {
    keys[at % keys.len()]
}
