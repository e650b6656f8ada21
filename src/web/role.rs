//! Whether a route asks whether who is known may, and not only who asks.

use crate::ir::ExprKind;
use crate::resolve::DefId;
use crate::web::guard::Judge;
use crate::web::protection::Protections;
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::vocabulary as vocab;
use crate::web::{Authentication, Authorization, Evidence, EvidenceKind};

impl Protections<'_, '_> {
    /// Whether a role or permission is asked for: by a guard or attribute, by a layer, or in the handler's body of who is known
    /// already. What the body asks becomes evidence.
    pub(super) fn authorization(
        &mut self,
        (role, asks): (bool, &[Evidence]),
        layers: &[Layer],
        authentication: Authentication,
        evidence: &mut Vec<Evidence>,
    ) -> Authorization {
        let guards = |l: &Layer| evidence.iter().any(|e| e.kind == EvidenceKind::Layer && e.span == l.span);
        let mut role =
            role || layers.iter().any(|layer| guards(layer) && self.judge.layer_demands_role(layer));
        if authentication >= Authentication::Conditional {
            let of_role = |e: &&Evidence| vocab::is_role(&e.name) || vocab::is_permission(&e.name);
            for asked in asks.iter().filter(of_role) {
                role = true;
                if !evidence.contains(asked) {
                    evidence.push(asked.clone());
                }
            }
        }
        if role { Authorization::Role } else { Authorization::None }
    }

    pub(super) fn asks_role(&mut self, layer: &Layer) -> bool {
        let judge = &self.judge;
        *self.roles.entry(layer.span).or_insert_with(|| judge.layer_asks_role(layer))
    }
}

impl Judge<'_, '_> {
    /// Whether a layer lets in only who has a role: it is named for that, or refuses by a condition about one. What only looks
    /// up roles, for others to ask, does not.
    fn layer_demands_role(&self, layer: &Layer) -> bool {
        match &layer.kind {
            LayerKind::Guard => vocab::is_role(&layer.name),
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def), _) => {
                vocab::is_role(&layer.name) || self.demands_role(*def)
            }
            LayerKind::AnyOf(lists) => {
                lists.iter().all(|list| list.iter().any(|layer| self.layer_demands_role(layer)))
            }
            _ => self.layer_asks_role(layer),
        }
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
