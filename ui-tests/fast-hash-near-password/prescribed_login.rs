//@ dep: hmac = "0.12"
//@ dep: pbkdf2 = "0.12"
//@ dep: sha2 = "0.10"
//! SCRAM derives slowly and then hashes.

use sha2::{Digest, Sha256};

pub mod scram {
    use super::{Digest, Sha256};

    pub fn stored_key(password: &[u8], salt: &[u8], rounds: u32) -> Vec<u8> {
        let mut salted_password = [0; 32];
        pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, rounds, &mut salted_password);
        Sha256::digest(salted_password).to_vec()
    }
}
