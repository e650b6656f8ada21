//! Where values come from and arrive, and what callers know of a body.

use std::collections::BTreeSet;

use crate::detectors::BodyCx;
use crate::detectors::dump::place;
use crate::flow::{Comparison, Const, Facts, Origin, OriginKind, Summary, Value};
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
    let facts = Facts::of(body.ir, body.body.func, body.body.root, &body.flow);
    let summary = Summary::of(&body.flow, facts, |arrival| body.span(arrival.arg));
    let mut out = vec![format!("returns {}", shown(body, &summary.ret))];
    for (param, value) in &summary.writes {
        out.push(format!("leaves in parameter {param}: {}", shown(body, value)));
    }
    for sink in &summary.sinks {
        let field = sink.field.map_or_else(String::new, |f| format!(".{f}"));
        out.push(format!("parameter {}{field} -> {} of {}", sink.param, sink.role.role, sink.api.path));
    }
    for call in &summary.calls {
        let args: Vec<String> = call.args.iter().map(|value| shown(body, value)).collect();
        out.push(format!("calls parameter {} with ({})", call.param, args.join(", ")));
    }
    out.extend(facts_of(&summary.facts));
    out
}

fn facts_of(facts: &Facts) -> Vec<String> {
    let said = |holds: bool, text: &str| holds.then(|| text.to_owned());
    let comparison = facts.comparison.map(|how| match how {
        Comparison::ConstantTime => "compares in constant time".to_owned(),
        Comparison::EarlyExit => "compares up to the first difference".to_owned(),
    });
    let random = facts.random.iter().map(|n| format!("fills parameter {n} with random bytes"));
    [
        said(facts.accepts, "succeeds on every path"),
        said(facts.constant, "returns a constant"),
        comparison,
        said(facts.diverges, "never returns"),
    ]
    .into_iter()
    .flatten()
    .chain(random)
    .collect()
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
        OriginKind::Negated(n, None) => format!("the opposite of parameter {n}"),
        OriginKind::Negated(n, Some(field)) => format!("the opposite of parameter {n}.{field}"),
        OriginKind::Derived(n, None) => format!("computed from parameter {n}"),
        OriginKind::Derived(n, Some(field)) => format!("computed from parameter {n}.{field}"),
        OriginKind::Template(text) => format!("text like `{text}`"),
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
