//! A function of the project that compares in constant time, known by its body and not by its name.

fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    left.iter().zip(right).fold(0, |so_far, (a, b)| so_far | (a ^ b)) == 0
}

pub fn accept(api_token: &str, presented: &str) -> bool {
    same(api_token.as_bytes(), presented.as_bytes())
}

pub fn verify_token(token: &[u8], expected_token: &[u8]) -> bool {
    let mut difference = token.len() ^ expected_token.len();
    for (a, b) in token.iter().zip(expected_token) {
        difference |= usize::from(a ^ b);
    }
    difference == 0
}
