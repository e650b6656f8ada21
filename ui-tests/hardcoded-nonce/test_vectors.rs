//@ dep: aes-gcm = "0.10"
//! Known answers need known nonces.

#[cfg(test)]
mod tests {
    use aes_gcm::aead::Aead;
    use aes_gcm::{Aes128Gcm, KeyInit, Nonce};

    #[test]
    fn case_one() {
        let cipher = Aes128Gcm::new(&[0; 16].into());
        assert_eq!(cipher.encrypt(Nonce::from_slice(&[0; 12]), &b""[..]).unwrap().len(), 16);
    }
}
