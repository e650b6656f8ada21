//! Tests compare what they like.

pub fn token() -> String {
    "t".repeat(32)
}

#[cfg(test)]
mod tests {
    #[test]
    fn tokens_are_long() {
        let expected_token = "t".repeat(32);
        assert_eq!(super::token(), expected_token);
        assert!(super::token() == expected_token);
    }
}
