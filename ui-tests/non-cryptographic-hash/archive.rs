//@ dep: crc32fast = "1"
//! The sum that an archive format prescribes.

pub struct Entry {
    pub name: String,
    pub data: Vec<u8>,
}

impl Entry {
    pub fn crc(&self) -> u32 {
        crc32fast::hash(&self.data)
    }
}
