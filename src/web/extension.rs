//! Methods that traits of the workspace add to routers.

use crate::base::Symbol;
use crate::ir::ExprId;
use crate::resolve::{DefId, ImplData, Res};
use crate::types::Callee;
use crate::web::eval::Evaluator;

impl Evaluator<'_, '_> {
    /// A method that a trait of the workspace adds to routers.
    pub(super) fn extension_method(&self, call: ExprId, name: Symbol) -> Option<DefId> {
        let world = self.world;
        if let Some(Callee::Def(def)) = world.types(&self.frame().info).callees.get(&call) {
            return Some(*def);
        }
        let on_node = |res: &Res| match res {
            Res::Ext(ext) => world.rules.nodes.contains_key(&world.cx.externals.canonical(ext).path),
            _ => false,
        };
        let impls = world.cx.map.impls.iter().map(|(_, data)| data);
        let mut found = impls.filter(|d| d.self_ty.as_ref().is_some_and(on_node));
        found.find_map(|d| d.items.get(&name)).copied().or_else(|| self.method_of_everything(name))
    }

    /// A method with a body in a trait of the workspace that whatever fits implements: `impl<F: Filter> OrElse for F {}`.
    fn method_of_everything(&self, name: Symbol) -> Option<DefId> {
        let map = self.world.cx.map;
        let impls = map.impls.iter().map(|(_, data)| data);
        let of_everything = |d: &&ImplData| matches!(d.self_ty, None | Some(Res::TypeParam(_))) && !d.in_test;
        let mut found = impls.filter(of_everything).filter_map(|d| {
            let Some(Res::Def(owner)) = d.trait_ else { return None };
            map.trait_items.get(&owner)?.get(&name).copied().filter(|&def| self.world.body(def).is_some())
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}
