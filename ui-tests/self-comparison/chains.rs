//! Places, elements and calls that only look; the operand that was meant is proposed.

use std::cmp::Ordering;

#[derive(PartialEq, Eq)]
pub struct Entry {
    parts: Vec<String>,
    rank: u32,
}

impl Entry {
    fn rank(&self) -> u32 {
        self.rank
    }

    fn draw(&self) -> u32 {
        std::time::Instant::now().elapsed().subsec_nanos()
    }

    pub fn compare(&self, other: &Entry) -> Ordering {
        let first = self.parts[0].as_str().cmp(self.parts[0].as_str()); //~ self-comparison
        first.then(self.rank().cmp(&other.rank())).then(other.rank().cmp(&other.rank())) //~ self-comparison
    }

    pub fn compare_draws(&self) -> bool {
        self.draw() == self.draw()
    }
}
