//! Handlers that remove or replace something and ask only whether it may be read, though the same permissions know one for changing it.
//!
//! ```text
//! user.demand("notes:read")?;                 elsewhere: user.demand("notes:write")?
//! policy.can_read(id)?;                       beside it: fn can_write(..)
//! user.demand(Permission::NotesRead)?;        the enum has NotesWrite
//! ```
//!
//! Looked at are all questions of a body: calls that take who asks, and whose failure leaves it. Silent where one of them is for more than
//! reading.

use crate::base::Span;
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::Callee;
use crate::web::attribute::text;
use crate::web::identity::call_name;
use crate::web::ownership::meet::{Meeting, WHO};
use crate::web::vocabulary as vocab;

/// Words of permissions to look at something,
const READS: &[&str] = &["read", "reads", "view", "see", "list", "show", "browse"];
/// and to change it.
const WRITES: &[&str] =
    &["write", "writes", "edit", "update", "modify", "change", "delete", "remove", "destroy", "manage"];

/// A question for reading.
#[derive(Clone, Debug)]
pub(super) struct ReadingAlone {
    /// What is asked for: `notes:read`, `can_read`.
    pub(super) asked: String,
    pub(super) span: Span,
    /// What would fit: a function beside the question, if there is one.
    pub(super) fits: Option<String>,
}

impl Meeting<'_, '_, '_> {
    /// The question for reading, if the body asks nothing else; where permissions are an enum, no other permission.
    pub(super) fn reading_alone(&self) -> Option<ReadingAlone> {
        let mut found: Option<ReadingAlone> = None;
        let (mut others, mut by_variant) = (false, false);
        for &e in &self.order {
            let Some(call) = self.question_call(e) else { continue };
            let name = call_name(self.info, call)?;
            let said = self.said(call);
            let written: Vec<&str> = said.iter().map(String::as_str).chain([name.as_str()]).collect();
            if written.iter().any(|name| has(name, WRITES)) {
                return None;
            }
            let Some(asked) = written.iter().find(|name| has(name, READS)) else {
                others = true;
                continue;
            };
            by_variant |= self.given(call).iter().any(|&arg| self.variant(arg).is_some());
            let fits = self.fitting(call, asked).or_else(|| self.fitting_variant(call, asked));
            found =
                found.or(Some(ReadingAlone { asked: (*asked).to_owned(), span: self.call_span(call), fits }));
        }
        found.filter(|_| !others || by_variant)
    }

    /// All permissions that the body asks for, by their texts or the names of their variants.
    pub(super) fn permissions(&self) -> Vec<String> {
        let calls = self.order.iter().filter_map(|&e| self.question_call(e));
        calls.flat_map(|call| self.said(call)).collect()
    }

    /// The call behind `?` that takes who asks and may refuse.
    fn question_call(&self, e: ExprId) -> Option<ExprId> {
        let ExprKind::Try(inner) = self.info.ir.exprs[e].kind else { return None };
        let mut call = inner;
        while let ExprKind::Await(of) = self.info.ir.exprs[call].kind {
            call = of;
        }
        let name = call_name(self.info, call)?;
        let asks = match self.judge.world.callee(self.info, call) {
            Some(Callee::Def(def)) => self.judge.def_refuses(def, 2) || vocab::is_permission_question(&name),
            _ => vocab::is_asking(&name),
        };
        (self.of(call) & WHO != 0 && !self.finds_who(call) && asks).then_some(call)
    }

    /// The texts and variants that a question is given: `"notes:read"`, `Permission::NotesRead`.
    fn said(&self, call: ExprId) -> Vec<String> {
        let variant = |arg: ExprId| Some(self.judge.world.cx.map.def(self.variant(arg)?).name.to_string());
        self.given(call).iter().filter_map(|&arg| text(self.info.ir, arg).or_else(|| variant(arg))).collect()
    }

    fn given(&self, call: ExprId) -> &[ExprId] {
        match &self.info.ir.exprs[call].kind {
            ExprKind::MethodCall { args, .. } | ExprKind::Call { args, .. } => args,
            _ => &[],
        }
    }

    /// The variant of an enum of the workspace that an expression names.
    fn variant(&self, e: ExprId) -> Option<DefId> {
        let mut at = e;
        while let ExprKind::Ref { operand, .. } = self.info.ir.exprs[at].kind {
            at = operand;
        }
        let Res::Def(def) = self.info.names.exprs.get(&at)?.res else { return None };
        matches!(self.judge.world.cx.map.def(def).kind, DefKind::Variant(..)).then_some(def)
    }

    /// The variant of the same enum that is for changing the same: `NotesWrite` for `NotesRead`.
    fn fitting_variant(&self, call: ExprId, asked: &str) -> Option<String> {
        let map = self.judge.world.cx.map;
        let mut named = self.given(call).iter().filter_map(|&arg| self.variant(arg));
        let variant = named.find(|&def| map.def(def).name.as_str() == asked)?;
        let DefKind::Variant(owner, _) = map.def(variant).kind else { return None };
        let others = map.trait_items.get(&owner)?.keys().map(|name| name.as_str());
        let mut fitting: Vec<&str> = others.filter(|other| fits(other, asked)).collect();
        fitting.sort_unstable();
        fitting.first().map(|name| (*name).to_owned())
    }

    /// The function beside a question that asks the same for more than reading: `can_write` beside `can_read`.
    fn fitting(&self, call: ExprId, asked: &str) -> Option<String> {
        let Some(Callee::Def(def)) = self.judge.world.callee(self.info, call) else { return None };
        let map = self.judge.world.cx.map;
        let (data, rest) = (map.def(def), without(asked, READS));
        if data.name.as_str() != asked || !matches!(data.kind, DefKind::Method(_)) {
            return None;
        }
        let same_kind = |other: &DefId| {
            let other = map.def(*other);
            matches!(other.kind, DefKind::Method(_)) && other.file == data.file && other.kind == data.kind
        };
        let names = map.defs.iter().filter(|(id, _)| same_kind(id)).map(|(_, def)| def.name.as_str());
        let mut fits: Vec<&str> = names.filter(|name| has(name, WRITES) && is_part(name, &rest)).collect();
        fits.sort_unstable();
        fits.first().map(|name| (*name).to_owned())
    }
}

/// Whether a permission is for reading and nothing else.
pub(in crate::web) fn is_for_reading(permission: &str) -> bool {
    has(permission, READS) && !has(permission, WRITES)
}

/// The thing that a permission is about: `ticket` of `TicketsRead`.
pub(in crate::web) fn thing_of(permission: &str) -> Vec<String> {
    let words = without(permission, READS).into_iter().filter(|w| !WRITES.contains(&w.as_str()));
    words.map(|w| w.trim_end_matches('s').to_owned()).collect()
}

/// Whether a permission is for more than reading of the same thing: `notes:write` for `notes:read`.
pub(in crate::web) fn fits(permission: &str, asked: &str) -> bool {
    has(permission, WRITES) && without(permission, WRITES) == without(asked, READS)
}

fn has(name: &str, list: &[&str]) -> bool {
    vocab::any(&vocab::words(name), list)
}

fn without(name: &str, list: &[&str]) -> Vec<String> {
    vocab::words(name).into_iter().filter(|w| !list.contains(&w.as_str())).collect()
}

/// Whether a name without its verb says no more than these words.
fn is_part(name: &str, words: &[String]) -> bool {
    without(name, WRITES).iter().all(|word| words.contains(word))
}
