//! Signatures of messages that somebody else sends.

/// The lengths have to agree too.
pub fn is_genuine(signature: &str, expected: &str) -> bool {
    signature.len() == expected.len()
        && signature.bytes().zip(expected.bytes()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0
}
