//! Functions that ask for the length.

pub fn verify(tag: &[u8], expected: &[u8]) -> bool {
    if tag.len() != expected.len() {
        return false;
    }
    tag.iter().zip(expected).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0
}

pub fn in_one(tag: &[u8], expected: &[u8]) -> bool {
    let mut difference = tag.len() ^ expected.len();
    for (a, b) in tag.iter().zip(expected) {
        difference |= usize::from(a ^ b);
    }
    difference == 0
}

pub fn asserted(tag: &[u8], expected: &[u8]) -> bool {
    assert_eq!(tag.len(), expected.len());
    tag.iter().zip(expected).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0
}
