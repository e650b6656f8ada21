//! Differences that a loop collects.

pub fn verify(tag: &[u8], expected: &[u8; 32]) -> bool {
    let mut difference = 0;
    for (a, b) in tag.iter().zip(expected.iter()) { //~ truncating-comparison
        difference |= a ^ b;
    }
    difference == 0
}

pub fn verify_text(given: &str, kept: String) -> Result<(), ()> {
    let mut difference = 0u8;
    given.as_bytes().iter().zip(kept.as_bytes()).for_each(|(a, b)| difference |= a ^ b); //~ truncating-comparison
    if difference == 0 { Ok(()) } else { Err(()) }
}
