//! One of several signatures in a header.

pub fn any_genuine(header: &str, expected: &str) -> bool {
    header.split(' ').filter_map(|part| part.split_once(',')).any(|part| {
        part.1.bytes().zip(expected.bytes()).fold(0, |acc, (a, b)| acc | (a ^ b)) == 0 //~ truncating-comparison
    })
}
