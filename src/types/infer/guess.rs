//! What is guessed of constructors that no signature is known of, and what refutes the guess.
//!
//! `Type::new(..)` most likely gives a `Type`, `Type::from_str(..)` a `Result` of one. `Type::open_all(..).ok()` shows that it was
//! a `Result` after all. Only types of other crates are guessed about; those of the workspace are declared.

use super::Infer;
use crate::base::Symbol;
use crate::ir::ExprId;
use crate::resolve::Res;
use crate::types::Ty;

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
}
