//@ dep: fastrand = "2"
//! Tests draw from what they like.

#[cfg(test)]
mod tests {
    #[test]
    fn tokens() {
        let token = fastrand::u64(1..);
        assert_ne!(token, 0);
    }
}
