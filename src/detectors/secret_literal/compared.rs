//! A password that somebody gives is compared with one that is written here: `user == "root" && password == "toor!2018"`.
//!
//! What is compared must be named like a credential and the literal be worth hiding. Whether it opens a door or closes one is told by
//! what hangs on it: a guard that refuses a known password, or a rule that says which are weak, is silent. The same is told of
//! `password.eq("..")` and of patterns: `match (user, password) { ("root", "toor!2018") => true, .. }`.

use crate::base::Span;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::secret_literal::content::{KNOWN_PASSWORDS, Worth, worth};
use crate::detectors::secret_literal::finish;
use crate::detectors::verification::{leaves, refuses_with};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::Const;
use crate::ir::{Arm, BinaryOp, ExprId, ExprKind, Literal, PatId, PatKind, UnaryOp};

/// Words of who signs in.
const WHO: &[&str] = &["user", "username", "login", "email", "account", "name", "uid", "id"];
/// What those who are nobody in particular give as their password.
const GUESTS: &[&str] = &["anonymous", "guest", "public"];
/// Methods that answer what the function that they are given answers.
const ASKS: &[&str] = &["is_some_and", "is_ok_and", "is_none_or", "any", "map_or", "map"];
/// Words of functions that say which passwords are bad.
const RULES: &[&str] = &[
    "weak",
    "common",
    "default",
    "strength",
    "strong",
    "policy",
    "pwned",
    "breached",
    "placeholder",
    "insecure",
    "blocked",
];
/// Words of what a program tells whoever left the password as it was.
const WARNS: &[&str] = &["warning", "default", "insecure", "weak", "change"];

/// Literals that a credential is compared with, with their places.
pub(super) fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<(Span, Finding)> {
    if Words::of(&body.cx.map.path_of(body.def)).has_any(RULES) {
        return Vec::new();
    }
    body.exprs().filter_map(|id| judge(body, lint, id)).collect()
}

/// What somebody gives, beside the text that it has to be.
struct Compared {
    given: ExprId,
    literal: ExprId,
    /// Who signs in is compared with a text that is written beside it.
    with_name: bool,
    /// Who signs in is compared with anything beside it.
    beside_name: bool,
}

fn judge(body: &BodyCx<'_>, lint: &Lint, id: ExprId) -> Option<(Span, Finding)> {
    let compared = match body.kind(id) {
        ExprKind::Match { scrutinee, arms } => {
            return arms.iter().find_map(|arm| {
                let found = in_pattern(body, *scrutinee, arm)?;
                opens(body, &found).then(|| report(body, lint, &found))
            });
        }
        ExprKind::MethodCall { receiver, method, args, .. } if method.sym == "eq" => {
            either(body, *receiver, *args.first()?).filter(|_| lets_in(body, id, true))?
        }
        ExprKind::Binary { op: op @ (BinaryOp::Eq | BinaryOp::Ne), lhs, rhs } => {
            let found = either(body, *lhs, *rhs).filter(|_| lets_in(body, id, *op == BinaryOp::Eq))?;
            let (with_name, beside_name) =
                (beside_name(body, id, *op, true), beside_name(body, id, *op, false));
            Compared { with_name, beside_name, ..found }
        }
        _ => return None,
    };
    opens(body, &compared).then(|| report(body, lint, &compared))
}

fn either(body: &BodyCx<'_>, a: ExprId, b: ExprId) -> Option<Compared> {
    let (given, literal) = [(a, b), (b, a)].into_iter().find(|&(_, l)| text(body, l).is_some())?;
    Some(Compared { given, literal, with_name: false, beside_name: false })
}

/// The text in the pattern of an arm that is no refusal, and what is matched with it.
fn in_pattern(body: &BodyCx<'_>, scrutinee: ExprId, arm: &Arm) -> Option<Compared> {
    if refuses_with(body, arm.body) {
        return None;
    }
    let literal = |pat: PatId| match &body.ir.pats[pat].kind {
        PatKind::Literal(id) => Some(*id).filter(|&id| text(body, id).is_some()),
        PatKind::TupleStruct(path, pats) if path.last().is_some_and(|s| s.name.sym == "Some") => {
            match body.ir.pats[*pats.first()?].kind {
                PatKind::Literal(id) => Some(id).filter(|&id| text(body, id).is_some()),
                _ => None,
            }
        }
        _ => None,
    };
    let (ExprKind::Tuple(items), PatKind::Tuple(pats)) =
        (body.kind(body.peel(scrutinee)), &body.ir.pats[arm.pat].kind)
    else {
        let literal = literal(arm.pat)?;
        return Some(Compared { given: scrutinee, literal, with_name: false, beside_name: false });
    };
    let pairs = || items.iter().copied().zip(pats.iter().filter_map(|&pat| literal(pat)));
    let whole = pats.iter().all(|&pat| literal(pat).is_some());
    let with_name = whole && pairs().any(|(item, _)| body.words(item).has_any(WHO));
    let (given, literal) = pairs().find(|&(item, _)| whole && is_typed(&credential_words(body, item)))?;
    Some(Compared { given, literal, with_name, beside_name: with_name })
}

/// Whether words name what somebody types to sign in.
fn is_typed(words: &Words) -> bool {
    (words.head_password() || words.head_is(&["pass"], &[])) && !words.name_metadata()
}

