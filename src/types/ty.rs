//! Types as far as they are known.

use std::sync::Arc;

use crate::base::Symbol;
use crate::resolve::{DefId, Res};

/// Substitution goes this deep into a type.
const MAX_DEPTH: usize = 12;

/// Stands for the type of a literal like `1` until its context says which integer it is.
const INTEGER: &str = "{integer}";

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
    Dyn(Arc<[TraitTy]>),
    /// `T::Item`, as long as `T` is not known: what [`crate::types::TypeCx::normalise`] replaces.
    Assoc(Arc<Ty>, Symbol),
}

/// A trait with its arguments and the associated types that are said: `Stream<Item = Bytes>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TraitTy {
    /// The trait.
    pub trait_: Res,
    /// Its generic arguments.
    pub args: Arc<[Ty]>,
    /// Associated types by name.
    pub assoc: Arc<[(Symbol, Ty)]>,
}

impl TraitTy {
    /// A trait without arguments.
    pub fn bare(trait_: Res) -> TraitTy {
        TraitTy { trait_, args: Arc::from([]), assoc: Arc::from([]) }
    }
}

/// Generic parameters with what they stand for. There are one or two as a rule, so they are a list.
#[derive(Clone, Debug, Default)]
pub struct Subst(Vec<(Symbol, Ty)>);

impl Subst {
    /// What a parameter stands for.
    pub fn get(&self, name: Symbol) -> Option<&Ty> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, ty)| ty)
    }

    /// Says what a parameter stands for, whatever was said before.
    pub fn insert(&mut self, name: Symbol, ty: Ty) {
        match self.0.iter_mut().find(|(n, _)| *n == name) {
            Some((_, old)) => *old = ty,
            None => self.0.push((name, ty)),
        }
    }

    /// Says what a parameter stands for unless that is known.
    pub fn insert_new(&mut self, name: Symbol, ty: Ty) {
        if self.get(name).is_none() {
            self.0.push((name, ty));
        }
    }

    /// Whether no parameter is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<(Symbol, Ty)> for Subst {
    fn extend<I: IntoIterator<Item = (Symbol, Ty)>>(&mut self, items: I) {
        items.into_iter().for_each(|(name, ty)| self.insert(name, ty));
    }
}

impl FromIterator<(Symbol, Ty)> for Subst {
    fn from_iter<I: IntoIterator<Item = (Symbol, Ty)>>(items: I) -> Subst {
        let mut map = Subst::default();
        map.extend(items);
        map
    }
}

