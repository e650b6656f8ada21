//! Operands that differ, though little.

pub struct Pair {
    left: Vec<u8>,
    right: Vec<u8>,
}

impl PartialEq for Pair {
    fn eq(&self, other: &Pair) -> bool {
        self.left == other.left && self.right == other.right && self.left.len() == other.left.len()
    }
}

impl Pair {
    pub fn verify(&self) -> bool {
        self.left == self.right && self.left[0] == self.left[1]
    }
}

pub fn equals(a: &[u8], b: &[u8]) -> bool {
    a.iter().eq(b.iter())
}
