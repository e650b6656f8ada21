//! The one value that differs from itself.

pub fn compare_numbers(a: f64, b: f64) -> bool {
    (a != a && b != b) || a == b
}

pub struct Scored<K>(pub K);

impl<K: PartialOrd> Scored<K> {
    pub fn cmp(&self, other: &Self) -> Ordering {
        let a = &self.0;
        let b = &other.0;
        if a == b {
            Ordering::Equal
        } else if a.ne(a) && b.ne(b) {
            Ordering::Equal
        } else if a.ne(a) {
            Ordering::Less
        } else {
            Ordering::Greater
        }
    }
}
