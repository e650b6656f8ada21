//! Who asks, and identifiers, where a handler takes the whole request and gets them out of it by calls.
//!
//! ```text
//! let who = badge(&request)?;          a function that reads a credential: who asks
//! let id = id_of(req)?;                a function that reads a part of the address: an identifier
//! let desk = Desk::open(depot)?;       who asks beside the store; desk.find(id) looks at the store alone
//! ```

use crate::ir::{ExprId, ExprKind};
use crate::types::Callee;
use crate::web::credential::Proof;
use crate::web::identity::call_name;
use crate::web::ownership::meet::{BOTH, Meeting, THING, WHO};
use crate::web::ownership::words;

impl Meeting<'_, '_, '_> {
    /// Whether a call gets who asks out of the request.
    pub(super) fn finds_who(&self, e: ExprId) -> bool {
        let Some(parts) = self.parts_of_call(e) else { return false };
        if !parts.iter().any(|&part| self.is_request(part)) || parts.iter().any(|&p| self.of(p) & WHO != 0) {
            return false;
        }
        let Some(Callee::Def(def)) = self.judge.world.callee(self.info, e) else { return false };
        let proves = |def| {
            self.judge.call_proof(def).is_some_and(|p| p.value == Proof::Verified && !p.for_all && !p.inverse)
        };
        let bodies = self.judge.bodies_of(def);
        !bodies.is_empty() && bodies.into_iter().all(proves)
    }

    /// Whether a call gets a part of the address out of the request.
    pub(super) fn finds_thing(&self, e: ExprId) -> bool {
        let Some(parts) = self.parts_of_call(e) else { return false };
        if !parts.iter().any(|&part| self.is_request(part)) {
            return false;
        }
        match self.judge.world.callee(self.info, e) {
            Some(Callee::Def(def)) => self.judge.names_address(def, 1) && !self.finds_who(e),
            _ => call_name(self.info, e).is_some_and(|name| words::is_address_part(&name)),
        }
    }

    /// What a call is made of whose receiver holds who asks beside other things: the identifier alone, if its body shows that
    /// both never meet in it.
    pub(super) fn apart(&self, e: ExprId, mask: u8) -> u8 {
        let ExprKind::MethodCall { receiver, .. } = self.info.ir.exprs[e].kind else { return mask };
        if mask != BOTH || self.of(receiver) != WHO {
            return mask;
        }
        if let Some(known) = self.known_apart.borrow().get(&e) {
            return *known;
        }
        let apart = self.facts_of_callee(e).is_some_and(|facts| !facts.unknown && facts.tie.is_none());
        let mask = if apart { THING } else { mask };
        self.known_apart.borrow_mut().insert(e, mask);
        mask
    }

    /// The receiver and the arguments of a call.
    fn parts_of_call(&self, e: ExprId) -> Option<Vec<ExprId>> {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Call { args, .. } => Some(args.clone()),
            ExprKind::MethodCall { receiver, args, .. } => {
                Some(std::iter::once(*receiver).chain(args.iter().copied()).collect())
            }
            _ => None,
        }
    }

    /// Whether an expression is a parameter of the handler that holds the whole request.
    fn is_request(&self, e: ExprId) -> bool {
        self.place(e).is_some_and(|(root, path)| path.is_empty() && self.is_whole(root))
    }
}
