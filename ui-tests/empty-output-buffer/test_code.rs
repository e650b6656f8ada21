//@ dep: getrandom = "0.3"
//! Tests that draw nothing on purpose.

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_is_drawn() {
        let mut out = Vec::new();
        getrandom::fill(&mut out).unwrap();
        assert!(out.is_empty());
    }
}
