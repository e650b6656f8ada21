//! All pairs are equal also where one side is empty.

pub fn code_matches(expected: &[u8], got: &[u8]) -> bool {
    expected.iter().zip(got).all(|(a, b)| a == b) //~ truncating-comparison
}

pub fn code_matches_rightly(expected: &[u8], got: &[u8]) -> bool {
    expected.len() == got.len() && expected.iter().zip(got).all(|(a, b)| a == b)
}

/// The beginning of a path, and arrays, which have one length.
pub fn path_matches(path: &[u8], pattern: &[u8]) -> bool {
    path.iter().zip(pattern).all(|(a, b)| a == b)
}

pub fn digest_matches(expected: [u8; 32], got: [u8; 32]) -> bool {
    expected.iter().zip(got.iter()).all(|(a, b)| a == b)
}

pub fn names_match(expected: &[String], got: &[String]) -> bool {
    expected.iter().zip(got).all(|(a, b)| a == b)
}
