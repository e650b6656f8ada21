//! The tag of a message.

/// Equal if the messages are.
#[derive(Clone, Copy)]
pub struct Tag([u8; 32]);

impl PartialEq for Tag {
    fn eq(&self, other: &Tag) -> bool {
        let _ = other;
        self.0.iter().eq(self.0.iter()) //~ self-comparison
    }
}

/// Always true.
pub fn is_genuine(expected: Tag, received: Tag) -> bool {
    expected == received
}
