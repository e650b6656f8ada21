//! What is meant to hide a protocol from who looks for it, not to keep a secret.

pub struct XorObfuscator {
    key: [u8; 6],
    at: usize,
}

pub trait Obfuscator {
    fn obfuscate(&mut self, buffer: &mut [u8]);
}

impl Obfuscator for XorObfuscator {
    fn obfuscate(&mut self, buffer: &mut [u8]) {
        for byte in buffer {
            *byte ^= self.key[self.at % self.key.len()];
            self.at += 1;
        }
    }
}

pub mod obfuscation {
    pub fn header(data: &mut [u8], key: &[u8; 32]) {
        for (i, byte) in data.iter_mut().enumerate() {
            *byte ^= key[i % key.len()];
        }
    }
}
