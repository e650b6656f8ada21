//@ dep: rsa = { version = "0.9", features = ["sha1"] }
//@ dep: sha1 = { version = "0.10", features = ["oid"] }
//! The hash of a signature scheme is a generic argument.

use rsa::RsaPrivateKey;
use rsa::pkcs1v15::SigningKey;
use sha1::Sha1;

pub fn signer(private: RsaPrivateKey) -> SigningKey<Sha1> {
    SigningKey::<Sha1>::new(private) //~ weak-hash
}
