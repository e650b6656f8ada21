//@ dep: subtle = "2"
//! The tag of a message.

use subtle::ConstantTimeEq;

/// Equal if the messages are.
#[derive(Clone, Copy)]
pub struct Tag([u8; 32]);

impl PartialEq for Tag {
    fn eq(&self, other: &Tag) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

/// Whether the tags are those of the same message.
pub fn is_genuine(expected: Tag, received: Tag) -> bool {
    expected == received
}
