//@ dep: aes_gcm_old = { package = "aes-gcm", version = "0.9" }
//@ dep: aes-gcm = "0.10"
//! Two versions of a library in one program.

mod old {
    use aes_gcm_old::aead::NewAead;
    use aes_gcm_old::{Aes256Gcm, Key};

    pub fn constant() -> Aes256Gcm {
        Aes256Gcm::new(Key::from_slice(b"0123456789abcdef0123456789abcdef")) //~ hardcoded-key
    }

    pub fn given(material: &[u8; 32]) -> Aes256Gcm {
        Aes256Gcm::new(Key::from_slice(material))
    }
}

mod new {
    use aes_gcm::aead::KeyInit;
    use aes_gcm::{Aes256Gcm, Key};

    pub fn constant() -> Aes256Gcm {
        Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(b"fedcba9876543210fedcba9876543210")) //~ hardcoded-key
    }

    pub fn given(material: &[u8; 32]) -> Aes256Gcm {
        Aes256Gcm::new(Key::<Aes256Gcm>::from_slice(material))
    }
}

pub fn both() {
    let _ = (old::constant(), new::constant());
    let _ = (old::given(&[1; 32]), new::given(&[2; 32])); //~ hardcoded-key
}
