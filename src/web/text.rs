//! Texts that are put together of parts, as the paths of routes are.

use crate::ir::{ExprId, ExprKind, FormatArg, Literal};
use crate::web::eval::Evaluator;
use crate::web::router::Val;

impl Evaluator<'_, '_> {
    /// `format!("{base}/x")` with the placeholders that are known.
    pub(super) fn format(&mut self, template: Option<ExprId>, args: &[FormatArg]) -> Val {
        let ir = self.frame().info.ir;
        let Some(ExprKind::Literal(Literal::Str(text))) = template.map(|t| &ir.exprs[t].kind) else {
            return Val::Unknown;
        };
        let values: Vec<Val> = args.iter().map(|a| self.eval(a.value)).collect();
        let mut values = values.into_iter();
        let mut out = String::new();
        let mut rest: &str = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            if let Some(escaped) = after.strip_prefix('{') {
                out.push('{');
                rest = escaped;
                continue;
            }
            if let Some(Val::Text(known)) = values.next() {
                out.push_str(&known);
            }
            rest = after.split_once('}').map_or("", |(_, tail)| tail);
        }
        out.push_str(rest);
        Val::Text(out.replace("}}", "}"))
    }
}

/// Texts after each other, unknown ones left out; not a text if none is one.
pub(super) fn concat(values: &[Val]) -> Val {
    let mut out: Option<String> = None;
    for value in values {
        if let Val::Text(text) = value {
            out.get_or_insert_default().push_str(text);
        }
    }
    out.map_or(Val::Unknown, Val::Text)
}
