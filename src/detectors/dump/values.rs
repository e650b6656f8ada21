//! Where values come from and arrive, and what callers know of a body.

use std::collections::BTreeSet;

use crate::detectors::BodyCx;
use crate::detectors::dump::place;
use crate::flow::{Const, Origin, OriginKind, Summary, Value};
use crate::ir::{ExprId, ExprKind, PatKind, Stmt};

/// Values of `let` initializers, arguments and receivers, then arrivals.
pub(super) fn lines(body: &BodyCx<'_>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for id in body.exprs() {
        for (what, value) in used(body, id) {
            if seen.insert((body.span(value), what.clone())) {
                let text = shown(body, body.flow.of(value));
                out.push(format!("{} {what} = {text}", place(body, body.span(value))));
            }
        }
    }
    for arrival in &body.flow.arrivals {
        let at = place(body, body.span(arrival.arg));
        let through = if arrival.via.is_empty() { "" } else { " through a call" };
        let value = shown(body, &arrival.value);
        out.push(format!("{at} arrives at {} of {}{through}: {value}", arrival.role.role, arrival.api.path));
    }
    out
}

fn used(body: &BodyCx<'_>, id: ExprId) -> Vec<(String, ExprId)> {
    let argument = |(n, &arg): (usize, &ExprId)| (format!("argument {n} `{}`", body.snippet(arg)), arg);
    match body.kind(id) {
        ExprKind::Block(block) | ExprKind::Async(block) => {
            let named = |stmt: &Stmt| match stmt {
                Stmt::Let { pat, value: Some(value), .. } => {
                    let name = match &body.ir.pats[*pat].kind {
                        PatKind::Bind { name, .. } => name.sym.as_str(),
                        _ => "(pattern)",
                    };
                    Some((format!("let {name}"), *value))
                }
                _ => None,
            };
            block.stmts.iter().filter_map(named).collect()
        }
        ExprKind::Call { args, .. } => args.iter().enumerate().map(argument).collect(),
        ExprKind::MethodCall { receiver, method, args, .. } => {
            let on = (format!("receiver of .{}()", method.sym), *receiver);
            std::iter::once(on).chain(args.iter().enumerate().map(argument)).collect()
        }
        _ => Vec::new(),
    }
}

/// What the body returns and where its parameters arrive.
pub(super) fn summary(body: &BodyCx<'_>) -> Vec<String> {
    let summary = Summary::of(&body.flow, |arrival| body.span(arrival.arg));
    let mut out = vec![format!("returns {}", shown(body, &summary.ret))];
    for sink in &summary.sinks {
        let field = sink.field.map_or_else(String::new, |f| format!(".{f}"));
        out.push(format!("parameter {}{field} -> {} of {}", sink.param, sink.role.role, sink.api.path));
    }
    out
}

fn shown(body: &BodyCx<'_>, value: &Value) -> String {
    let mut parts: Vec<String> = value.origins().iter().map(|o| origin(body, o)).collect();
    for (name, field) in value.fields() {
        parts.push(format!(".{name}: ({})", shown(body, field)));
    }
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(" | ") }
}

fn origin(body: &BodyCx<'_>, origin: &Origin) -> String {
    match &origin.kind {
        OriginKind::Const(constant) => format!("{} from {}", literal(constant), place(body, origin.span)),
        OriginKind::Default(constant) => {
            format!("default {} from {}", literal(constant), place(body, origin.span))
        }
        OriginKind::Role(role) => format!("{role} from {}", place(body, origin.span)),
        OriginKind::Param(n, None) => format!("parameter {n}"),
        OriginKind::Param(n, Some(field)) => format!("parameter {n}.{field}"),
        OriginKind::Unknown => "unknown".to_owned(),
    }
}

/// Constants without their content: a dump may be shown to others.
fn literal(constant: &Const) -> String {
    match constant {
        Const::Str(text) => format!("text of {} bytes", text.len()),
        Const::Bytes(bytes) => format!("{} bytes", bytes.len()),
        Const::Int(Some(n)) => format!("number {n}"),
        Const::Int(None) => "number".to_owned(),
        Const::Bool(b) => b.to_string(),
        Const::Path(path) => path.as_str().to_owned(),
        Const::Other => "constant".to_owned(),
    }
}
