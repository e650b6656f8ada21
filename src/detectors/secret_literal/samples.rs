//! Whether a body gives samples: data that is made up to be shown, or to be tested with.
//!
//! The witnesses are names: of the function, if it returns something (`fn sample() -> Session`, but not
//! `fn test_connection() -> Result<(), Error>`, which does what it says with what it holds), or of the type or trait whose impl
//! it is in (`impl Store for MockStore`). A constant beside such a function ships and may be used by others, so it is none.

use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::ir::{FileIr, GenericArg, TypeId, TypeKind};
use crate::resolve::{DefKind, Res};

/// Types around what a function returns that are looked through.
const MAX_AROUND: usize = 3;

/// Whether a body makes samples, by the words of a lint.
pub(super) fn makes(body: &BodyCx<'_>, words: &[String]) -> bool {
    let says = |name: &str| Words::of(name).has_any(words);
    let def = body.cx.map.def(body.def);
    let by_impl = match def.kind {
        DefKind::Method(owner) => {
            let of = |res: &Option<Res>| res.as_ref().and_then(|r| body.cx.map.name_of(r)).is_some_and(says);
            let data = &body.cx.map.impls[owner];
            of(&data.self_ty) || of(&data.trait_)
        }
        _ => false,
    };
    by_impl || says(def.name.as_str()) && gives(body)
}

/// Whether the function of a body returns data.
fn gives(body: &BodyCx<'_>) -> bool {
    body.body.func.and_then(|func| func.ret).is_some_and(|ret| is_data(body.ir, ret))
}

/// Any type but `()`, `bool`, `Result<(), E>` and such.
fn is_data(ir: &FileIr, ret: TypeId) -> bool {
    let mut at = ret;
    for _ in 0..MAX_AROUND {
        at = match &ir.types[at].kind {
            TypeKind::Tuple(parts) => return !parts.is_empty(),
            TypeKind::Never => return false,
            TypeKind::Path(path) => {
                let Some(last) = path.last() else { return true };
                let name = last.name.sym;
                match last.args.first() {
                    Some(GenericArg::Type(inner)) if name == *"Result" || name == *"Option" => *inner,
                    _ => return name != *"bool",
                }
            }
            _ => return true,
        };
    }
    true
}
