//@ dep: sha1 = "0.10"
//! Tests may hash as they like.

pub fn approve(plugin: &[u8]) -> usize {
    plugin.len()
}

#[cfg(test)]
mod tests {
    use sha1::{Digest, Sha1};

    fn sample() -> Vec<u8> {
        Sha1::digest(b"sample").to_vec()
    }

    #[test]
    fn approves() {
        assert_eq!(super::approve(&sample()), 20);
    }
}

#[cfg(all(test, feature = "slow"))]
fn slow_sample() -> Vec<u8> {
    <sha1::Sha1 as sha1::Digest>::digest(b"slow").to_vec()
}
