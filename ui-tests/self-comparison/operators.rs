//! The operators of an implementation.

use std::cmp::Ordering;

pub struct Version {
    major: u32,
    minor: u32,
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.major == other.major && self.minor == self.minor //~ self-comparison
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        other.major.cmp(&other.major).then(self.minor.cmp(&other.minor)) //~ self-comparison
    }
}
