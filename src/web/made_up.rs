//! Values for what nobody is seen to pass: parameters and receivers that hold routes.
//!
//! A router begins empty, a struct with routers in its fields as its `default` makes it, else with empty ones.

use std::collections::BTreeMap;

use crate::base::Symbol;
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Ty, local_adt};
use crate::web::eval::Evaluator;
use crate::web::router::Val;

impl Evaluator<'_, '_> {
    /// An empty value for a parameter of a type that holds routes.
    pub(super) fn made_up(&mut self, id: DefId, ty: crate::ir::TypeId) -> Val {
        let ty = self.world.cx.lower(&self.world.cx.scope_of(id), ty);
        match local_adt(&ty) {
            Some(owner) => self.made_up_fields(owner),
            None => self.made_up_node(&ty),
        }
    }

    /// What a struct holds unless somebody says otherwise.
    fn made_by_default(&mut self, owner: DefId) -> Option<Val> {
        let map = self.world.cx.map;
        let impls = map.impls_of.get(&Res::Def(owner))?;
        let mut made = impls.iter().filter_map(|&i| map.impls[i].items.get(&Symbol::new("default")));
        let default = *made.find(|def| self.relevant.contains(def))?;
        Some(self.call(default, None, Vec::new()))
    }

    pub(super) fn made_up_self(&mut self, id: DefId) -> Val {
        match self.world.cx.map.def(id).kind {
            DefKind::Method(owner) => match local_adt(&self.world.cx.self_type(owner, 0)) {
                Some(owner) => self.made_up_fields(owner),
                None => Val::Unknown,
            },
            _ => Val::Unknown,
        }
    }

    fn made_up_node(&mut self, ty: &Ty) -> Val {
        let family = self.world.ext_type(ty).and_then(|path| self.world.rules.nodes.get(&path).copied());
        family.map_or(Val::Unknown, |family| Val::Node(self.alloc(family)))
    }

    /// The same of a struct of the workspace that keeps routers in its fields.
    fn made_up_fields(&mut self, owner: DefId) -> Val {
        if let Some(known @ Val::Fields(_)) = self.made_by_default(owner) {
            return known;
        }
        let fields = self.world.cx.table.fields(owner);
        let made = fields.iter().map(|(name, ty)| (*name, self.made_up_node(ty)));
        let known: BTreeMap<Symbol, Val> = made.filter(|(_, value)| !matches!(value, Val::Unknown)).collect();
        if known.is_empty() { Val::Unknown } else { Val::Fields(known) }
    }
}
