//! Types as far as they are known.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::resolve::{DefId, Res};

/// Substitution goes this deep into a type.
const MAX_DEPTH: usize = 12;

/// A type. [`Ty::Unknown`] is an answer like any other: whoever needs to know stays silent or says less.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ty {
    /// Not known.
    #[default]
    Unknown,
    /// `!`.
    Never,
    /// A primitive type.
    Prim(Symbol),
    /// A struct, enum, union or external type ([`Res::Def`] or [`Res::Ext`]) with generic arguments as far as known.
    Adt(Res, Arc<[Ty]>),
    /// `&T`, `&mut T`.
    Ref(Arc<Ty>),
    /// `[T]`.
    Slice(Arc<Ty>),
    /// `[T; N]`.
    Array(Arc<Ty>),
    /// `(A, B)`.
    Tuple(Arc<[Ty]>),
    /// A function item of the workspace.
    FnDef(DefId),
    /// A closure or function pointer: parameters and result.
    Fn(Arc<[Ty]>, Arc<Ty>),
    /// A generic parameter.
    Param(Symbol),
    /// `dyn A + B` and `impl A + B`: the traits.
    Dyn(Arc<[Res]>),
}

/// Generic parameters with what they stand for.
pub type Subst = FxHashMap<Symbol, Ty>;

impl Ty {
    /// A type without generic arguments.
    pub fn adt(res: Res) -> Ty {
        Ty::Adt(res, Arc::from([]))
    }

    /// `()`.
    pub fn unit() -> Ty {
        Ty::Tuple(Arc::from([]))
    }

    /// `bool`.
    pub fn bool() -> Ty {
        Ty::Prim(Symbol::new("bool"))
    }

    /// `&self`.
    pub fn reference(self) -> Ty {
        Ty::Ref(Arc::new(self))
    }

    /// Whether something is known.
    pub fn is_known(&self) -> bool {
        *self != Ty::Unknown
    }

    /// The type without references around it.
    pub fn peel(&self) -> &Ty {
        let mut ty = self;
        while let Ty::Ref(inner) = ty {
            ty = inner;
        }
        ty
    }

    /// The path of an external type, references aside.
    pub fn ext_path(&self) -> Option<&'static str> {
        match self.peel() {
            Ty::Adt(Res::Ext(ext), _) => Some(ext.path.as_str()),
            _ => None,
        }
    }

    /// Whether it is the external type with this path, references aside.
    pub fn is_ext(&self, path: &str) -> bool {
        self.ext_path() == Some(path)
    }

    /// The n-th generic argument.
    pub fn arg(&self, n: usize) -> Ty {
        match self.peel() {
            Ty::Adt(_, args) => args.get(n).cloned().unwrap_or_default(),
            _ => Ty::Unknown,
        }
    }

    /// Whether it is text: `str` or `String`, references aside.
    pub fn is_text(&self) -> bool {
        matches!(self.peel(), Ty::Prim(name) if *name == "str") || self.is_ext("std::string::String")
    }

    /// Whether it is a number, `bool` or `char`, references aside: too small to be a secret.
    pub fn is_scalar(&self) -> bool {
        matches!(self.peel(), Ty::Prim(name) if *name != "str")
    }

    /// The type with generic parameters replaced.
    pub fn subst(&self, map: &Subst) -> Ty {
        if map.is_empty() { self.clone() } else { self.subst_at(map, 0) }
    }

    fn subst_at(&self, map: &Subst, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return Ty::Unknown;
        }
        let one = |ty: &Ty| ty.subst_at(map, depth + 1);
        let list = |list: &[Ty]| list.iter().map(one).collect::<Arc<[Ty]>>();
        match self {
            Ty::Param(name) => map.get(name).cloned().unwrap_or_else(|| self.clone()),
            Ty::Adt(res, args) if !args.is_empty() => Ty::Adt(res.clone(), list(args)),
            Ty::Ref(inner) => Ty::Ref(Arc::new(one(inner))),
            Ty::Slice(inner) => Ty::Slice(Arc::new(one(inner))),
            Ty::Array(inner) => Ty::Array(Arc::new(one(inner))),
            Ty::Tuple(items) => Ty::Tuple(list(items)),
            Ty::Fn(params, ret) => Ty::Fn(list(params), Arc::new(one(ret))),
            _ => self.clone(),
        }
    }

    /// Learns generic parameters of `self` (a declared type) from `actual`. References are matched where both have them
    /// and skipped where only one has.
    pub fn unify(&self, actual: &Ty, map: &mut Subst) {
        self.unify_at(actual, map, 0);
    }

    fn unify_at(&self, actual: &Ty, map: &mut Subst, depth: usize) {
        if depth > MAX_DEPTH || !actual.is_known() {
            return;
        }
        let zip = |a: &[Ty], b: &[Ty], map: &mut Subst| {
            a.iter().zip(b).for_each(|(x, y)| x.unify_at(y, map, depth + 1));
        };
        match (self, actual) {
            (Ty::Param(name), _) => {
                map.entry(*name).or_insert_with(|| actual.clone());
            }
            (Ty::Ref(a), Ty::Ref(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Ref(a), b) => a.unify_at(b, map, depth + 1),
            (a, Ty::Ref(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Adt(_, a), Ty::Adt(_, b)) => zip(a, b, map),
            (Ty::Tuple(a), Ty::Tuple(b)) => zip(a, b, map),
            (Ty::Slice(a) | Ty::Array(a), Ty::Slice(b) | Ty::Array(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Slice(a), Ty::Adt(_, b)) if b.len() == 1 => a.unify_at(&b[0], map, depth + 1),
            (Ty::Fn(a, r), Ty::Fn(b, s)) => {
                zip(a, b, map);
                r.unify_at(s, map, depth + 1);
            }
            _ => {}
        }
    }
}
