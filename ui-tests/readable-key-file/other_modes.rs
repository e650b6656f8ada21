//@ dep: tar = "0.4"

use tar::Header;

pub fn header_of_key(size: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o644);
    header
}

pub struct Sampler {
    mode: u32,
}

impl Sampler {
    pub fn mode(&mut self, mode: u32) -> &mut Self {
        self.mode = mode;
        self
    }
}

pub fn token_sampler(sampler: &mut Sampler) {
    sampler.mode(0o644);
}
