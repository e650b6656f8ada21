//! A literal that is a secret: by its form (a provider's token, a private key, credentials in a URL), as the fallback of an
//! environment variable, by what it is bound to, or because it is given to a service as a password.
//!
//! Form alone is enough; a name is not: the content must be worth hiding too ([`content`]). Names of variables, headers, fields,
//! placeholders and templates are no secrets.

mod address;
pub mod attributes;
mod compared;
mod empty;
pub mod content;
pub mod fallback;
pub mod form;
pub mod named;
mod pattern;
mod samples;
mod shared;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::parameters::LiteralForms;
use crate::detectors::BodyCx;
use crate::detectors::constant_flow;
use crate::detectors::included;
use crate::finding::Finding;
use crate::flow::{Arrival, Const};
use crate::ir::{ExprId, ExprKind, Literal, PatKind, Stmt};

/// Findings of the `secret-literal` lint in a body: at most one for each literal, the surest shape first.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, forms: &LiteralForms) -> Vec<Finding> {
    let mut found: BTreeMap<Span, Finding> = BTreeMap::new();
    let mut add = |(origin, finding): (Span, Finding)| {
        let weaker = found.get(&origin).is_none_or(|known| known.confidence < finding.confidence);
        if weaker {
            found.insert(origin, finding);
        }
    };
    let literals = literals(body);
    // What is made up to be shown has the name and the form of a secret; where it is used as one, that is told.
    let sample = samples::makes(body, &forms.samples);
    let by_form = |(id, text): &(ExprId, &str)| form::judge(body, lint, &forms.formats, *id, text, sample);
    literals.iter().filter_map(by_form).for_each(&mut add);
    // What a file holds is judged by form or use: most are templates, queries and certificates, whatever they are bound to.
    let written = |(origin, _): &(Span, Finding)| included::file_at(body, *origin).is_none();
    fallback::detect(body, lint).into_iter().filter(written).for_each(&mut add);
    arrivals(body, lint).into_iter().for_each(&mut add);
    if !sample {
        compared::detect(body, lint).into_iter().for_each(&mut add);
        named::detect(body, lint, forms).into_iter().filter(written).for_each(&mut add);
    }
    let mut out: Vec<Finding> = found.into_values().collect();
    out.iter_mut().for_each(|finding| included::tell(body, finding));
    out
}

/// Of several findings about one secret, a constant and what falls back to it, the worst and surest is kept, else the first.
pub fn once_for_each_secret(findings: &mut Vec<Finding>) {
    let secret = |f: &Finding| f.secrets.first().copied().unwrap_or(f.primary.span);
    let best = |f: &Finding| (Reverse(f.severity), Reverse(f.confidence), f.primary.span);
    findings.sort_by_key(|f| (f.in_test, secret(f), best(f)));
    findings.dedup_by_key(|f| (f.in_test, secret(f)));
}

/// The text literals of a body, and the texts that macros put together of constants. Those of attributes and patterns are not
/// among them.
fn literals<'b>(body: &'b BodyCx<'_>) -> Vec<(ExprId, &'b str)> {
    let text = |id: ExprId| match body.kind(id) {
        ExprKind::Literal(Literal::Str(text)) => Some((id, &**text)),
        ExprKind::Literal(Literal::Bytes(bytes)) => std::str::from_utf8(bytes).ok().map(|text| (id, text)),
        ExprKind::Macro(_) => match body.flow.of(id).single() {
            Some(Const::Str(text)) => Some((id, &**text)),
            _ => None,
        },
        _ => None,
    };
    body.exprs().filter_map(text).collect()
}

/// Constants given to a service as password or token.
fn arrivals(body: &BodyCx<'_>, lint: &Lint) -> Vec<(Span, Finding)> {
    let given = |role: &str| matches!(role, "secret/password" | "secret/token" | "kdf/password");
    let mut out = Vec::new();
    let taken = |a: &&Arrival<'_>| a.role.when.is_none() && !is_dropped(body, a.call);
    for arrival in body.flow.arrivals.iter().filter(|a| given(a.role.role.as_str())).filter(taken) {
        let worth = |c: &Const| {
            let hashed = arrival.role.role.as_str() == "kdf/password";
            let nobodys = |t: &str| content::says_absent(t) || hashed && content::is_of_nobody(t);
            let opens = |t: &str| !content::is_placeholder(t) && !nobodys(t);
            c.bytes().is_some_and(|b| std::str::from_utf8(b).is_ok_and(opens))
        };
        let Some((_, origin)) = arrival.value.constants().find(|(c, _)| worth(c)) else { continue };
        let noun = constant_flow::role_noun(arrival.role.role);
        let callee = body.callee_name(arrival.call, arrival.api);
        let sink = body.span(arrival.arg);
        let mut finding = body.finding(
            lint,
            origin.span,
            "",
            format!("the {noun} given to `{callee}` is written in the source code"),
        );
        finding.primary.text = format!("everybody with the source or the program can read the {noun}");
        if origin.span != sink {
            finding.flow = body.cx.way(
                origin,
                &format!("the {noun} is this constant"),
                sink,
                &arrival.via,
                "given to the service here",
            );
        }
        finish(&mut finding, origin.span);
        out.push((origin.span, finding));
    }
    out
}

/// Whether the result of a call is thrown away: `let _ = hash("measured")?` protects nothing.
fn is_dropped(body: &BodyCx<'_>, call: ExprId) -> bool {
    let mut at = call;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Try(_) | ExprKind::Await(_) => at = parent,
            ExprKind::Block(block) | ExprKind::Async(block) => {
                return block.stmts.iter().any(|stmt| match stmt {
                    Stmt::Let { pat, value: Some(value), .. } => {
                        *value == at && matches!(body.ir.pats[*pat].kind, PatKind::Wild)
                    }
                    _ => false,
                });
            }
            _ => return false,
        }
    }
    false
}

/// What all shapes have in common.
pub(super) fn finish(finding: &mut Finding, secret: Span) {
    finding.secrets.push(secret);
    finding.help.push("load it from a secret store or the environment, fail if it is missing, and replace the value that was published".to_owned());
}
