//! Types of the project that keep a secret out of `Debug`: by an implementation of their own, or by the type of the field.
//!
//! Whoever hides a password in one type and shows one in the type beside it has forgotten the second.

use std::path::Path;

use crate::base::FileId;
use crate::catalog::parameters::DerivedTrait;
use crate::detectors::Context;
use crate::detectors::derived_trait::Seen;
use crate::detectors::derived_trait::fields::{Judge, Shown};
use crate::finding::{Confidence, Label};
use crate::resolve::{DefId, DefKind};

/// The types that hide a secret with a plain name.
pub(super) struct Hiding {
    /// The file of each, with what is shown of it in a finding.
    types: Vec<(FileId, Label)>,
}

impl Hiding {
    /// Looks at all types of the workspace; linear in their number.
    pub(super) fn of(cx: &Context<'_>, wanted: &DerivedTrait, seen: &Seen) -> Hiding {
        let is_type = |kind| matches!(kind, DefKind::Struct | DefKind::Enum);
        let types = cx.map.defs.iter().filter(|(_, def)| is_type(def.kind) && !def.in_test);
        let label = |(id, secret): (DefId, Shown)| {
            let def = cx.map.def(id);
            let text = format!("`{}` hides its `{}`", def.name, secret.name);
            (def.file, Label::new(secret.span, text))
        };
        let hidden = types.filter_map(|(id, _)| Some((id, hidden_of(cx, id, wanted, seen)?)));
        Hiding { types: hidden.map(label).collect() }
    }

    /// A type of the same file, or else of the same directory, that hides what this one shows.
    pub(super) fn beside(&self, cx: &Context<'_>, id: DefId) -> Option<&Label> {
        let file = cx.map.def(id).file;
        let directory = |file: FileId| Path::new(&cx.program.sources.file(file).name).parent();
        let here = self.types.iter().find(|(of, _)| *of == file);
        let near = || self.types.iter().find(|(of, _)| directory(*of) == directory(file));
        here.or_else(near).map(|(_, label)| label)
    }
}

/// The first secret of a type that its `Debug` hides.
fn hidden_of(cx: &Context<'_>, id: DefId, wanted: &DerivedTrait, seen: &Seen) -> Option<Shown> {
    let def = cx.map.def(id);
    let ir = cx.program.file(def.file);
    let item = &ir.items[def.item];
    let judge = Judge { cx, id, ir, derived: "Debug", hidden_by: &wanted.hidden_by };
    let parts = seen.by_hand.get(&id);
    let left_out = |secret: &Shown| parts.is_none_or(|parts| parts.iter().all(|p| p.field != secret.name));
    let mut hidden = judge.hidden(item);
    if judge.implements_by_hand(id) {
        hidden.extend(judge.shown(item).into_iter().filter(left_out));
    }
    hidden.into_iter().find(|secret| secret.confidence == Confidence::High)
}
