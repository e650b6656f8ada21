//! Types that wipe their content when they are dropped: by a derive of `zeroize`, or by a `Drop` written by hand.
//!
//! Who takes care that a secret does not stay in memory does not want it in a log.

use crate::base::Span;
use crate::detectors::Context;
use crate::detectors::derived_trait::derive_of;
use crate::finding::Label;
use crate::ir::{Item, ItemKind};
use crate::resolve::{DefId, Res};

/// Derives that wipe a value.
const DERIVES: &[&str] = &["ZeroizeOnDrop", "Zeroize"];
/// Traits whose implementation by hand may.
const TRAITS: &[&str] = &["Drop", "Zeroize"];

/// Where a type says that its values are wiped.
pub(super) fn by_itself(cx: &Context<'_>, id: DefId) -> Option<Label> {
    let def = cx.map.def(id);
    let item = &cx.program.file(def.file).items[def.item];
    let derived = DERIVES.iter().find_map(|name| derive_of(cx, item, name));
    let place = derived.or_else(|| by_hand(cx, id))?;
    Some(Label::new(place, "its values are wiped, as secrets are"))
}

/// An implementation of `Drop` or `Zeroize` in which something is wiped.
fn by_hand(cx: &Context<'_>, id: DefId) -> Option<Span> {
    let impls = cx.map.impls_of.get(&Res::Def(id))?;
    impls.iter().find_map(|&id| {
        let data = &cx.map.impls[id];
        let item = &cx.program.file(data.file).items[data.item];
        (is_of(item, TRAITS) && cx.program.sources.slice(item.span).contains(".zeroize()"))
            .then_some(item.head)
    })
}

fn is_of(item: &Item, traits: &[&str]) -> bool {
    let ItemKind::Impl(data) = &item.kind else { return false };
    let name = data.trait_.as_ref().and_then(|path| path.last());
    name.is_some_and(|segment| traits.contains(&segment.name.sym.as_str()))
}
