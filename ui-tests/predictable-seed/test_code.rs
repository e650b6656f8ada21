//@ dep: rand = "0.8"
//! Tests may do so.

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    #[test]
    fn repeats() {
        let token: u64 = StdRng::seed_from_u64(1).gen();
        let api_key = format!("{:?}", std::time::SystemTime::now());
        assert!(token > 0 && !api_key.is_empty());
    }
}
