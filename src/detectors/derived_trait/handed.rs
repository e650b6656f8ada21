//! Which types of a library its users get into their hands: those in signatures of what is public, those that a derive lets them
//! read from data, and those that the library never makes itself.
//!
//! A public type that only the library makes, say of the body of a request that a method sends, is printed by nobody else.

use rustc_hash::FxHashSet;

use crate::detectors::derived_trait::derive_of;
use crate::detectors::derived_trait::printed::{Print, heads};
use crate::detectors::{BodyCx, Context};
use crate::ir::{ItemKind, Visibility};
use crate::resolve::{DefId, DefKind, Res};

/// Types that a body makes, or names to call what makes one; code for tests says nothing of the library.
pub fn made_in(body: &BodyCx<'_>) -> Vec<DefId> {
    if body.cx.map.def(body.def).in_test {
        return Vec::new();
    }
    let of = |res: &Res| match res {
        Res::Def(id) => match body.cx.map.def(*id).kind {
            DefKind::Struct | DefKind::Enum => Some(*id),
            DefKind::Variant(parent, _) => Some(parent),
            _ => None,
        },
        _ => None,
    };
    body.names.exprs.values().filter_map(|path| of(&path.res)).collect()
}

/// The types that users of a library are handed, each with a place.
pub(super) fn handed_out(cx: &Context<'_>, made_by: &[String], made: &FxHashSet<DefId>) -> Vec<Print> {
    let mut out = Vec::new();
    let print = |shown, place| Print { by: None, shown, place };
    for (id, def) in cx.map.defs.iter().filter(|(_, def)| !def.in_test) {
        let item = &cx.program.file(def.file).items[def.item];
        match def.kind {
            DefKind::Struct | DefKind::Enum => {
                let read = || made_by.iter().any(|name| derive_of(cx, item, name).is_some());
                if !made.contains(&id) || read() {
                    out.push(print(id, item.head));
                }
            }
            DefKind::Fn | DefKind::Method(_) if is_open(cx, id) => {
                signature(cx, id).into_iter().for_each(|ty| out.push(print(ty, item.head)));
            }
            _ => {}
        }
    }
    out
}

/// Public, or a function of a trait, which is as public as the trait.
fn is_open(cx: &Context<'_>, id: DefId) -> bool {
    let def = cx.map.def(id);
    let of_trait = def.owner.is_some_and(|owner| cx.map.impls[owner].of_trait);
    of_trait || cx.program.file(def.file).items[def.item].vis == Visibility::Public
}

/// Types of the workspace in a signature; of a method that is called on a value, not the type of that value, and of a
/// trait only what it makes: `from_str`, `from`, `default`.
fn signature(cx: &Context<'_>, id: DefId) -> Vec<DefId> {
    let def = cx.map.def(id);
    let Some(sig) = cx.world.table.sig(id) else { return Vec::new() };
    let mut out = Vec::new();
    heads(&sig.ret, 0, &mut out);
    let of_trait = def.owner.is_some_and(|owner| cx.map.impls[owner].of_trait);
    if !of_trait {
        sig.params.iter().for_each(|ty| heads(ty, 0, &mut out));
    }
    if let (true, Some(owner)) = (sig.returns_self || returns_self(cx, id), def.owner)
        && let Some(Res::Def(ty)) = cx.map.impls[owner].self_ty
    {
        out.push(ty);
    }
    out
}

/// `Result<Self, E>`.
fn returns_self(cx: &Context<'_>, id: DefId) -> bool {
    let def = cx.map.def(id);
    let ir = cx.program.file(def.file);
    let ItemKind::Fn(func) = &ir.items[def.item].kind else { return false };
    func.ret.is_some_and(|ty| cx.program.sources.slice(ir.types[ty].span).contains("Self"))
}
