//@ dep: openssl = "0.10"
//! The thumbprint of a certificate names it, and the mask of OAEP asks for no collision resistance.

use openssl::encrypt::Decrypter;
use openssl::error::ErrorStack;
use openssl::hash::{MessageDigest, hash};
use openssl::rsa::Padding;
use openssl::x509::X509;

pub fn get_thumbprint(cert: &X509) -> Result<Vec<u8>, ErrorStack> {
    Ok(hash(MessageDigest::sha1(), &cert.to_der()?)?.to_vec())
}

pub fn open(mut decrypter: Decrypter<'_>) -> Result<Decrypter<'_>, ErrorStack> {
    decrypter.set_rsa_padding(Padding::PKCS1_OAEP)?;
    decrypter.set_rsa_mgf1_md(MessageDigest::sha1())?;
    decrypter.set_rsa_oaep_md(MessageDigest::sha1())?;
    Ok(decrypter)
}

pub fn digest_of_contract(text: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    Ok(hash(MessageDigest::sha1(), text)?.to_vec()) //~ weak-hash
}
