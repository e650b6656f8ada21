//! Two sides of one length.

pub struct Tag([u8; 16]);

impl PartialEq for Tag {
    fn eq(&self, other: &Tag) -> bool {
        self.0.iter().zip(other.0.iter()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0
    }
}

pub fn verify(tag: &[u8; 32], expected: &[u8; 32]) -> bool {
    let mut difference = 0;
    for (a, b) in tag.iter().zip(expected) {
        difference |= a ^ b;
    }
    difference == 0
}

// Parts of it are taken by their places, which fails if it is shorter.
pub fn cut(computed: &[u8; 32], signature: &[u8]) -> bool {
    let second = &signature[32..64];
    computed.iter().zip(signature.iter()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0 && second != [0; 32]
}
