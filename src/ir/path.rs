//! Names, paths and types as written, before any resolution.

use crate::base::{Idx, Span, Symbol};
use crate::ir::ExprId;

/// Index of a type in its file.
pub type TypeId = Idx<TypeRef>;

/// An identifier with its place; raw identifiers without `r#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The text.
    pub sym: Symbol,
    /// The place.
    pub span: Span,
}

/// A path as written: `a::b::<T>::c`, `::a`, `<T as Trait>::c`, `<T>::c`.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Begins with `::`.
    pub global: bool,
    /// The `T` of `<T as Trait>::c` and `<T>::c`.
    pub qself: Option<TypeId>,
    /// How many leading segments belong to the trait of `<T as Trait>::c`; 0 without `as`.
    pub trait_len: usize,
    /// At least one; `crate`, `self`, `super` and `Self` are ordinary segments here.
    pub segments: Vec<Segment>,
    /// The place.
    pub span: Span,
}

impl Path {
    /// The only segment of a plain identifier without arguments.
    pub fn as_ident(&self) -> Option<Name> {
        match (&self.segments[..], self.global, self.qself) {
            ([only], false, None) => Some(only.name),
            _ => None,
        }
    }

    /// The last segment.
    pub fn last(&self) -> Option<&Segment> {
        self.segments.last()
    }

    /// The segments' names joined by `::`.
    pub fn text(&self) -> String {
        let names: Vec<&str> = self.segments.iter().map(|s| s.name.sym.as_str()).collect();
        names.join("::")
    }
}

/// One segment of a path with its generic arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The identifier.
    pub name: Name,
    /// `<..>`; for `Fn(A, B) -> C` one tuple type and an [`GenericArg::Assoc`] named `Output`.
    pub args: Vec<GenericArg>,
}

/// A generic argument.
#[derive(Clone, Debug, PartialEq)]
pub enum GenericArg {
    /// A type.
    Type(TypeId),
    /// A constant expression.
    Const(ExprId),
    /// `Item = T`.
    Assoc(Name, TypeId),
    /// A lifetime or a bound on an associated type.
    Other,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeRef {
    /// Its shape.
    pub kind: TypeKind,
    /// Its place.
    pub span: Span,
}

/// Shapes of types.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// `a::B<C>`, also `Self` and primitive types.
    Path(Path),
    /// `&T`, `&mut T`.
    Ref {
        /// With `mut`.
        mutable: bool,
        /// The type behind it.
        inner: TypeId,
    },
    /// `*const T`, `*mut T`.
    Pointer(TypeId),
    /// `[T]`.
    Slice(TypeId),
    /// `[T; N]`.
    Array(TypeId, Option<ExprId>),
    /// `(A, B)`; `()` is empty.
    Tuple(Vec<TypeId>),
    /// `fn(A) -> B`.
    Fn(Vec<TypeId>, Option<TypeId>),
    /// `impl A + B`.
    Impl(Vec<Bound>),
    /// `dyn A + B`.
    Dyn(Vec<Bound>),
    /// `_`.
    Infer,
    /// `!`.
    Never,
    /// A macro or syntax that is not understood.
    Unknown,
}

/// A trait bound; lifetimes are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The trait.
    pub path: Path,
    /// `?Trait`.
    pub maybe: bool,
}
