//! Whether the program itself uses what one of its settings names.
//!
//! A policy that allows the header `Authorization` says little alone: examples list it by habit. If the program also reads that
//! header, by the constant (`headers.get(AUTHORIZATION)`), as a text, or in the type of an extractor
//! (`TypedHeader<Authorization<Bearer>>`), the policy means what it says. Elements of lists and arguments of such settings do not
//! count. One walk over the program, for findings that ask.

use rustc_hash::FxHashSet;

use crate::catalog::Excuse;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, FileIr, Literal, Path, Program, TypeKind};

/// Whether one of the names that show it is used by the program outside of settings. Linear in the size of the program.
pub(super) fn is_used(program: &Program, excuse: &Excuse) -> bool {
    program.files.iter().any(|file| in_types(file, excuse) || in_expressions(file, excuse))
}

fn in_types(file: &FileIr, excuse: &Excuse) -> bool {
    file.types.iter().any(|(_, ty)| matches!(&ty.kind, TypeKind::Path(path) if mentions(path, excuse)))
}

fn in_expressions(file: &FileIr, excuse: &Excuse) -> bool {
    let named: Vec<ExprId> =
        file.exprs.iter().filter(|(_, e)| names(&e.kind, excuse)).map(|(id, _)| id).collect();
    if named.is_empty() {
        return false;
    }
    let settings = settings(file, excuse);
    named.iter().any(|id| !settings.contains(id))
}

fn names(kind: &ExprKind, excuse: &Excuse) -> bool {
    match kind {
        ExprKind::Path(path) => mentions(path, excuse),
        ExprKind::Literal(Literal::Str(text)) => is(text, excuse),
        _ => false,
    }
}

fn mentions(path: &Path, excuse: &Excuse) -> bool {
    path.segments.iter().any(|segment| is(segment.name.sym.as_str(), excuse))
}

fn is(name: &str, excuse: &Excuse) -> bool {
    excuse.used_as.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
}

/// What is listed, or given to a setter.
fn settings(file: &FileIr, excuse: &Excuse) -> FxHashSet<ExprId> {
    let mut out = FxHashSet::default();
    for (_, expr) in file.exprs.iter() {
        let given = match &expr.kind {
            ExprKind::Array(elements) => elements,
            ExprKind::MethodCall { method, args, .. }
                if Words::of(method.sym.as_str()).has_any(&excuse.setters) =>
            {
                args
            }
            _ => continue,
        };
        given.iter().for_each(|&e| file.for_each_expr(e, &mut |part| _ = out.insert(part)));
    }
    out
}
