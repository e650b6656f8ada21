//! A function that compares two slices.

pub struct Digest(Vec<u8>);

fn memcmp(left: &[u8], right: &[u8]) -> bool {
    left.iter().zip(right).fold(left.len() ^ right.len(), |so_far, (a, b)| so_far | usize::from(a ^ b)) == 0
}

impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Digest) -> bool {
        let _unused = other;
        memcmp(self.as_ref(), self.as_ref()) //~ self-comparison
    }
}
