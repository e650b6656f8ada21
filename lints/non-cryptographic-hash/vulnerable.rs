//@ dep: crc32fast = "1"
//! Links that let somebody download a file without an account.

/// A checksum has no key worth the name: it can be continued and corrected without knowing how it began.
pub fn link_signature(key: &[u8], path: &str) -> u32 {
    let mut hasher = crc32fast::Hasher::new(); //~ non-cryptographic-hash
    hasher.update(key);
    hasher.update(path.as_bytes());
    hasher.finalize()
}
