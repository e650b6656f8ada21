//! A secret that is given to a small function of the workspace which writes its parameter to a log.
//!
//! Inside of the function the parameter has a plain name (`fn trace_value(name: &str, value: &str)`), so the finding stands where
//! the secret is given. Functions of many lines do other things with what they get, and are left out.

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::names;
use crate::detectors::secret_log::lines;
use crate::detectors::secret_value::{Question, SecretValue, Shown, is_masked, secret_value};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{ExprId, ExprKind, FileIr, FormatCall, Literal, MacroForm, PatId, PatKind, Stmt};
use crate::resolve::{Body, DefId, body_of};

/// A function of more expressions than this does more than to write a line.
const MAX_EXPRS: usize = 60;
/// Last words of parameters that say what the function takes it for: by this name somebody or something is found.
const NAMES: &[&str] = &[
    "id", "ids", "uuid", "name", "username", "user", "login", "email", "account", "kind", "path", "code",
    "key",
];
/// Conversions around the parameter that is written.
const MAX_AROUND: usize = 6;

/// The finding of a call whose target writes a secret that it is given.
pub(super) fn detect(body: &BodyCx<'_>, lint: &Lint, words: &LogWords, call: ExprId) -> Option<Finding> {
    let (args, method) = match body.kind(call) {
        ExprKind::Call { args, .. } => (args, false),
        ExprKind::MethodCall { args, .. } => (args, true),
        _ => return None,
    };
    let [target] = body.targets(call)[..] else { return None };
    let around = Words::of(&body.cx.map.path_of(body.def));
    args.iter().enumerate().find_map(|(nth, &arg)| {
        let (value, secret) = secret_in(body, words, &around, arg)?;
        let written = written_at(body, words, target, nth, method)?;
        Some(report(body, lint, (arg, value), &secret, (target, written)))
    })
}

/// The secret that an argument is, or that is formatted into it.
fn secret_in(
    body: &BodyCx<'_>,
    words: &LogWords,
    around: &Words,
    arg: ExprId,
) -> Option<(ExprId, SecretValue)> {
    let question = Question { shown: Shown::Text, around, masked: &words.masked, field: None };
    let parts = lines::formatted(body, body.initial(arg)).map_or_else(|| vec![arg], values);
    let sure = |value: ExprId| {
        let secret = secret_value(body, value, &question)?;
        (secret.confidence > Confidence::Low && secret.used_as.is_none()).then_some((value, secret))
    };
    parts.into_iter().find_map(sure)
}

fn values(format: &FormatCall) -> Vec<ExprId> {
    format.args.iter().map(|arg| arg.value).collect()
}

/// Where a function writes its `nth` argument to a log under a name that does not say what it is.
fn written_at(body: &BodyCx<'_>, words: &LogWords, target: DefId, nth: usize, method: bool) -> Option<Span> {
    let found = body_of(body.cx.program, &body.cx.map, target)?;
    let func = found.func?;
    let skip = usize::from(func.self_param.is_some() && !method);
    let ir = body.cx.program.file(found.file);
    let PatKind::Bind { name, .. } = &ir.pats[func.params.get(nth.checked_sub(skip)?)?.pat].kind else {
        return None;
    };
    let own = Words::of(name.sym.as_str());
    let around = Words::of(&body.cx.map.path_of(target));
    let told_there = names::confidence(&own, &around, false).is_some();
    let names_other = own.list().last().is_some_and(|last| NAMES.contains(&last.as_str()));
    if told_there || names_other || is_masked(&own, &words.masked) || is_masked(&around, &words.masked) {
        return None;
    }
    writes(ir, &found, words, name.sym)
}

/// The line of a small body that has a variable in it.
fn writes(ir: &FileIr, found: &Body<'_>, words: &LogWords, name: Symbol) -> Option<Span> {
    let (mut count, mut bound_again, mut place) = (0, false, None);
    let binds = |pat: PatId| matches!(&ir.pats[pat].kind, PatKind::Bind { name: n, .. } if n.sym == name);
    ir.for_each_expr(found.root, &mut |id| {
        count += 1;
        match &ir.exprs[id].kind {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                bound_again |=
                    block.stmts.iter().any(|stmt| matches!(stmt, Stmt::Let { pat, .. } if binds(*pat)));
            }
            ExprKind::Macro(call)
                if call.path.last().is_some_and(|s| words.log.iter().any(|w| s.name.sym == **w)) =>
            {
                let MacroForm::Format(format) = &call.form else { return };
                let shown = format.args.iter().find(|arg| is_variable(ir, arg.value, name));
                place = place.or(shown
                    .filter(|_| !is_about_language(ir, words, format))
                    .map(|a| ir.exprs[a.value].span));
            }
            _ => {}
        }
    });
    place.filter(|_| count <= MAX_EXPRS && !bound_again)
}

/// `value`, `&value`, `value.as_ref()`.
fn is_variable(ir: &FileIr, id: ExprId, name: Symbol) -> bool {
    let mut at = id;
    for _ in 0..MAX_AROUND {
        at = match &ir.exprs[at].kind {
            ExprKind::Path(path) => {
                return path.segments.len() == 1 && path.segments[0].name.sym == name;
            }
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
            ExprKind::MethodCall { receiver, method, args, .. }
                if args.is_empty() && Words::of(method.sym.as_str()).starts_with("as to into borrow") =>
            {
                *receiver
            }
            _ => return false,
        };
    }
    false
}

fn is_about_language(ir: &FileIr, words: &LogWords, format: &FormatCall) -> bool {
    match format.template.map(|template| &ir.exprs[template].kind) {
        Some(ExprKind::Literal(Literal::Str(text))) => is_masked(&Words::of(text), &words.parsing),
        _ => false,
    }
}

fn report(
    body: &BodyCx<'_>,
    lint: &Lint,
    (arg, value): (ExprId, ExprId),
    secret: &SecretValue,
    (target, written): (DefId, Span),
) -> Finding {
    let name = body.cx.map.def(target).name;
    let message = format!("`{}` is written to the log by `{name}`", body.snippet(value));
    let mut finding = body.finding(lint, body.span(arg), "its content stands in the log", message);
    finding.confidence = secret.confidence.min(lint.confidence);
    finding.context.push(Label::new(written, "written here"));
    super::advise(&mut finding);
    finding
}
