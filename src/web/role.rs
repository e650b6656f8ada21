//! Whether a route asks whether who is known may, and not only who asks.

use crate::web::protection::Protections;
use crate::web::router::Layer;
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
        let mut role = role || layers.iter().any(|layer| guards(layer) && self.asks_role(layer));
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
