//! What values are bound to by name: constants, functions, variables, fields, keys of a map or setting, parameters of an address.

use crate::base::{Span, Symbol};
use crate::detectors::BodyCx;
use crate::flow::Value;
use crate::ir::{ExprId, ExprKind, FormatArg, FormatCall, Literal, MacroForm, PatKind, Stmt};
use crate::resolve::DefKind;

/// What a value is bound to.
pub struct Binding {
    /// Its name.
    pub name: Symbol,
    /// Where the name is.
    pub place: Span,
    /// The value; of a function its body.
    pub value: ExprId,
    /// What kind of thing it is: `variable`, `field`, `function` ..
    pub what: &'static str,
    /// Whether the binding alone says that the name is that of the value.
    pub strong: bool,
}

impl Binding {
    /// The value.
    pub fn of<'b>(&self, body: &'b BodyCx<'_>) -> &'b Value {
        if self.what == "function" { &body.flow.ret } else { body.flow.of(self.value) }
    }
}

/// All bindings of a body; the first is the item whose body it is, if that gives a value.
pub fn bindings(body: &BodyCx<'_>) -> Vec<Binding> {
    let mut out: Vec<Binding> = item(body).into_iter().collect();
    for id in body.exprs() {
        in_expr(body, id, &mut out);
    }
    out
}

/// The constant or static whose body this is.
fn item(body: &BodyCx<'_>) -> Option<Binding> {
    let def = body.cx.map.def(body.def);
    let what = match def.kind {
        DefKind::Const => "constant",
        DefKind::Static => "static",
        DefKind::Fn | DefKind::Method(_) => "function",
        _ => return None,
    };
    let place = body.ir.items[def.item].name?.span;
    Some(Binding { name: def.name, place, value: body.body.root, what, strong: what != "function" })
}

fn in_expr(body: &BodyCx<'_>, id: ExprId, out: &mut Vec<Binding>) {
    match body.kind(id) {
        ExprKind::Struct { fields, .. } => {
            out.extend(fields.iter().map(|f| Binding {
                name: f.name.sym,
                place: f.name.span,
                value: f.value,
                what: "field",
                strong: true,
            }));
        }
        ExprKind::Assign { target, value, op: None } => {
            let name = body.name(*target);
            out.extend(name.map(|name| Binding {
                name,
                place: body.span(*target),
                value: *value,
                what: "variable",
                strong: true,
            }));
        }
        ExprKind::Map(pairs) => out.extend(pairs.iter().filter_map(|&(k, v)| keyed(body, k, v, true))),
        ExprKind::MethodCall { method, args, .. } if args.len() == 2 => {
            let sets = method.sym.as_str() == "insert" || method.sym.as_str().starts_with("set");
            out.extend(keyed(body, args[0], args[1], sets));
        }
        ExprKind::Macro(call) => {
            if let MacroForm::Format(format) = &call.form {
                out.extend(in_address(body, format));
            }
        }
        ExprKind::Tuple(items) if items.len() == 2 => out.extend(keyed(body, items[0], items[1], false)),
        ExprKind::Block(block) | ExprKind::Async(block) => {
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && let PatKind::Bind { name, .. } = &body.ir.pats[*pat].kind
                {
                    let (name, place) = (name.sym, name.span);
                    out.push(Binding { name, place, value: *value, what: "variable", strong: true });
                }
            }
        }
        _ => {}
    }
}

/// The parameters of the query of an address: `format!("{base}/reset?token={id}")`.
fn in_address(body: &BodyCx<'_>, format: &FormatCall) -> Vec<Binding> {
    let Some((template, ExprKind::Literal(Literal::Str(text)))) = format.template.map(|t| (t, body.kind(t)))
    else {
        return Vec::new();
    };
    let captured = |a: &&FormatArg| body.span(template).contains(body.span(a.value));
    let mut unnamed = format.args.iter().filter(|a| !captured(a) && a.name.is_none());
    let called = |a: &&FormatArg, name: &str| match a.name {
        Some(given) => given.sym == *name,
        None => captured(a) && body.name(a.value).is_some_and(|n| n == *name),
    };
    let mut out = Vec::new();
    let pieces: Vec<&str> = text.split('{').collect();
    for pair in pieces.windows(2) {
        let Some((hole, _)) = pair[1].split_once('}') else { continue };
        let hole = hole.split(':').next().unwrap_or_default();
        let arg = match hole {
            "" => unnamed.next(),
            named => format.args.iter().find(|a| called(a, named)),
        };
        let before = pair[0].rsplit('}').next().unwrap_or_default();
        let parameter = before.rsplit_once(['?', '&']).and_then(|(_, last)| last.strip_suffix('='));
        if let (Some(arg), Some(name)) = (arg, parameter) {
            let (name, value) = (Symbol::new(name), arg.value);
            out.push(Binding { name, place: body.span(value), value, what: "parameter", strong: true });
        }
    }
    out
}

/// A literal key with its value: `("secret_key", "..")`.
fn keyed(body: &BodyCx<'_>, key: ExprId, value: ExprId, strong: bool) -> Option<Binding> {
    let ExprKind::Literal(Literal::Str(text)) = body.kind(body.peel(key)) else { return None };
    Some(Binding { name: Symbol::new(text), place: body.span(key), value, what: "setting", strong })
}
