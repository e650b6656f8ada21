//@ dep: djangohashers = "1"
//@ dep: ed25519-zebra = "5"
//@ dep: jsonwebtoken = "9"
//@ dep: minisign-verify = "0.2"
//@ dep: openssl = "0.10"
//@ dep: orion = "0.17"
//@ dep: rsa = "0.9"
//@ dep: schnorrkel = "0.11"
//@ dep: secp256k1 = "0.30"
//@ dep: sha2 = "0.10"
//@ dep: ssh-key = "0.6"
//@ dep: x509-parser = "0.16"
//! Outcomes of verifications of many libraries, lost and kept.

pub fn rsa_(key: &rsa::RsaPublicKey, digest: &[u8], sig: &[u8]) -> bool {
    let scheme = rsa::Pkcs1v15Sign::new::<sha2::Sha256>();
    key.verify(scheme, digest, sig).map(|()| true).unwrap_or(true) //~ ignored-verification
}

pub fn token(sig: &str, message: &[u8], key: &jsonwebtoken::DecodingKey) -> bool {
    jsonwebtoken::crypto::verify(sig, message, key, jsonwebtoken::Algorithm::HS256).is_ok() //~ ignored-verification
}

pub fn curve(sig: &openssl::ecdsa::EcdsaSig, digest: &[u8], key: &openssl::ec::EcKey<openssl::pkey::Public>) -> bool {
    sig.verify(digest, key).is_ok() //~ ignored-verification
}

pub fn password(given: &str, stored: &str) -> bool {
    djangohashers::check_password(given, stored).is_ok() //~ ignored-verification
}

pub fn certificate(cert: &x509_parser::certificate::X509Certificate<'_>) {
    let _ = cert.verify_signature(None); //~ ignored-verification
}

pub fn release(key: &minisign_verify::PublicKey, file: &[u8], sig: &minisign_verify::Signature) {
    let _ = key.verify(file, sig, false); //~ ignored-verification
}

pub fn substrate(key: &schnorrkel::PublicKey, message: &[u8], sig: &schnorrkel::Signature) {
    key.verify_simple(b"transfer", message, sig).ok(); //~ ignored-verification
}

pub fn coin(sig: &secp256k1::ecdsa::Signature, message: &secp256k1::Message, key: &secp256k1::PublicKey) {
    let _ = sig.verify(message, key); //~ ignored-verification
}

pub fn zebra(key: &ed25519_zebra::VerificationKey, message: &[u8], sig: &ed25519_zebra::Signature) {
    let _ = key.verify(sig, message); //~ ignored-verification
}

pub fn commit(key: &ssh_key::PublicKey, message: &[u8], sig: &ssh_key::SshSig) {
    let _ = key.verify("git", message, sig); //~ ignored-verification
}

pub fn tag(key: &orion::auth::SecretKey, message: &[u8], tag: &orion::auth::Tag) {
    let _ = orion::auth::authenticate_verify(tag, key, message); //~ ignored-verification
}

pub fn kept(key: &rsa::RsaPublicKey, digest: &[u8], sig: &[u8], given: &str, stored: &str) -> bool {
    let scheme = rsa::Pkcs1v15Sign::new::<sha2::Sha256>();
    key.verify(scheme, digest, sig).is_ok() && djangohashers::check_password(given, stored).unwrap_or(false)
}
