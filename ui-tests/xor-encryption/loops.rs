//! Loops over the data.

pub struct Vault {
    key: Vec<u8>,
}

impl Vault {
    pub fn seal(&self, data: &mut [u8]) {
        for i in 0..data.len() {
            data[i] ^= self.key[i % self.key.len()]; //~ xor-encryption
        }
    }

    pub fn open(&self, data: &[u8]) -> Vec<u8> {
        let mut out = vec![0; data.len()];
        let mut i = 0;
        while i < data.len() {
            let at = i % self.key.len();
            out[i] = self.key[at] ^ data[i]; //~ xor-encryption
            i += 1;
        }
        out
    }
}

pub fn pairs(data: &mut [u8], password: &str) {
    for (byte, pad) in data.iter_mut().zip(password.bytes().cycle()) {
        *byte ^= pad; //~ xor-encryption
    }
}

pub fn by_a_power_of_two(key: &[u8; 32], data: &mut [u8]) {
    for (i, byte) in data.iter_mut().enumerate() {
        *byte ^= key[i & 31]; //~ xor-encryption
    }
}

pub fn one_bit(key: &[u8; 2], data: &mut [u8], flags: usize) {
    data[0] ^= key[flags & 1];
}
