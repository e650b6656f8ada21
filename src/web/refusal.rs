//! What refuses somebody: names of refusals, statuses, functions that name one.
//!
//! Variants are refusals by the status that they are answered with too, whatever they are called:
//!
//! ```text
//! impl IntoResponse for AppError { .. match self { AppError::SignIn => StatusCode::UNAUTHORIZED, .. } }
//! #[oai(status = 403)] TooYoung
//! ```
//!
//! Every `match` in a method of the type is read, once for each type.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::ir::{AttrArg, ExprId, ExprKind, FileIr, ItemKind, Literal, PatId, PatKind};
use crate::resolve::{DefId, DefKind, ImplId, Res};
use crate::types::{Callee, Ty};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

impl<'a> Judge<'_, 'a> {
    /// Whether the error type of an extractor answers with a refusal.
    pub(super) fn failure_refuses(&self, id: ImplId) -> bool {
        let data = &self.world.cx.map.impls[id];
        let alias = ["Rejection", "Error"].iter().find_map(|n| data.items.get(&Symbol::new(n)));
        let Some(&alias) = alias else { return false };
        let ty = self.world.cx.ty_of_res(&Res::Def(alias), Vec::new(), 0);
        let Ty::Adt(res @ Res::Def(_), _) = ty else { return false };
        let impls = self.world.cx.map.impls_of.get(&res).map_or(&[][..], Vec::as_slice);
        let mut methods = impls.iter().flat_map(|&i| self.world.cx.map.impls[i].items.values());
        methods.any(|&m| self.def_refuses(m, 1))
    }

    /// Whether a function names a refusal, or something it calls does.
    pub(super) fn def_refuses(&self, id: DefId, depth: usize) -> bool {
        if let Some(known) = self.refusals.borrow().get(&(id, depth)) {
            return *known;
        }
        let Some(info) = self.world.body(id) else { return false };
        self.refusals.borrow_mut().insert((id, depth), false);
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            // What a variable holds is said where it is made: `let forbidden = names.filter(is_reserved);`
            found = found || !info.is_local(e) && self.refuses_here(&info, e, depth);
        });
        self.refusals.borrow_mut().insert((id, depth), found);
        found
    }

    /// Whether one expression, its parts aside, names a refusal or calls something that does.
    pub(super) fn refuses_here(&self, info: &BodyInfo<'a>, e: ExprId, depth: usize) -> bool {
        if self.world.calls_one_of(info, e, &self.world.own.checks) {
            return true;
        }
        match &info.ir.exprs[e].kind {
            ExprKind::Literal(Literal::Int(Some(401 | 403), _)) => true,
            ExprKind::Literal(Literal::Str(text)) => vocab::is_refusal_text(text),
            ExprKind::Path(path) => {
                let named = path.segments.iter().any(|s| vocab::is_refusal(s.name.sym.as_str()));
                let last = path.last().map_or("", |s| s.name.sym.as_str());
                named && (vocab::is_refusal(last) || !self.is_other_failure(info, e, last))
                    || self.is_refusing_variant(info, e)
            }
            ExprKind::Struct { path, .. } => {
                path.last().is_some_and(|s| vocab::is_refusal(s.name.sym.as_str()))
            }
            ExprKind::MethodCall { method, .. } => {
                vocab::is_refusal(method.sym.as_str()) || self.callee_refuses(info, e, depth)
            }
            ExprKind::Call { .. } => self.callee_refuses(info, e, depth),
            ExprKind::Macro(call) => {
                let Some(name) = call.path.last().map(|s| s.name.sym) else { return false };
                let text = self.world.macro_text(name).unwrap_or("");
                vocab::is_refusal(name.as_str())
                    || ["Unauthorized", "UNAUTHORIZED", "Forbidden", "FORBIDDEN"]
                        .iter()
                        .any(|w| text.contains(w))
            }
            _ => false,
        }
    }

    fn callee_refuses(&self, info: &BodyInfo<'a>, e: ExprId, depth: usize) -> bool {
        if depth == 0 {
            return false;
        }
        let succeeds = |def: DefId| {
            vocab::any(&vocab::words(self.world.cx.map.def(def).name.as_str()), &["success", "succeed"])
        };
        match self.world.callee(info, e) {
            Some(Callee::Def(def)) => {
                let refuses = |def: DefId| self.def_refuses(def, depth - 1);
                let asked = matches!(info.ir.exprs[e].kind, ExprKind::MethodCall { .. });
                let written = if asked { self.written_for(def) } else { Vec::new() };
                let asks = |def: DefId| refuses(def) && !self.ignores_params(def);
                !succeeds(def) && (refuses(def) || !written.is_empty() && written.into_iter().all(asks))
            }
            _ => false,
        }
    }

    /// The bodies of a method that a trait of the workspace only declares: `accounts: &impl Accounts` is one of them.
    fn written_for(&self, method: DefId) -> Vec<DefId> {
        let map = self.world.cx.map;
        let DefKind::TraitMethod(owner) = map.def(method).kind else { return Vec::new() };
        if self.world.body(method).is_some() {
            return Vec::new();
        }
        let name = map.def(method).name;
        let of_trait =
            map.impls.iter().filter(|(_, data)| data.trait_ == Some(Res::Def(owner)) && !data.in_test);
        of_trait.filter_map(|(_, data)| data.items.get(&name).copied()).collect()
    }

    /// Whether a function leaves something aside that it is given: `_token` of one that always fails is not asked for.
    fn ignores_params(&self, def: DefId) -> bool {
        let Some(info) = self.world.body(def) else { return false };
        self.params(def).iter().any(|&(pat, _)| match &info.ir.pats[pat].kind {
            PatKind::Bind { name, .. } => name.sym.as_str().starts_with('_'),
            kind => matches!(kind, PatKind::Wild),
        })
    }

    /// Whether a function refuses by a condition about a role: `if !user.is_admin { return Err(..) }`.
    pub(super) fn refuses_by_role(&self, id: DefId) -> bool {
        let Some(info) = self.world.body(id) else { return false };
        let mut found = false;
        let names_role = |e: ExprId| {
            let mut found = false;
            // Whose accounts a store keeps says nothing of who asks: `state.staff.find(id)?`.
            let mut stores = FxHashSet::default();
            info.ir.for_each_expr(e, &mut |part| {
                if let ExprKind::MethodCall { receiver, .. } = info.ir.exprs[part].kind {
                    stores.insert(receiver);
                }
                let named = !stores.contains(&part) && !info.is_local(part);
                found |= named && self.name_of_part(&info, part).is_some_and(vocab::is_role_of_somebody);
            });
            found
        };
        info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::If { cond, .. } => found |= names_role(*cond),
            ExprKind::Match { scrutinee, arms } => {
                found |= names_role(*scrutinee) || arms.iter().filter_map(|a| a.guard).any(names_role);
            }
            ExprKind::Try(inner) => found |= names_role(*inner),
            _ => {}
        });
        found
    }

    /// `AuthError::BadRequest`, `AuthError::Internal`: a failure that says nothing of who asks, whatever its type is called, where
    /// others of the type do.
    fn is_other_failure(&self, info: &BodyInfo<'a>, e: ExprId, last: &str) -> bool {
        let Some(Res::Def(named)) = info.names.exprs.get(&e).map(|found| &found.res) else { return false };
        match self.world.cx.map.def(*named).kind {
            DefKind::Variant(owner, _) => {
                let refusing = self.refusing_variants(owner);
                vocab::is_error_answer(last) || !refusing.is_empty() && !refusing.contains(named)
            }
            _ => false,
        }
    }

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
