//! Rust text to [`ir`](crate::ir): the only user of syn, quote and proc-macro2.
