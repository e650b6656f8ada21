//! Whether a route asks whether who is known may, and not only who asks.

use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprId, ExprKind, Literal};
use crate::resolve::DefId;
use crate::types::{Callee, Ty};
use crate::web::guard::Judge;
use crate::web::protection::Protections;
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Authentication, Authorization, Evidence, EvidenceKind};

impl Protections<'_, '_> {
    /// Whether a role or permission is asked for: by a guard or attribute, by a layer, or in the handler's body of who is known
    /// already. What the body asks becomes evidence. And what asks for it that looks at nothing that was sent.
    pub(super) fn authorization(
        &mut self,
        (role, guard, asks, of_role): (bool, Option<Evidence>, &[Evidence], &[Evidence]),
        layers: &[Layer],
        authentication: Authentication,
        evidence: &mut Vec<Evidence>,
    ) -> (Authorization, Option<Evidence>) {
        let layer = self.role_of_layers(layers, evidence);
        let mut role = role || layer.is_some();
        if authentication >= Authentication::Conditional {
            let named = |e: &&Evidence| vocab::is_role(&e.name) || vocab::is_permission(&e.name);
            for asked in asks.iter().filter(named).chain(of_role) {
                role = true;
                if !evidence.contains(asked) {
                    evidence.push(asked.clone());
                }
            }
        }
        let found = if role { Authorization::Role } else { Authorization::None };
        (found, guard.or_else(|| of_role.first().cloned()).or(layer))
    }

    /// The first layer around a route that asks for a role.
    pub(super) fn role_of_layers(&self, layers: &[Layer], evidence: &[Evidence]) -> Option<Evidence> {
        let asking = |e: &&Evidence| {
            let mut same = layers.iter().filter(|l| l.span == e.span);
            e.kind == EvidenceKind::Layer && same.any(|layer| self.judge.layer_demands_role(layer))
        };
        evidence.iter().find(asking).cloned()
    }

    pub(super) fn asks_role(&mut self, layer: &Layer) -> bool {
        let judge = &self.judge;
        *self.roles.entry(layer.span).or_insert_with(|| judge.layer_asks_role(layer))
    }
}

impl<'a> Judge<'_, 'a> {
    /// Whether a layer lets in only who has a role: it is named for that, or refuses by a condition about one. What only looks
    /// up roles, for others to ask, does not.
    fn layer_demands_role(&self, layer: &Layer) -> bool {
        match &layer.kind {
            LayerKind::Guard => vocab::is_role(&layer.name),
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def), _) => {
                vocab::is_role(&layer.name) || self.demands_role(*def) || self.forbids_known(*def, false)
            }
            LayerKind::AnyOf(lists) => {
                lists.iter().all(|list| list.iter().any(|layer| self.layer_demands_role(layer)))
            }
            LayerKind::Type(_) | LayerKind::Interceptor(_) => {
                self.layer_asks_role(layer)
                    || self.functions_of(layer).into_iter().any(|def| self.forbids_known(def, false))
            }
            _ => self.layer_asks_role(layer),
        }
    }

    /// Whether a function refuses who is known for what is known of them: `if !member.keeper { return Err(Forbidden) }`. Nobody
    /// is known to one that does not refuse strangers in another way before.
    pub(super) fn forbids_known(&self, id: DefId, of_self: bool) -> bool {
        let Some(info) = self.world.body(id) else { return false };
        let mut known = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            known = known || self.refuses_strangers(&info, e);
        });
        known && self.forbids(&info, of_self)
    }

    /// Whether an expression refuses who is not known, its parts aside, or takes somebody who is.
    fn refuses_strangers(&self, info: &BodyInfo<'a>, e: ExprId) -> bool {
        let known = |ty: &Ty| self.kind_of(ty).kind == ExtractorKind::Guard || self.is_inserted_identity(ty);
        match &info.ir.exprs[e].kind {
            ExprKind::Literal(Literal::Int(Some(401), _)) => true,
            ExprKind::Path(path) => path.segments.iter().any(|s| vocab::is_stranger(s.name.sym.as_str())),
            ExprKind::MethodCall { method, .. } => {
                vocab::is_stranger(method.sym.as_str())
                    || self.asked_for(info, e).is_some_and(|ty| known(&ty))
                    || self.calls_refusing(info, e)
            }
            ExprKind::Call { callee, .. } => {
                self.world.types(info).owners.get(callee).is_some_and(known) || self.calls_refusing(info, e)
            }
            _ => false,
        }
    }

    fn calls_refusing(&self, info: &BodyInfo<'a>, call: ExprId) -> bool {
        matches!(self.world.callee(info, call), Some(Callee::Def(def)) if self.def_refuses(def, 1))
    }

    /// Whether a body answers that somebody may not, and asks a field of somebody, or whether they may.
    pub(super) fn forbids(&self, info: &BodyInfo<'a>, of_self: bool) -> bool {
        let (mut says, mut asks) = (false, false);
        info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Literal(Literal::Int(Some(403), _)) => says = true,
            ExprKind::Path(path) => {
                says |= path.segments.iter().any(|s| vocab::is_forbidding(s.name.sym.as_str()));
            }
            ExprKind::MethodCall { method, .. } => says |= vocab::is_forbidding(method.sym.as_str()),
            ExprKind::If { cond, .. } => asks |= self.is_of_somebody(info, *cond, of_self),
            ExprKind::Match { scrutinee, arms } => {
                asks |= self.is_of_somebody(info, *scrutinee, of_self)
                    || arms.iter().filter_map(|a| a.guard).any(|g| self.is_of_somebody(info, g, of_self));
            }
            _ => {}
        });
        says && asks
    }

    /// Whether a condition reads a field that says what somebody is: not whether they are blocked, nor a credential.
    fn is_of_somebody(&self, info: &BodyInfo<'a>, cond: ExprId, of_self: bool) -> bool {
        let cond = info.initial(cond).unwrap_or(cond);
        let (mut found, mut other) = (false, false);
        info.ir.for_each_expr(cond, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Field { base, name } => {
                let name = name.sym.as_str();
                let own = matches!(&info.ir.exprs[*base].kind,
                    ExprKind::Path(path) if path.as_ident().is_some_and(|n| n.sym == "self"));
                other |= vocab::is_standing(name) || vocab::is_credential(name) || vocab::is_password(name);
                found |= (of_self || !own) && !name.starts_with(|c: char| c.is_ascii_digit());
            }
            ExprKind::MethodCall { method, .. } => {
                let name = method.sym.as_str();
                other |=
                    vocab::is_standing(name) || matches!(name, "is_none" | "is_some" | "is_err" | "is_ok");
                found |= vocab::is_permission_question(name);
            }
            ExprKind::Path(path) => {
                other |= path.last().is_some_and(|s| vocab::is_standing(s.name.sym.as_str()));
            }
            _ => {}
        });
        found && !other
    }

    fn demands_role(&self, id: DefId) -> bool {
        let Some(info) = self.world.body(id) else { return false };
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            let ExprKind::If { cond, .. } = info.ir.exprs[e].kind else { return };
            info.ir.for_each_expr(cond, &mut |part| {
                found |= self.name_of_part(&info, part).is_some_and(vocab::is_role_of_somebody);
            });
        });
        found
    }
}
