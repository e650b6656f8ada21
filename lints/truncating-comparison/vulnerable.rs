//! Signatures of messages that somebody else sends.

/// Every message is genuine that has an empty signature.
pub fn is_genuine(signature: &str, expected: &str) -> bool {
    signature
        .bytes()
        .zip(expected.bytes()) //~^^ truncating-comparison
        .fold(0, |acc, (a, b)| acc | (a ^ b))
        == 0
}
