//! Items and attributes.

use crate::base::{Idx, Span, Symbol};
use crate::ir::{Bound, ExprId, Name, PatId, Path, TypeId};
use crate::workspace::cfg::CfgExpr;

/// Index of an item in its file.
pub type ItemId = Idx<Item>;

/// An item: of a module, an impl, a trait, an `extern` block or a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name; impls and uses have none.
    pub name: Option<Name>,
    /// Where it is visible.
    pub vis: Visibility,
    /// Outer attributes with their contents; `cfg_attr` with a true or unknown condition is expanded.
    pub attrs: Vec<Attr>,
    /// Its own `#[cfg(..)]` conditions joined with `all`, if they are not known to hold.
    pub cfg: Option<CfgExpr>,
    /// The documentation, lines joined by `\n`; empty if none.
    pub docs: String,
    /// What it is.
    pub kind: ItemKind,
    /// The whole item, attributes included.
    pub span: Span,
    /// Attributes excluded, up to the body: `pub fn f(..) -> T`, `impl A for B`; the whole item without a body.
    pub head: Span,
}

/// Visibility.
#[derive(Clone, Debug, PartialEq)]
pub enum Visibility {
    /// None given.
    Private,
    /// `pub`.
    Public,
    /// `pub(crate)`, `pub(in a::b)`.
    Restricted(Path),
}

/// Kinds of items.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// A function or method.
    Fn(Fn),
    /// A struct or union.
    Struct(Struct),
    /// An enum.
    Enum(Enum),
    /// A trait or trait alias.
    Trait(Trait),
    /// An impl block.
    Impl(Impl),
    /// `type A = B;`, associated types too.
    TypeAlias(TypeAlias),
    /// `const A: T = x;`, associated constants too.
    Const(Value),
    /// `static A: T = x;`, `lazy_static!` and `thread_local!` entries too.
    Static(Value),
    /// A module.
    Mod(Mod),
    /// One leaf of a `use` tree.
    Import(Import),
    /// `extern crate a as b;`
    ExternCrate(ExternCrate),
    /// Items of an `extern "C"` block.
    Foreign(Vec<ItemId>),
    /// A macro call at item level whose arguments gave these items; also `macro_rules!`, whose body was scanned.
    Macro {
        /// The macro.
        path: Path,
        /// What its arguments contain.
        items: Vec<ItemId>,
        /// Expressions found in its arguments when they are not items.
        exprs: Vec<ExprId>,
        /// The first name in its arguments that is followed by a group, and every name before an arrow: what a macro that
        /// declares a table of names speaks of.
        names: Vec<Symbol>,
    },
    /// Not understood.
    Opaque,
}

/// A function.
#[derive(Clone, Debug, PartialEq)]
pub struct Fn {
    /// Its generics.
    pub generics: Generics,
    /// `self`, if it is a method.
    pub self_param: Option<SelfParam>,
    /// The other parameters.
    pub params: Vec<Param>,
    /// `-> T`.
    pub ret: Option<TypeId>,
    /// A block.
    pub body: Option<ExprId>,
    /// With `async`.
    pub is_async: bool,
    /// With `const`.
    pub is_const: bool,
}

/// The `self` parameter. Its pattern binds `self`.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfParam {
    /// A binding named `self`.
    pub pat: PatId,
    /// `&self`.
    pub by_ref: bool,
    /// `&mut self`.
    pub mutable: bool,
    /// `self: T`.
    pub ty: Option<TypeId>,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Its pattern.
    pub pat: PatId,
    /// Its type.
    pub ty: TypeId,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// Pattern and type.
    pub span: Span,
}

/// Generic parameters and where clauses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Generics {
    /// Type and const parameters; lifetimes are left out.
    pub params: Vec<GenericParam>,
    /// `where T: B`.
    pub wheres: Vec<(TypeId, Vec<Bound>)>,
}

/// A generic parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct GenericParam {
    /// Its name.
    pub name: Name,
    /// `T: B`.
    pub bounds: Vec<Bound>,
    /// `T = D`.
    pub default: Option<TypeId>,
    /// `const N: usize`.
    pub is_const: bool,
}

