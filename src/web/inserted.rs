//! Identities that middlewares put beside the request: `req.extensions_mut().insert(principal)`.
//!
//! A type of the workspace is one if a function that reads a credential inserts a value of it. Who takes it from the request
//! takes what is known of who asks, and that may be that nobody is known.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefId, DefKind};
use crate::types::{Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::world::BodyInfo;

/// Types inside types are looked through this deep: `Option<Arc<T>>`.
const MAX_DEPTH: usize = 4;

impl<'a> Judge<'_, 'a> {
    /// Whether a type, wrappers aside, is an identity that a middleware inserts.
    pub(super) fn is_inserted_identity(&self, ty: &Ty) -> bool {
        innermost(ty).is_some_and(|id| self.inserted().contains(&id))
    }

    /// Whether a body takes such an identity from the request.
    pub(super) fn takes_identity(&self, info: &BodyInfo<'a>) -> bool {
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            let ExprKind::MethodCall { receiver, method, generics, .. } = &info.ir.exprs[e].kind else {
                return;
            };
            if found
                || !matches!(method.sym.as_str(), "get" | "get_mut" | "remove")
                || !is_extensions(info, *receiver)
            {
                return;
            }
            let said = generics.first().map(|ty| self.world.cx.lower(&self.world.cx.scope_of(info.id), *ty));
            let ty = said.unwrap_or_else(|| self.world.types(info).of(e).clone());
            found = self.is_inserted_identity(&ty);
        });
        found
    }

    /// Those of the workspace; none while they are looked for.
    fn inserted(&self) -> Rc<FxHashSet<DefId>> {
        if let Some(known) = &*self.inserted.borrow() {
            return known.clone();
        }
        *self.inserted.borrow_mut() = Some(Rc::default());
        let functions = self.world.cx.map.defs.iter().filter(|(_, def)| !def.in_test);
        let functions = functions.filter(|(_, def)| matches!(def.kind, DefKind::Fn | DefKind::Method(_)));
        let found: Rc<FxHashSet<DefId>> =
            Rc::new(functions.flat_map(|(id, _)| self.inserted_by(id)).collect());
        *self.inserted.borrow_mut() = Some(found.clone());
        found
    }

    fn inserted_by(&self, id: DefId) -> Vec<DefId> {
        let Some(info) = self.world.body(id) else { return Vec::new() };
        let mut out = Vec::new();
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let ExprKind::MethodCall { receiver, method, args, .. } = &info.ir.exprs[e].kind
                && let (true, [value]) = (method.sym == "insert", &args[..])
                && is_extensions(&info, *receiver)
            {
                out.extend(innermost(self.world.types(&info).of(*value)));
            }
        });
        if !out.is_empty() && !self.names_credential(&info, info.body.root) {
            out.clear();
        }
        out
    }
}

/// `request.extensions()`, `parts.extensions`, `extensions`.
pub(super) fn is_extensions(info: &BodyInfo<'_>, e: ExprId) -> bool {
    match &info.ir.exprs[e].kind {
        ExprKind::MethodCall { method, .. } => matches!(method.sym.as_str(), "extensions" | "extensions_mut"),
        ExprKind::Field { name, .. } => name.sym == "extensions",
        ExprKind::Path(path) => path.as_ident().is_some_and(|n| n.sym == "extensions"),
        ExprKind::Ref { operand, .. } => is_extensions(info, *operand),
        _ => false,
    }
}

fn innermost(ty: &Ty) -> Option<DefId> {
    let mut ty = ty.peel().clone();
    for _ in 0..MAX_DEPTH {
        if let Some(id) = local_adt(&ty) {
            return Some(id);
        }
        ty = ty.arg(0).peel().clone();
    }
    None
}
