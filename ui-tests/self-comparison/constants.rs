//! Constants and types say nothing about a value.

const WIDTH: usize = 4;

pub fn verify_layout(bytes: &[u8]) -> bool {
    size_of::<u32>() == WIDTH && WIDTH == WIDTH && bytes.len() == WIDTH
}

pub fn matches_any(names: &[String], wanted: &str) -> bool {
    names.iter().any(|name| name == wanted) || names.first() == names.last()
}
