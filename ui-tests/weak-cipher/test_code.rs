//@ dep: des = "0.8"
//! A test that compares with an old implementation.

#[cfg(test)]
mod tests {
    use des::cipher::KeyInit;

    #[test]
    fn keys_have_eight_bytes() {
        assert!(des::Des::new_from_slice(&[0; 7]).is_err());
    }
}
