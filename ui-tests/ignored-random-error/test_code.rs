//@ dep: getrandom = "0.2"
//! Tests may do so.

#[cfg(test)]
mod tests {
    #[test]
    fn fills() {
        let mut out = [0u8; 4];
        let _ = getrandom::getrandom(&mut out);
    }
}
