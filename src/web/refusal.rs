//! Variants that are refusals by the status that they are answered with, whatever they are called.
//!
//! ```text
//! impl IntoResponse for AppError { .. match self { AppError::SignIn => StatusCode::UNAUTHORIZED, .. } }
//! #[oai(status = 403)] TooYoung
//! ```
//!
//! Every `match` in a method of the type is read, once for each type.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::ir::{AttrArg, ExprId, ExprKind, FileIr, ItemKind, Literal, PatId};
use crate::resolve::{DefId, DefKind, Res};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

impl<'a> Judge<'_, 'a> {
    /// Whether an expression names such a variant.
    pub(super) fn is_refusing_variant(&self, info: &BodyInfo<'a>, e: ExprId) -> bool {
        let Some(Res::Def(named)) = info.names.exprs.get(&e).map(|found| &found.res) else { return false };
        let DefKind::Variant(owner, _) = self.world.cx.map.def(*named).kind else { return false };
        self.refusing_variants(owner).contains(named)
    }

    fn refusing_variants(&self, owner: DefId) -> Rc<FxHashSet<DefId>> {
        if let Some(known) = self.statuses.borrow().get(&owner) {
            return known.clone();
        }
        let map = &self.world.cx.map;
        let impls = map.impls_of.get(&Res::Def(owner)).map_or(&[][..], Vec::as_slice);
        let methods = impls.iter().flat_map(|&id| map.impls[id].items.values().copied());
        let mut found: FxHashSet<DefId> = methods.flat_map(|method| self.answered(method)).collect();
        found.extend(self.attributed(owner));
        let found = Rc::new(found);
        self.statuses.borrow_mut().insert(owner, found.clone());
        found
    }

    /// The variants in patterns of arms that give such a status.
    fn answered(&self, method: DefId) -> Vec<DefId> {
        let mut out = Vec::new();
        let Some(info) = self.world.body(method) else { return out };
        info.ir.for_each_expr(info.body.root, &mut |e| {
            let ExprKind::Match { arms, .. } = &info.ir.exprs[e].kind else { return };
            for arm in arms.iter().filter(|arm| gives_status(info.ir, arm.body)) {
                let named = |pat: PatId| match info.names.pats.get(&pat)?.res {
                    Res::Def(def) => Some(def),
                    _ => None,
                };
                info.ir.for_each_pat(arm.pat, &mut |pat| out.extend(named(pat)));
            }
        });
        out
    }

    /// Variants with an attribute that gives such a status: `#[response(status = 401)]`.
    fn attributed(&self, owner: DefId) -> Vec<DefId> {
        let map = &self.world.cx.map;
        let def = map.def(owner);
        let ir = self.world.cx.program.file(def.file);
        let ItemKind::Enum(data) = &ir.items[def.item].kind else { return Vec::new() };
        let marked = |nth: u32| {
            let attrs = data.variants.get(nth as usize).map_or(&[][..], |variant| &variant.attrs);
            attrs.iter().any(|attr| attr.args.iter().any(|arg| says_status(ir, arg)))
        };
        let variants = map.defs.iter().filter(|(_, def)| match def.kind {
            DefKind::Variant(of, nth) => of == owner && marked(nth),
            _ => false,
        });
        variants.map(|(id, _)| id).collect()
    }
}

fn says_status(ir: &FileIr, arg: &AttrArg) -> bool {
    arg.value.is_some_and(|value| is_status(ir, value)) || arg.nested.iter().any(|arg| says_status(ir, arg))
}

fn gives_status(ir: &FileIr, root: ExprId) -> bool {
    let mut found = false;
    ir.for_each_expr(root, &mut |e| found |= is_status(ir, e));
    found
}

/// `401`, `StatusCode::FORBIDDEN`, `HttpResponse::Unauthorized()`.
fn is_status(ir: &FileIr, e: ExprId) -> bool {
    match &ir.exprs[e].kind {
        ExprKind::Literal(Literal::Int(Some(401 | 403), _)) => true,
        ExprKind::Path(path) => path.last().is_some_and(|s| vocab::is_refusal(s.name.sym.as_str())),
        _ => false,
    }
}
