//! Bytes side by side with themselves.

pub struct Seal([u8; 32]);

impl PartialEq for Seal {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().zip(self.0.iter()).fold(0, |d, (a, b)| d | (a ^ b)) == 0 && other.0.len() == 32 //~ self-comparison
    }
}

pub struct Right([u8; 32]);

impl PartialEq for Right {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0.iter()).fold(0, |d, (a, b)| d | (a ^ b)) == 0
    }
}

/// Neighbours are compared.
pub fn matches_itself(bytes: &[u8]) -> bool {
    bytes.iter().zip(bytes.iter().skip(1)).all(|(a, b)| a <= b)
}
