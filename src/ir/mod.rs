//! The intermediate representation: what Rust source means to the analysis, owned, `Send + Sync`, without syntax.
//!
//! One [`FileIr`] holds everything of one file in arenas; an id is meaningful only together with its file. Every node
//! has a [`Span`] of its file. Inactive code (cfg definitely false for the selected target) is not
//! there; code under an unknown cfg is, and its item says so.
//!
//! Absent on purpose: tokens, formatting, macro definitions, lifetimes (but their presence), inner doc comments.

pub mod expr;
pub mod item;
pub mod path;
pub mod program;
pub mod walk;

pub use expr::{
    Arm, BinaryOp, Block, ClosureParam, Expr, ExprId, ExprKind, FieldInit, FormatArg, FormatCall,
    FormatTrait, Literal, LoopKind, MacroCall, MacroForm, Pat, PatId, PatKind, Stmt, UnaryOp,
};
pub use item::{
    Attr, AttrArg, Enum, ExternCrate, Field, Fields, Fn, GenericParam, Generics, Impl, Import, ImportKind,
    Item, ItemId, ItemKind, Mod, Param, SelfParam, Struct, Trait, TypeAlias, Value, Variant, Visibility,
};
pub use path::{Bound, GenericArg, Name, Path, Segment, TypeId, TypeKind, TypeRef};
pub use program::{CrateTree, Program};

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::{Arena, FileId, Problem, Span, Symbol};

/// `include_str!` or `include_bytes!` whose file was read: a literal at the place of the macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Included {
    /// The macro.
    pub span: Span,
    /// The file, relative to its package.
    pub name: Arc<str>,
}

/// Everything that was read in one file.
#[derive(Clone, Debug)]
pub struct FileIr {
    /// The file.
    pub file: FileId,
    /// Expressions; children precede their parents.
    pub exprs: Arena<Expr>,
    /// Patterns.
    pub pats: Arena<Pat>,
    /// Types as written.
    pub types: Arena<TypeRef>,
    /// Items, nested ones (in modules, impls, bodies) included.
    pub items: Arena<Item>,
    /// The items at the top of the file, in order.
    pub top: Vec<ItemId>,
    /// Inner attributes of the file (`#![..]`).
    pub attrs: Vec<Attr>,
    /// Attributes that may suppress findings (`allow(secure_lint::x)`, kept `cfg_attr`s) with the node each one covers:
    /// items, statements, expressions, arms, fields; the whole file for inner ones.
    pub attr_suppressions: Vec<(Attr, Span)>,
    /// Items, statements, arms and branches that only builds with `debug_assertions` have.
    pub debug_only: Vec<Span>,
    /// Plain comments (doc comments are attributes) in order of position.
    pub comments: Vec<Comment>,
    /// Labels of loops, blocks, `break` and `continue`, without the quote.
    pub labels: FxHashMap<ExprId, Symbol>,
    /// Literals that are the content of a file.
    pub included: Vec<Included>,
    /// Parts that were not understood.
    pub problems: Vec<Problem>,
    /// What was met, for the coverage statement.
    pub stats: FileStats,
}

impl FileIr {
    /// The empty representation of a file that could not be read or lexed.
    pub fn empty(file: FileId) -> FileIr {
        FileIr {
            file,
            exprs: Arena::default(),
            pats: Arena::default(),
            types: Arena::default(),
            items: Arena::default(),
            top: Vec::new(),
            attrs: Vec::new(),
            attr_suppressions: Vec::new(),
            debug_only: Vec::new(),
            comments: Vec::new(),
            labels: FxHashMap::default(),
            included: Vec::new(),
            problems: Vec::new(),
            stats: FileStats::default(),
        }
    }
}

/// A `//` or `/* */` comment that is not documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its text without the comment marks, trimmed.
    pub text: String,
    /// From the first mark to the end of the text (or the closing mark).
    pub span: Span,
    /// Whether code precedes it on its line.
    pub trailing: bool,
}

/// Counters of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileStats {
    /// Bytes of source.
    pub bytes: usize,
    /// Lines of source.
    pub lines: usize,
    /// Whether the whole file parsed.
    pub parsed: bool,
    /// Function-like macro calls.
    pub macros: usize,
    /// Those read by guessing (expressions, statements or items).
    pub macros_guessed: usize,
    /// Those not understood.
    pub macros_opaque: usize,
}