impl IntoIterator for Subst {
    type Item = (Symbol, Ty);
    type IntoIter = std::vec::IntoIter<(Symbol, Ty)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

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
        Ty::Prim(Symbol::known("bool"))
    }

    /// `&self`.
    pub fn reference(self) -> Ty {
        Ty::Ref(Arc::new(self))
    }

    /// The type of a whole number whose literal has no suffix, until something else says more; `i32` in the end.
    pub fn integer() -> Ty {
        Ty::Prim(Symbol::known(INTEGER))
    }

    fn is_integer_literal(&self) -> bool {
        matches!(self, Ty::Prim(name) if *name == INTEGER)
    }

    /// Whether some part satisfies `f`; parts of functions and traits are not looked at.
    fn any(&self, f: &dyn Fn(&Ty) -> bool) -> bool {
        f(self)
            || match self {
                Ty::Ref(inner) | Ty::Slice(inner) | Ty::Array(inner) => inner.any(f),
                Ty::Adt(_, args) | Ty::Tuple(args) => args.iter().any(|t| t.any(f)),
                Ty::Fn(params, ret) => params.iter().any(|t| t.any(f)) || ret.any(f),
                _ => false,
            }
    }

    /// Whether some part is not known yet: `Vec<_>`, or a `Vec` whose arguments are not even counted is not.
    pub fn is_incomplete(&self) -> bool {
        self.any(&|ty| *ty == Ty::Unknown || ty.is_integer_literal())
    }

    /// Whether a generic parameter or what is projected from one occurs in it.
    pub fn has_params(&self) -> bool {
        self.any(&|ty| matches!(ty, Ty::Param(_) | Ty::Assoc(..)))
    }

    /// Whether an associated type is still to be replaced.
    pub fn has_projections(&self) -> bool {
        self.any(&|ty| matches!(ty, Ty::Assoc(..)))
    }

    /// Whether an expression of which nothing is known may be said to have this type because its context wants it: not
    /// where the context takes many types.
    pub fn is_concrete(&self) -> bool {
        let open = |ty: &Ty| ty.is_ext("std::iter::Iter") || ty.is_ext("std::future::Future");
        !matches!(
            self.peel(),
            Ty::Unknown | Ty::Dyn(_) | Ty::Assoc(..) | Ty::Fn(..) | Ty::FnDef(_) | Ty::Never
        ) && !open(self)
    }

    /// The type, with what it leaves open taken from `hint` where both agree on the rest. `Vec<_>` and `Vec<u8>` give
    /// `Vec<u8>`; `Vec<_>` and `[u8]` give `Vec<_>`.
    pub fn complete(self, hint: &Ty) -> Ty {
        self.complete_at(hint, 0)
    }

    fn complete_at(self, hint: &Ty, depth: usize) -> Ty {
        if depth > MAX_DEPTH {
            return self;
        }
        let both = |a: &Ty, b: &Ty| a.clone().complete_at(b, depth + 1);
        let lists = |a: &[Ty], b: &[Ty]| {
            let at = |list: &[Ty], i: usize| list.get(i).cloned().unwrap_or_default();
            (0..a.len().max(b.len()))
                .map(|i| at(a, i).complete_at(&at(b, i), depth + 1))
                .collect::<Arc<[Ty]>>()
        };
        match (&self, hint) {
            (Ty::Unknown, _) if depth > 0 || hint.is_concrete() => hint.clone(),
            (_, Ty::Prim(name)) if self.is_integer_literal() && hint.is_scalar() && *name != "bool" => {
                hint.clone()
            }
            (Ty::Adt(a, x), Ty::Adt(b, y)) if same_item(a, b) => Ty::Adt(a.clone(), lists(x, y)),
            (Ty::Ref(a), Ty::Ref(b)) => both(a, b).reference(),
            (Ty::Slice(a), Ty::Slice(b)) => Ty::Slice(Arc::new(both(a, b))),
            (Ty::Array(a), Ty::Array(b)) => Ty::Array(Arc::new(both(a, b))),
            (Ty::Tuple(a), Ty::Tuple(b)) if a.len() == b.len() => Ty::Tuple(lists(a, b)),
            _ => self,
        }
    }

    /// The type with whole numbers that nothing told more of as `i32`.
    pub fn defaulted(self) -> Ty {
        if !self.any(&Ty::is_integer_literal) {
            return self;
        }
        let int = Ty::Prim(Symbol::known("i32"));
        match &self {
            Ty::Ref(inner) => inner.as_ref().clone().defaulted().reference(),
            Ty::Slice(inner) => Ty::Slice(Arc::new(inner.as_ref().clone().defaulted())),
            Ty::Array(inner) => Ty::Array(Arc::new(inner.as_ref().clone().defaulted())),
            Ty::Tuple(items) => Ty::Tuple(items.iter().map(|t| t.clone().defaulted()).collect()),
            Ty::Adt(res, args) => Ty::Adt(res.clone(), args.iter().map(|t| t.clone().defaulted()).collect()),
            Ty::Prim(_) => int,
            _ => self,
        }
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
        if map.is_empty() { self.clone() } else { self.replace(&|name| map.get(name).cloned()) }
    }

    /// The type with those generic parameters replaced that `with` knows. Parts without any are shared, not copied.
    pub fn replace(&self, with: &dyn Fn(Symbol) -> Option<Ty>) -> Ty {
        self.replaced(with, 0).unwrap_or_else(|| self.clone())
    }

    /// `None` if nothing changes.
    fn replaced(&self, with: &dyn Fn(Symbol) -> Option<Ty>, depth: usize) -> Option<Ty> {
        if depth > MAX_DEPTH {
            return Some(Ty::Unknown);
        }
        let one = |ty: &Ty| ty.replaced(with, depth + 1);
        let arc = |ty: &Ty| one(ty).map(Arc::new);
        let list = |list: &[Ty]| replaced_list(list, &one);
        Some(match self {
            Ty::Param(name) => with(*name)?,
            Ty::Adt(res, args) => Ty::Adt(res.clone(), list(args)?),
            Ty::Ref(inner) => Ty::Ref(arc(inner)?),
            Ty::Slice(inner) => Ty::Slice(arc(inner)?),
            Ty::Array(inner) => Ty::Array(arc(inner)?),
            Ty::Tuple(items) => Ty::Tuple(list(items)?),
            Ty::Fn(params, ret) => match (list(params), arc(ret)) {
                (None, None) => return None,
                (params_new, ret_new) => Ty::Fn(
                    params_new.unwrap_or_else(|| params.clone()),
                    ret_new.unwrap_or_else(|| ret.clone()),
                ),
            },
            Ty::Assoc(base, name) => Ty::Assoc(arc(base)?, *name),
            Ty::Dyn(traits) => {
                Ty::Dyn(traits.iter().map(|t| t.map(&|ty| one(ty).unwrap_or_else(|| ty.clone()))).collect())
            }
            _ => return None,
        })
    }

    /// Learns generic parameters of `self` (a declared type) from `actual`. References are matched where both have them
    /// and skipped where only one has.
    pub fn unify(&self, actual: &Ty, map: &mut Subst) {
        self.unify_at(actual, map, 0);
    }

    /// Whether no value can be of both types: somewhere two different items stand in the same place. A generic parameter and
    /// what is not known exclude nothing.
    pub fn excludes(&self, other: &Ty) -> bool {
        self.excludes_at(other, 0)
    }

    fn excludes_at(&self, other: &Ty, depth: usize) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let one = |a: &Ty, b: &Ty| a.excludes_at(b, depth + 1);
        match (self.peel(), other.peel()) {
            (Ty::Adt(a, x), Ty::Adt(b, y)) => {
                !same_item(a, b) || x.iter().zip(y.iter()).any(|(x, y)| one(x, y))
            }
            (Ty::Slice(a), Ty::Slice(b)) | (Ty::Array(a), Ty::Array(b)) => one(a, b),
            (Ty::Tuple(a), Ty::Tuple(b)) => {
                a.len() != b.len() || a.iter().zip(b.iter()).any(|(a, b)| one(a, b))
            }
            (Ty::Adt(..), Ty::Prim(_) | Ty::Tuple(_) | Ty::Dyn(_))
            | (Ty::Prim(_) | Ty::Tuple(_) | Ty::Dyn(_), Ty::Adt(..)) => true,
            _ => false,
        }
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
                let known = map.get(*name).cloned().unwrap_or_default();
                map.insert(*name, known.complete_at(actual, depth + 1));
            }
            (Ty::Ref(a), Ty::Ref(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Ref(a), b) => a.unify_at(b, map, depth + 1),
            (a, Ty::Ref(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Adt(a, x), Ty::Adt(b, y)) if same_item(a, b) => zip(x, y, map),
            (Ty::Tuple(a), Ty::Tuple(b)) => zip(a, b, map),
            (Ty::Slice(a) | Ty::Array(a), Ty::Slice(b) | Ty::Array(b)) => a.unify_at(b, map, depth + 1),
            (Ty::Slice(a), Ty::Adt(_, b)) if b.len() == 1 && actual.is_ext("std::vec::Vec") => {
                a.unify_at(&b[0], map, depth + 1);
            }
            (Ty::Fn(a, r), Ty::Fn(b, s)) => {
                zip(a, b, map);
                r.unify_at(s, map, depth + 1);
            }
            _ => {}
        }
    }
}

/// The list with the changed items; `None` if there are none.
fn replaced_list(list: &[Ty], one: &dyn Fn(&Ty) -> Option<Ty>) -> Option<Arc<[Ty]>> {
    let (first, changed) = list.iter().enumerate().find_map(|(i, ty)| Some((i, one(ty)?)))?;
    let rest = list[first + 1..].iter().map(|ty| one(ty).unwrap_or_else(|| ty.clone()));
    Some(list[..first].iter().cloned().chain([changed]).chain(rest).collect())
}

impl TraitTy {
    fn map(&self, f: &dyn Fn(&Ty) -> Ty) -> TraitTy {
        TraitTy {
            trait_: self.trait_.clone(),
            args: self.args.iter().map(f).collect(),
            assoc: self.assoc.iter().map(|(name, ty)| (*name, f(ty))).collect(),
        }
    }
}

/// Whether both are the same item; versions of other crates do not count, since signatures do not say them.
pub fn same_item(a: &Res, b: &Res) -> bool {
    match (a, b) {
        (Res::Ext(a), Res::Ext(b)) => a.path == b.path,
        _ => a == b,
    }
}
