//! What is guessed of constructors that no signature is known of, and what refutes the guess.
//!
//! `Type::new(..)` most likely gives a `Type`, `Type::from_str(..)` a `Result` of one. `Type::open_all(..).ok()` shows that it was
//! a `Result` after all. Only types of other crates are guessed about; those of the workspace are declared.
//!
//! Of methods without a signature three are guessed: one whose row writes a field of the receiver and hands the receiver on gives the
//! receiver; so do those before it in the chain; and an extension of `Result` before a `?` keeps what is inside.

use super::Infer;
use super::control::is_wrapper;
use crate::base::Symbol;
use crate::catalog::{AccessPath, Api};
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{Ext, Res};
use crate::types::Ty;

/// Methods of a chain without a signature are passed over up to this many.
const MAX_CHAIN: usize = 16;

/// Methods of `Result` by which a value shows that it is one.
const OF_RESULTS: &[&str] =
    &["ok", "err", "is_ok", "is_err", "unwrap", "unwrap_err", "expect", "expect_err", "map_err"];

impl Infer<'_, '_> {
    /// `Type::new(..)` of a type without known signatures most likely gives a `Type`.
    pub(super) fn constructor_guess(&self, owner: Option<&Ty>, prefix: &str, name: &str) -> Ty {
        let is_type =
            prefix.rsplit("::").next().is_some_and(|l| l.starts_with(|c: char| c.is_ascii_uppercase()));
        let constructs = matches!(name, "new" | "default" | "builder" | "from")
            || name.starts_with("from_")
            || name.starts_with("with_")
            || name.starts_with("new_")
            || name.starts_with(|c: char| c.is_ascii_uppercase());
        match owner {
            // The one function of `FromStr`.
            Some(owner) if is_type && name == "from_str" => self.fallible_of(owner.clone()),
            Some(owner) if is_type && constructs => owner.clone(),
            _ => Ty::Unknown,
        }
    }

    /// The type of a receiver, corrected when its type was guessed and the method called on it is one of `Result`.
    pub(super) fn refuted(&mut self, receiver: ExprId, ty: Ty, name: Symbol) -> Ty {
        if !OF_RESULTS.contains(&name.as_str()) || self.cx.method(&ty, name, &self.scope).is_some() {
            return ty;
        }
        let guessed = self.fallible(receiver, &ty);
        if !matches!(guessed, Ty::Adt(Res::Ext(_), _)) {
            return ty;
        }
        let ty = self.fallible_of(guessed);
        self.out.exprs.insert(receiver, ty.clone());
        ty
    }

    fn fallible_of(&self, ty: Ty) -> Ty {
        self.cx.std_type("std::result::Result", [ty, Ty::Unknown])
    }

    /// What a method without a signature gives back: its receiver, if its row says so of a setter.
    pub(super) fn setter_guess(&self, method: &Ext, owner: &Ty) -> Ty {
        if self.sets(method) { owner.peel().clone() } else { Ty::Unknown }
    }

    /// The type of a receiver in the middle of a chain of setters: of `x.unknown(..)` that of `x`, if that type has a setter of the
    /// name that is called next.
    pub(super) fn in_chain(&mut self, receiver: ExprId, ty: Ty, name: Symbol) -> Ty {
        let mut at = receiver;
        for _ in 0..MAX_CHAIN {
            let ExprKind::MethodCall { receiver: inner, method, .. } = &self.ir.exprs[at].kind else { break };
            if ty.is_known() || ends_chain(method.sym.as_str()) {
                break;
            }
            match self.out.exprs.get(inner).map(Ty::peel) {
                Some(found @ Ty::Adt(Res::Ext(ext), _)) if self.continues(ext, name) => {
                    let found = found.clone();
                    self.out.exprs.insert(receiver, found.clone());
                    return found;
                }
                Some(known) if known.is_known() => break,
                _ => at = *inner,
            }
        }
        ty
    }

    /// The type that a method of an extension trait leaves as it is: `context` of a `Result`, whose only rows are those of the trait.
    pub(super) fn extended(&self, receiver: &Ty, name: Symbol) -> Option<Ty> {
        (is_wrapper(receiver) && self.cx.externals.is_extension(name)).then(|| receiver.clone())
    }

    /// What is inside of a `Result` or `Option` whose unknown method is asked with `?`.
    pub(super) fn through_extension(&self, inner: ExprId) -> Ty {
        let ExprKind::MethodCall { receiver, .. } = &self.ir.exprs[inner].kind else { return Ty::Unknown };
        let receiver = self.out.exprs.get(receiver).filter(|ty| is_wrapper(ty));
        receiver.map_or(Ty::Unknown, |ty| ty.arg(0))
    }

    /// Whether a chain on a value of a type goes on with a method of this name: a setter, or anything known of a builder.
    fn continues(&self, ty: &Ext, name: Symbol) -> bool {
        let is_builder = ["Builder", "Options", "Config"].iter().any(|end| ty.name().ends_with(end));
        let method = ty.join(name);
        self.sets(&method) || is_builder && !self.cx.externals.rows(&method).is_empty()
    }

    fn sets(&self, method: &Ext) -> bool {
        let externals = self.cx.externals;
        let mut rows = externals.rows(method);
        if rows.is_empty() {
            rows = externals.rows_in_package(method);
        }
        rows.iter().any(|api| is_setter(api))
    }
}

/// Whether a row writes a field of the receiver and gives the receiver back.
fn is_setter(api: &Api) -> bool {
    let of_receiver =
        |at: &AccessPath| matches!(at, AccessPath::Field(base, _) if **base == AccessPath::Receiver);
    let writes =
        api.flows.iter().any(|(_, to)| of_receiver(to)) || api.sets.iter().any(|(to, _)| of_receiver(to));
    writes && api.flows.contains(&(AccessPath::Receiver, AccessPath::Return))
}

/// Names of methods that make something else of a builder.
fn ends_chain(name: &str) -> bool {
    matches!(name, "build" | "finish" | "finalize" | "done" | "clone")
        || ["build_", "into_", "as_", "to_", "get"].iter().any(|start| name.starts_with(start))
}
