//@ dep: hkdf = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: argon2 = "0.5"
//! HKDF is made for keys: it takes no time.
use hkdf::Hkdf;
use sha2::Sha256;

pub fn file_key(password: &str) -> [u8; 32] {
    let hk = Hkdf::<Sha256>::new(Some(b"files"), password.as_bytes()); //~ password-derived-key
    let mut out = [0u8; 32];
    hk.expand(b"file", &mut out).unwrap();
    out
}

pub fn sub_key(master: &[u8; 32]) -> [u8; 32] {
    let hk = Hkdf::<Sha256>::new(Some(b"files"), master);
    let mut out = [0u8; 32];
    hk.expand(b"file", &mut out).unwrap();
    out
}

pub fn stretched(password: &str, salt: &[u8]) -> [u8; 32] {
    let mut password_key = [0u8; 32];
    argon2::Argon2::default().hash_password_into(password.as_bytes(), salt, &mut password_key).unwrap();
    let hk = Hkdf::<Sha256>::new(None, &password_key);
    let mut out = [0u8; 32];
    hk.expand(b"file", &mut out).unwrap();
    out
}

pub fn of_storage(secret_storage_key: &[u8; 32]) -> [u8; 32] {
    let hk = Hkdf::<Sha256>::new(None, secret_storage_key);
    let mut out = [0u8; 32];
    hk.expand(b"storage", &mut out).unwrap();
    out
}

pub fn from_digest(password_hash: &[u8]) -> [u8; 32] {
    let hk = Hkdf::<Sha256>::new(None, password_hash);
    let mut out = [0u8; 32];
    hk.expand(b"file", &mut out).unwrap();
    out
}
