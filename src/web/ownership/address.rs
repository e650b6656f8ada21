//! Guards that ask for more than who is there: those that look at the address of a request may ask whose the thing is that it
//! names, others for a role.

use crate::ir::ExprKind;
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty};
use crate::web::guard::Judge;
use crate::web::ownership::meet::{Param, kind_of_param};
use crate::web::ownership::words;
use crate::web::vocabulary as vocab;

/// Functions are looked into this deep.
const MAX_CALLS: usize = 4;

impl Judge<'_, '_> {
    /// Whether an extractor of the workspace may ask more than who is there: it reads parts of the address, itself or in a
    /// function that it calls, or refuses by a role.
    pub(super) fn asks_more(&self, ty: &Ty) -> bool {
        let Ty::Adt(res @ Res::Def(_), args) = ty.peel() else { return false };
        let impls = self.world.cx.map.impls_of.get(res).map_or(&[][..], Vec::as_slice);
        let extractors = impls.iter().filter(|&&i| self.is_extractor(i));
        let methods: Vec<DefId> =
            extractors.flat_map(|&i| self.world.cx.map.impls[i].items.values().copied()).collect();
        vocab::is_role(&self.type_name(ty))
            || methods.into_iter().any(|m| self.refuses_by_role(m) || self.names_address(m, MAX_CALLS))
            || args.iter().any(|arg| self.asks_more(arg))
    }

    /// Whether a function reads a part of the address, itself or in one that it calls.
    pub(super) fn names_address(&self, def: DefId, depth: usize) -> bool {
        if let Some(known) = self.addresses.borrow().get(&def) {
            return *known;
        }
        let Some(info) = self.world.body(def) else { return false };
        self.addresses.borrow_mut().insert(def, false);
        let mut found = false;
        let mut deeper = Vec::new();
        info.ir.for_each_expr(info.body.root, &mut |e| {
            found |= match &info.ir.exprs[e].kind {
                ExprKind::MethodCall { method, .. } => words::is_address_part(method.sym.as_str()),
                ExprKind::Path(path) => path.segments.iter().any(|s| s.name.sym == "Path"),
                _ => false,
            };
            if let Some(Callee::Def(callee)) = self.world.callee(&info, e) {
                deeper.push(callee);
            }
        });
        let found = found
            || depth > 0
                && deeper.into_iter().any(|callee| callee != def && self.names_address(callee, depth - 1));
        self.addresses.borrow_mut().insert(def, found);
        found
    }

    /// Whether a handler takes something that may ask who is there, and could not be judged.
    pub(in crate::web) fn takes_unknown(&self, def: DefId) -> bool {
        self.params(def).iter().any(|(_, ty)| matches!(kind_of_param(self, ty, false), Param::Opaque))
    }
}
