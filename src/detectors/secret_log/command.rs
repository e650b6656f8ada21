//! Whether a body is a command that somebody gives by hand: it answers them.
//!
//! The witness is the type of a command line: a method of a type that derives one of the traits of the lint (`Parser`,
//! `Subcommand`), or an arm of a `match` on a value of such a type; or that the body prints the same to the terminal.

use crate::detectors::BodyCx;
use crate::detectors::derived_trait::derive_of;
use crate::ir::{ExprId, ExprKind, MacroForm};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::Ty;

/// Whether an expression is part of a command.
pub(super) fn contains(body: &BodyCx<'_>, id: ExprId, traits: &[String]) -> bool {
    let is_line = |res: &Res| matches!(res, Res::Def(def) if derives(body, *def, traits));
    if let DefKind::Method(owner) = body.cx.map.def(body.def).kind
        && body.cx.map.impls[owner].self_ty.as_ref().is_some_and(is_line)
    {
        return true;
    }
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Match { scrutinee, .. } = body.kind(parent)
            && *scrutinee != at
            && matches!(body.types.of(*scrutinee).peel(), Ty::Adt(res, _) if is_line(res))
        {
            return true;
        }
        at = parent;
    }
    false
}

/// Whether a body also prints the same to the terminal: where it answers somebody, a log is another form of the answer.
pub(super) fn prints(body: &BodyCx<'_>, value: ExprId, macros: &[String]) -> bool {
    let shown = body.snippet(body.peel(value));
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::Macro(call) => match (&call.form, call.path.last()) {
            (MacroForm::Format(format), Some(name)) if macros.iter().any(|m| name.name.sym == **m) => {
                format.args.iter().any(|arg| body.snippet(body.peel(arg.value)) == shown)
            }
            _ => false,
        },
        _ => false,
    })
}

fn derives(body: &BodyCx<'_>, id: DefId, traits: &[String]) -> bool {
    let def = body.cx.map.def(id);
    if !matches!(def.kind, DefKind::Struct | DefKind::Enum) {
        return false;
    }
    let item = &body.cx.program.file(def.file).items[def.item];
    traits.iter().any(|name| derive_of(body.cx, item, name).is_some())
}
