//! A test of the law that everything equals itself.

#[derive(Clone, PartialEq)]
pub struct Tag(pub [u8; 16]);

pub fn is_reflexive(tag: &Tag) -> bool {
    tag == tag
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn eq_is_reflexive() {
        let tag = Tag([1; 16]);
        assert!(tag == tag);
        assert_eq!(tag.0, tag.0);
    }
}
