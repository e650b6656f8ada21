//! Placeholder of the UI harness.
fn main() {}
