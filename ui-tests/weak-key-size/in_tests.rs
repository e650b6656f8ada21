//@ dep: rsa = "0.9"
//! Tests want keys fast.

#[cfg(test)]
mod tests {
    use rsa::RsaPrivateKey;
    use rsa::rand_core::OsRng;

    #[test]
    fn a_key_is_made() {
        assert!(RsaPrivateKey::new(&mut OsRng, 512).is_ok());
    }
}
