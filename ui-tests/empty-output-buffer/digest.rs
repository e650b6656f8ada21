//@ dep: sequoia-openpgp = "2"
//! A digest that is written into nothing.

use sequoia_openpgp::types::HashAlgorithm;

pub fn fingerprint(bytes: &[u8]) -> sequoia_openpgp::Result<Vec<u8>> {
    let mut context = HashAlgorithm::SHA512.context()?.for_digest();
    context.update(bytes);
    let mut out = Vec::with_capacity(64);
    context.digest(&mut out)?; //~ empty-output-buffer
    Ok(out)
}

pub fn fingerprint_of_length(bytes: &[u8]) -> sequoia_openpgp::Result<Vec<u8>> {
    let mut context = HashAlgorithm::SHA512.context()?.for_digest();
    context.update(bytes);
    let mut out = vec![0; context.digest_size()];
    context.digest(&mut out)?;
    Ok(out)
}
