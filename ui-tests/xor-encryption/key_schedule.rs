//! A cipher that mixes its key into its state.

pub struct Cipher {
    boxes: [u32; 18],
}

impl Cipher {
    pub fn expand(&mut self, key: &[u8]) {
        for (i, word) in self.boxes.iter_mut().enumerate() {
            *word ^= u32::from(key[i % key.len()]);
        }
    }
}
