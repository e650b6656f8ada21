//! All files of a run and how they hang together.

use rustc_hash::FxHashMap;

use crate::base::{FileId, Problem, SourceMap};
use crate::ir::{FileIr, ItemId};
use crate::workspace::PackageIdx;

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Program {
    /// The texts. Files with a number below `files.len()` are Rust sources.
    pub sources: SourceMap,
    /// One entry for each Rust source, by number.
    pub files: Vec<FileIr>,
    /// One entry for each crate root.
    pub crates: Vec<CrateTree>,
    /// Problems outside any file that was read; those inside are in [`FileIr::problems`].
    pub problems: Vec<Problem>,
}

/// The files of one crate.
#[derive(Clone, Debug)]
pub struct CrateTree {
    /// Its package.
    pub package: PackageIdx,
    /// Its target: index in `Package::targets`.
    pub target: usize,
    /// Its root file.
    pub root: FileId,
    /// The file of each `mod x;` that was found.
    pub modules: FxHashMap<(FileId, ItemId), FileId>,
}

impl Program {
    /// The representation of a file.
    pub fn file(&self, id: FileId) -> &FileIr {
        &self.files[id.0 as usize]
    }
}
