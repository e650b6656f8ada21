//! The one value that differs from itself.

pub fn compare_numbers(a: f64, b: f64) -> bool {
    (a != a && b != b) || a == b
}