/// Whether what is given is a credential, and what it is compared with is worth hiding.
fn opens(body: &BodyCx<'_>, compared: &Compared) -> bool {
    let Some(text) = text(body, compared.literal) else { return false };
    let words = credential_words(body, compared.given);
    let typed = is_typed(&words);
    let lower = text.to_lowercase();
    let known = KNOWN_PASSWORDS.contains(&lower.as_str());
    let enough = match worth(text, &words) {
        Worth::Secret => typed || words.name_credential(),
        // Whoever signs in as `root` by `pwd` knows both from the source, whatever the words are.
        Worth::Word | Worth::Name if typed && compared.with_name => !GUESTS.contains(&lower.as_str()),
        // What `git` and others take for a password that is none has no digits: `x-oauth-basic`.
        Worth::Word | Worth::Name if typed && text.chars().any(|c| c.is_ascii_digit()) => text.len() >= 6,
        Worth::Word => typed && text.len() >= 6 && compared.beside_name,
        Worth::Name => typed && known && compared.beside_name,
    };
    enough && !body.flow.of(compared.given).is_constant()
}

fn report(body: &BodyCx<'_>, lint: &Lint, compared: &Compared) -> (Span, Finding) {
    let Compared { given, literal, .. } = *compared;
    let span = body.span(body.peel(literal));
    let message =
        format!("`{}` is compared with a text that is written in the source code", body.snippet(given));
    let mut finding = body.finding(lint, span, "known to everybody who has the source", message);
    finding.confidence = Confidence::Medium;
    finding.context.push(Label::new(body.span(given), "what somebody gave"));
    let written = body.flow.of(literal).constants().next().map_or(span, |(_, origin)| origin.span);
    if written != span {
        finding.context.push(Label::new(written, "written here"));
    }
    finish(&mut finding, written);
    (span, finding)
}

/// The words of what is given. Of what a header holds it is the name of the header: `Some(key)` of `headers.get("x-api-key")`.
fn credential_words(body: &BodyCx<'_>, given: ExprId) -> Words {
    let own = body.words(given);
    if own.name_credential() {
        return own;
    }
    let Some(from) = body.local(body.peel(given)).and_then(|local| body.taken_from(local)) else {
        return own;
    };
    let mut named = None;
    body.ir.for_each_expr(from, &mut |id| {
        if let ExprKind::Literal(Literal::Str(text)) = body.kind(id) {
            named = named.take().or_else(|| Some(Words::of(text)).filter(Words::name_credential));
        }
    });
    named.unwrap_or(own)
}

/// The text, of a literal that is written in the comparison, or of a constant whose name does not say what it is: that of others
/// is told where they are written.
fn text<'b>(body: &'b BodyCx<'_>, id: ExprId) -> Option<&'b str> {
    let at = body.peel(id);
    match body.kind(at) {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        ExprKind::Path(_) if body.local(at).is_none() && !body.words(at).name_credential() => {
            match body.flow.of(at).single() {
                Some(Const::Str(text)) => Some(text),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the name of who signs in is compared in the same condition, with a text that is `written` there.
fn beside_name(body: &BodyCx<'_>, id: ExprId, op: BinaryOp, written: bool) -> bool {
    let mut top = id;
    while let Some(parent) = body.parent(top)
        && matches!(body.kind(parent), ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, .. })
    {
        top = parent;
    }
    let names = |other: ExprId| match body.kind(other) {
        ExprKind::Binary { op: same, lhs, rhs } if *same == op && other != id => {
            let fits = |name: ExprId, with: ExprId| {
                body.words(name).has_any(WHO) && (!written || text(body, with).is_some_and(|t| !t.is_empty()))
            };
            fits(*lhs, *rhs) || fits(*rhs, *lhs)
        }
        _ => false,
    };
    let mut found = false;
    body.ir.for_each_expr(top, &mut |other| found |= names(other));
    found
}

/// Whether what is the same, or is not different, goes on.
fn lets_in(body: &BodyCx<'_>, id: ExprId, same: bool) -> bool {
    let (mut at, mut same) = (id, same);
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Unary { op: UnaryOp::Not, .. } => same ^= true,
            ExprKind::If { cond, then, .. } => {
                let refused = refuses_with(body, *then) || !same && leaves(body, *then);
                return *cond != at || refused != same && !(same && warns(body, *then));
            }
            ExprKind::Match { arms, .. } => match arms.iter().find(|arm| arm.guard == Some(at)) {
                Some(arm) if refuses_with(body, arm.body) == same => return false,
                Some(_) => {}
                None => return same,
            },
            ExprKind::Binary { .. } | ExprKind::Block(_) | ExprKind::Macro(_) | ExprKind::Closure { .. } => {}
            // `given.is_some_and(|given| given == "..")`
            ExprKind::MethodCall { method, args, .. }
                if args.contains(&at) && ASKS.contains(&method.sym.as_str()) => {}
            _ => return same,
        }
        at = parent;
    }
    same
}

/// Whether what runs is told to be a risk, by a text or a macro: `warn!("the default password is in use")`.
fn warns(body: &BodyCx<'_>, then: ExprId) -> bool {
    let mut found = false;
    body.ir.for_each_expr(then, &mut |id| {
        found |= match body.kind(id) {
            ExprKind::Literal(Literal::Str(text)) => Words::of(text).has_any(WARNS),
            ExprKind::Macro(call) => call.path.last().is_some_and(|name| name.name.sym == "warn"),
            _ => false,
        };
    });
    found
}
