//! A test compares what it made.

#[cfg(test)]
mod tests {
    #[test]
    fn differs() {
        let (left, right): (&[u8], &[u8]) = (b"a", b"ab");
        assert_eq!(left.iter().zip(right).fold(0, |acc, (a, b)| acc | (a ^ b)), 0);
    }
}
