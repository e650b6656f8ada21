//! Types that wipe their content when they are dropped: by a derive of `zeroize`, by a `Drop` written by hand, or by the type of a
//! field, `Zeroizing<String>`.
//!
//! Who takes care that a secret does not stay in memory does not want it in a log.

use crate::base::Span;
use crate::detectors::Context;
use crate::detectors::derived_trait::derive_of;
use crate::finding::Label;
use crate::ir::{Item, ItemKind};
use crate::resolve::{DefId, Res};
use crate::types::Ty;

/// Derives that wipe a value.
const DERIVES: &[&str] = &["ZeroizeOnDrop", "Zeroize"];
/// Traits whose implementation by hand may.
const TRAITS: &[&str] = &["Drop", "Zeroize"];

/// Where a type says that its values are wiped.
pub(super) fn by_itself(cx: &Context<'_>, id: DefId) -> Option<Label> {
    let def = cx.map.def(id);
    let item = &cx.program.file(def.file).items[def.item];
    let derived = DERIVES.iter().find_map(|name| derive_of(cx, item, name));
    let place = derived.or_else(|| by_hand(cx, id)).or_else(|| by_field(cx, id).then_some(item.head))?;
    Some(Label::new(place, "its values are wiped, as secrets are"))
}

/// Whether the type of a field wipes what it holds, and shows it.
fn by_field(cx: &Context<'_>, id: DefId) -> bool {
    cx.world.table.fields(id).iter().any(|(_, ty)| wipes(cx, ty))
}

fn wipes(cx: &Context<'_>, ty: &Ty) -> bool {
    let Ty::Adt(Res::Ext(ext), args) = ty.peel() else { return false };
    if ext.path == *"std::option::Option" {
        return args.first().is_some_and(|inner| wipes(cx, inner));
    }
    let model = cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
    let has = |role: &str| model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == role));
    has("secret/zeroized") && !has("secret/wrapper")
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