/// A struct or union.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// Its generics.
    pub generics: Generics,
    /// Its fields.
    pub fields: Fields,
}

/// Fields of a struct or variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Fields {
    /// None.
    Unit,
    /// `(A, B)`; named `0`, `1` ..
    Tuple(Vec<Field>),
    /// `{ a: A }`.
    Named(Vec<Field>),
}

impl Fields {
    /// The fields in order.
    pub fn list(&self) -> &[Field] {
        match self {
            Fields::Unit => &[],
            Fields::Tuple(list) | Fields::Named(list) => list,
        }
    }
}

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name or number.
    pub name: Name,
    /// Its type.
    pub ty: TypeId,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// The whole field.
    pub span: Span,
}

/// An enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// Its generics.
    pub generics: Generics,
    /// Its variants.
    pub variants: Vec<Variant>,
}

/// A variant of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// Its fields.
    pub fields: Fields,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// The whole variant.
    pub span: Span,
}

/// A trait.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// Its generics.
    pub generics: Generics,
    /// Its supertraits.
    pub supers: Vec<Bound>,
    /// Its items.
    pub items: Vec<ItemId>,
}

/// An impl block.
#[derive(Clone, Debug, PartialEq)]
pub struct Impl {
    /// Its generics.
    pub generics: Generics,
    /// The trait; `None` for an inherent impl.
    pub trait_: Option<Path>,
    /// `impl !Trait for T`.
    pub negative: bool,
    /// The type.
    pub self_ty: TypeId,
    /// Its items.
    pub items: Vec<ItemId>,
}

/// A type alias or associated type.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeAlias {
    /// Its generics.
    pub generics: Generics,
    /// What it stands for; `None` in a trait without default.
    pub ty: Option<TypeId>,
    /// Bounds of an associated type.
    pub bounds: Vec<Bound>,
}

/// A constant or static.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Its type; `None` where a macro leaves it out.
    pub ty: Option<TypeId>,
    /// Its value; `None` in a trait or `extern` block.
    pub value: Option<ExprId>,
    /// `static mut`.
    pub mutable: bool,
}

/// A module.
#[derive(Clone, Debug, PartialEq)]
pub struct Mod {
    /// Items of `mod m { .. }`; `None` for `mod m;`.
    pub items: Option<Vec<ItemId>>,
    /// `#[path = ".."]`.
    pub path_attr: Option<String>,
}

/// One leaf of a `use` declaration. The item's visibility says whether it is a re-export.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The whole path to the leaf; for a glob the path before `*`.
    pub path: Path,
    /// What it brings in.
    pub kind: ImportKind,
}

/// What an import brings into scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// The last segment under its own name, or `as` another one. `use a::{self}` is a leaf with the path `a`.
    Named(Name),
    /// `as _`.
    Anonymous,
    /// `*`.
    Glob,
}

/// `extern crate`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExternCrate {
    /// The crate's name; `self` for `extern crate self as x`.
    pub krate: Name,
    /// The name in scope; `None` for `as _`.
    pub alias: Option<Name>,
    /// With `#[macro_use]`.
    pub macro_use: bool,
}

/// An attribute, doc comments and `cfg` excluded.
#[derive(Clone, Debug, PartialEq)]
pub struct Attr {
    /// Its path: `derive`, `tokio::test`, `get`.
    pub path: Path,
    /// Its arguments: those of `#[a(x, y = 1)]`; one unnamed for `#[a = x]`.
    pub args: Vec<AttrArg>,
    /// The whole attribute.
    pub span: Span,
}

impl Attr {
    /// The last segment of the path.
    pub fn name(&self) -> Symbol {
        self.path.last().map_or_else(|| Symbol::new(""), |s| s.name.sym)
    }
}

/// An argument of an attribute: `name`, `name = value`, `name(nested)`, or a bare expression.
#[derive(Clone, Debug, PartialEq)]
pub struct AttrArg {
    /// `name`; a path as text, e.g. `serde::Serialize`.
    pub name: Option<Symbol>,
    /// The value or the bare expression (a literal, a path).
    pub value: Option<ExprId>,
    /// The nested arguments.
    pub nested: Vec<AttrArg>,
    /// The place.
    pub span: Span,
}
