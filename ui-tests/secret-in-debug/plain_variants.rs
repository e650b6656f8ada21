//! Variants without field names go by their own.

#[derive(Debug)]
pub enum Credential {
    Anonymous,
    Password(String), //~ secret-in-debug
    Certificate(Vec<u8>),
}

#[derive(Debug)]
pub enum FieldKind {
    Text(String),
    Password(String),
}
