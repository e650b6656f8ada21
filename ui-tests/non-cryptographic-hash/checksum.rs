//@ dep: crc32fast = "1"
//! The sum that a protocol lets its clients choose, in the module that verifies signatures.

pub mod signature {
    use crc32fast::Hasher;

    pub enum ChecksumAlgorithm {
        Crc32,
        None,
    }

    #[derive(Default)]
    pub struct Checksummer {
        pub crc32: Option<Hasher>,
    }

    impl Checksummer {
        pub fn add(mut self, algorithm: ChecksumAlgorithm) -> Self {
            if let ChecksumAlgorithm::Crc32 = algorithm {
                self.crc32 = Some(Hasher::new());
            }
            self
        }
    }

    pub fn token_checksum(token: &[u8]) -> u32 {
        let mut hasher = Hasher::new(); //~ non-cryptographic-hash
        hasher.update(token);
        hasher.finalize()
    }
}
