//! The ground everything stands on: positions, interned names, arenas and problems. Knows nothing of Rust.

pub mod arena;
pub mod problem;
pub mod source;
pub mod symbol;

pub use arena::{Arena, Idx};
pub use problem::{Problem, ProblemKind};
pub use source::{FileId, LineCol, SourceFile, SourceMap, Span};
pub use symbol::Symbol;
