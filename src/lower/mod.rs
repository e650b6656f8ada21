//! Rust text to [`ir`](crate::ir): the only user of syn, quote and proc-macro2.
//!
//! For each file, on one thread: blank what is no Rust (byte order mark, shebang, front matter), [`scan`] for comments
//! and excessive nesting, lex, parse (with [`recover`] if that fails), lower, drop the syntax tree, free the
//! spans. Syntax trees and spans belong to their thread; only [`FileIr`] leaves it. Threads have large stacks
//! because the parser recurses; the scan bounds how far.
//!
//! [`lower_workspace`] follows `mod x;` from every crate root, wave by wave: the files of a wave are read and lowered in
//! parallel, then numbered in order of their names, so that results do not depend on threads.

mod attr;
mod block;
mod ctx;
mod expr;
mod far;
mod include;
mod item;
mod lit;
mod macros;
mod member;
mod modules;
mod pat;
mod place;
mod recover;
mod scan;
#[cfg(test)]
mod tests;
mod text;
mod ty;
mod unit;

use crate::base::{Problem, ProblemKind, SourceFile};
use crate::ir::{FileIr, Program};
use crate::workspace::Workspace;
use crate::workspace::cfg::CfgSet;
use crate::workspace::files::Files;

/// Stack of a thread that parses. Virtual memory: only what is used is ever touched.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Reads all crates of the workspace: the module tree of each target, files in parallel, the result in a stable order.
///
/// Loaded are the libraries of all packages, and all other targets that are selected.
pub fn lower_workspace(workspace: &Workspace, files: &dyn Files) -> Program {
    modules::load(workspace, files)
}

/// Lowers one text. Never fails, never panics. Starts a thread; for many files use [`lower_workspace`].
pub fn lower_file(file: &SourceFile, edition: u16, cfg: &CfgSet) -> FileIr {
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK_BYTES);
        match worker.spawn_scoped(scope, || unit::lower(file, edition, cfg, &[])) {
            Ok(handle) => handle.join().unwrap_or_else(|_| broken(file)),
            Err(_) => broken(file),
        }
    })
}

/// The representation of a file whose lowering failed by a defect of this program.
fn broken(file: &SourceFile) -> FileIr {
    let mut ir = FileIr::empty(file.id);
    let problem = Problem::of_path(ProblemKind::Internal, &file.name, "file could not be analysed");
    ir.problems.push(problem);
    ir
}
