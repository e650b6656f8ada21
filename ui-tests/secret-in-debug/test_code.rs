//! Types of tests.

#[cfg(test)]
mod tests {
    #[derive(Debug)]
    struct Case {
        password: String,
    }

    #[test]
    fn prints() {
        assert!(format!("{:?}", Case { password: "x".into() }).contains('x'));
    }
}
