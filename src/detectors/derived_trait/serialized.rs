//! The surest secret of a type that its derived `Serialize` writes, for whoever makes a text of such a value.

use crate::base::Symbol;
use crate::detectors::Context;
use crate::detectors::derived_trait::derive_of;
use crate::detectors::derived_trait::fields::Judge;
use crate::finding::Confidence;
use crate::resolve::{DefId, DefKind};

/// The name of the field, and how sure it is. `hidden_by` are attributes by which a field is left out.
pub(in crate::detectors) fn secret_of(
    cx: &Context<'_>,
    id: DefId,
    hidden_by: &[String],
) -> Option<(Symbol, Confidence)> {
    let def = cx.map.def(id);
    if !matches!(def.kind, DefKind::Struct | DefKind::Enum) {
        return None;
    }
    let ir = cx.program.file(def.file);
    let item = &ir.items[def.item];
    derive_of(cx, item, "Serialize")?;
    let shown = Judge { cx, id, ir, derived: "Serialize", hidden_by }.shown(item);
    shown.iter().map(|s| (s.name, s.confidence)).max_by_key(|(_, confidence)| *confidence)
}
