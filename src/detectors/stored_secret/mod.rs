//! A secret is written to a database as it came: a password as it was typed, the number of a card.
//!
//! The statement is an SQL text that inserts into a table, or updates one. A password has to be that of a person: the table is one of
//! people and a column is named for it. The value is an argument of the same statement that goes by such a name and was only converted on its way from a request or
//! a parameter: any other call on the way may have hashed it. A record is looked at in the same way, where a derive writes it to
//! a table ([`StoredSecret::records`]).
//!
//! A statement that looks for a person by the password tells the same of the table ([`StoredSecret::looks_for`]), and what builders
//! of statements and documents are given stands beside the name of the column ([columns]).
//!
//! What is written to files and key-value stores is told by roles ([`StoredSecret::stores`]).
//!
//! A function that was given the secret by its callers is judged by what they say, see [callers](super::callers).
//!
//! Example: `query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(&form.name).bind(&form.password)`.

mod columns;

use rustc_hash::FxHashSet;

use crate::catalog::Lint;
use crate::catalog::parameters::StoredSecret;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::derive_of;
use crate::detectors::purpose::bound_around;
use crate::detectors::request::from_request;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Const, OriginKind};
use crate::ir::{ExprId, ExprKind, Literal, MacroForm, PatKind};
use crate::resolve::Res;
use crate::types::Ty;

/// Variables are followed through this many others.
const MAX_STEPS: usize = 8;
/// First words of statements that write.
const WRITES: &[&str] = &["insert", "replace", "update"];

/// One finding for each secret that is stored.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &StoredSecret) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let by_statement = body.exprs().filter_map(|id| Some((id, in_statement(body, wanted, id)?)));
    let by_record = body.exprs().filter_map(|id| Some((id, in_record(body, wanted, id)?)));
    let by_column = body.exprs().filter_map(|id| Some((id, columns::written(body, wanted, id)?)));
    let by_store = body.flow.arrivals.iter().filter(|a| wanted.stores.contains(&a.role.role));
    let by_store = by_store.filter_map(|a| Some((a.call, kept_in(body, wanted, a.arg)?)));
    let all = by_statement.chain(by_record).chain(by_column).chain(by_store);
    let stored: Vec<_> = all.filter(|&(_, value)| seen.insert(value)).collect();
    let asks = |id: ExprId| text_of(body, id).is_some_and(|text| wanted.looks_for(text));
    let report = |(at, value)| report(body, lint, wanted, (at, asks(at)), value);
    stored.into_iter().map(report).collect()
}

/// `asks`: the statement looks for the secret.
fn report(
    body: &BodyCx<'_>,
    lint: &Lint,
    wanted: &StoredSecret,
    (written, asks): (ExprId, bool),
    value: ExprId,
) -> Finding {
    let name = body.name(value).map_or_else(String::new, |name| name.to_string());
    let state = &wanted.state;
    let message = match asks {
        true => format!("`{name}` is looked for {state}, so it is stored so"),
        false => format!("`{name}` is stored {state}"),
    };
    let mut finding = body.finding(lint, body.span(value), &wanted.label, message);
    if written != value && !body.span(written).contains(body.span(value)) {
        finding.context.push(Label::new(
            body.span(written),
            if asks { "looked for by this statement" } else { "written by this statement" },
        ));
    }
    if let Some(source) = root(body, value).and_then(|root| body.local(root)) {
        finding.context.push(Label::new(body.ir.pats[source].span, "it comes from here".to_owned()));
    }
    let known = from_request(body, value) || parameter(body, value).is_some();
    let words = body.words(value);
    if !known || !is_among(&words, &wanted.names) && !is_among(&words, &wanted.kept) {
        finding.confidence = Confidence::Low;
    }
    finding.help.push(wanted.advice.clone());
    finding
}

/// The secret that an SQL text writes, or looks for.
fn in_statement(body: &BodyCx<'_>, wanted: &StoredSecret, id: ExprId) -> Option<ExprId> {
    let text = text_of(body, id)?;
    if !wanted.writes(text) && !wanted.looks_for(text) {
        return None;
    }
    let chain = chain_around(body, id);
    let later = chain.last().into_iter().flat_map(|&made| calls_of(body, made));
    std::iter::once(chain.clone()).chain(later).find_map(|chain| typed_in(body, wanted, &chain))
}

/// The secret among the arguments of a chain of calls.
fn typed_in(body: &BodyCx<'_>, wanted: &StoredSecret, chain: &[ExprId]) -> Option<ExprId> {
    let mut found = None;
    body.ir.for_each_expr(*chain.last()?, &mut |part| {
        if found.is_none() && is_argument(body, part, chain) && wanted.is_typed(body, part) {
            found = Some(part);
        }
    });
    found
}

/// The later calls of a statement that was put into a variable: `stmt.execute(..)`, `client.execute(&stmt, ..)`.
fn calls_of(body: &BodyCx<'_>, made: ExprId) -> Vec<Vec<ExprId>> {
    let kept = bound_around(body, made);
    let names_it = |id: ExprId| {
        matches!(body.kind(id), ExprKind::Path(_)) && body.local(id).is_some_and(|l| kept.contains(&l))
    };
    match kept.is_empty() {
        true => Vec::new(),
        false => body.exprs().filter(|&id| names_it(id)).map(|id| chain_around(body, id)).collect(),
    }
}

fn text_of<'b>(body: &'b BodyCx<'_>, id: ExprId) -> Option<&'b str> {
    match body.kind(id) {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        ExprKind::Path(_) => match body.flow.of(id).single()? {
            Const::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// The secret that is written to a file or key-value store, by itself or in a text that is put together there.
fn kept_in(body: &BodyCx<'_>, wanted: &StoredSecret, arg: ExprId) -> Option<ExprId> {
    let is_kept = |value: ExprId| {
        let words = body.words(value);
        let named = is_among(&words, &wanted.kept) && !wanted.not.iter().any(|word| words.has(word));
        wanted.is_typed(body, value) || named && root(body, value).is_some() && is_raw(body, value)
    };
    let inner = body.peel(arg);
    match body.kind(inner) {
        ExprKind::Macro(call) => match &call.form {
            MacroForm::Format(format) => format.args.iter().map(|a| a.value).find(|&value| is_kept(value)),
            _ => None,
        },
        _ => Some(inner).filter(|&value| is_kept(value)),
    }
}

/// The calls that an SQL text stands in, innermost first; the text itself is the first.
fn chain_around(body: &BodyCx<'_>, text: ExprId) -> Vec<ExprId> {
    let mut chain = vec![text];
    let mut at = text;
    while let Some(parent) = body.parent(at) {
        let goes_on = matches!(
            body.kind(parent),
            ExprKind::MethodCall { .. }
                | ExprKind::Call { .. }
                | ExprKind::Macro(_)
                | ExprKind::Ref { .. }
                | ExprKind::Try(_)
                | ExprKind::Await(_)
        );
        if !goes_on {
            break;
        }
        at = parent;
        chain.push(at);
    }
    chain
}

/// Whether an expression is given to a call of the statement, in a list, a tuple or by itself. What another call gets, `hash(&password)`,
/// is not: the statement gets what that call makes.
fn is_argument(body: &BodyCx<'_>, id: ExprId, chain: &[ExprId]) -> bool {
    let Some(parent) = body.parent(id) else { return false };
    let of_statement = chain.contains(&parent);
    match body.kind(parent) {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => of_statement && args.contains(&id),
        _ if !of_statement && !is_argument(body, parent, chain) => false,
        ExprKind::Macro(call) => match &call.form {
            MacroForm::Format(format) => format.args.iter().any(|arg| arg.value == id),
            MacroForm::Exprs(list) => list.contains(&id),
            MacroForm::Expr(_) => true,
            _ => false,
        },
        ExprKind::Array(items) | ExprKind::Tuple(items) => items.contains(&id),
        ExprKind::Map(pairs) => pairs.iter().any(|&(_, value)| value == id),
        ExprKind::Ref { .. } => true,
        _ => false,
    }
}

/// The secret in a record that a derive writes to a table.
fn in_record(body: &BodyCx<'_>, wanted: &StoredSecret, id: ExprId) -> Option<ExprId> {
    let ExprKind::Struct { fields, .. } = body.kind(id) else { return None };
    let Ty::Adt(Res::Def(record), _) = body.types.of(id).peel() else { return None };
    let def = body.cx.map.def(*record);
    let item = &body.cx.program.file(def.file).items[def.item];
    let derived = |name: &String| derive_of(body.cx, item, name).is_some();
    if !wanted.records.iter().any(derived) || !wanted.of_people(&Words::of(def.name.as_str())) {
        return None;
    }
    let column = |name: &str| wanted.is_column(&Words::of(name));
    fields.iter().find(|f| column(f.name.sym.as_str()) && wanted.is_typed(body, f.value)).map(|f| f.value)
}

/// The parameter of the function that a value is, conversions aside.
pub(super) fn parameter(body: &BodyCx<'_>, value: ExprId) -> Option<usize> {
    let local = body.local(root(body, value)?)?;
    body.body.func?.params.iter().position(|param| param.pat == local)
}

/// The parameter that a finding of this detector is about, if its callers know more than it does: a password in a record may be
/// hashed already, a field that is named for anything else holds that.
pub(super) fn parameter_of(body: &BodyCx<'_>, wanted: &StoredSecret, finding: &Finding) -> Option<usize> {
    let value = body.exprs().find(|&id| body.span(id) == finding.primary.span)?;
    let named = wanted.people.is_empty() && matches!(body.kind(body.peel(value)), ExprKind::Field { .. });
    if named || from_request(body, value) { None } else { parameter(body, value) }
}

/// Whether the parameter that a finding is about is called what a secret is called; one for a password, which may be hashed, nothing
/// else than that.
pub(super) fn is_plain(body: &BodyCx<'_>, wanted: &StoredSecret, finding: &Finding) -> bool {
    let params = body.body.func.map_or(&[][..], |func| &func.params);
    let param = parameter_of(body, wanted, finding).and_then(|nth| params.get(nth));
    let Some(PatKind::Bind { name, .. }) = param.map(|p| &body.ir.pats[p.pat].kind) else { return false };
    match wanted.people.is_empty() {
        true => {
            let words = Words::of(name.sym.as_str());
            is_among(&words, &wanted.names) || is_among(&words, &wanted.kept)
        }
        false => wanted.names.iter().any(|one| name.sym == **one),
    }
}

/// Whether what a caller gives was only converted on its way, which is said by its name.
pub(super) fn typed_in_caller(
    body: &BodyCx<'_>,
    wanted: &StoredSecret,
    call: ExprId,
    nth: usize,
) -> Option<String> {
    let arg = match body.kind(call) {
        ExprKind::Call { args, .. } => args.get(nth),
        ExprKind::MethodCall { args, .. } => args.get(nth),
        _ => None,
    };
    let &arg = arg?;
    wanted.is_typed(body, arg).then(|| body.snippet(arg))
}

/// The variable or field that a value is a conversion of.
fn root(body: &BodyCx<'_>, value: ExprId) -> Option<ExprId> {
    let mut at = body.peel(value);
    for _ in 0..MAX_STEPS {
        at = match body.kind(at) {
            // `let Ok(password) = hash(&form.password) else { .. }` is taken out of what a call gives.
            ExprKind::Path(_) => {
                let made = body.local(at).and_then(|l| body.initializer(l).or_else(|| body.taken_from(l)));
                match made {
                    Some(value) => body.peel(value),
                    None => return Some(at),
                }
            }
            ExprKind::Field { base, .. } => body.peel(*base),
            _ => return None,
        };
    }
    None
}

/// Whether nothing made by an API is in a value.
fn is_raw(body: &BodyCx<'_>, value: ExprId) -> bool {
    let origins = body.flow.of(value).origins();
    origins.iter().all(|o| match &o.kind {
        OriginKind::Role(role) => role.as_str() == "request/data",
        OriginKind::Const(_) | OriginKind::Default(_) => false,
        _ => true,
    })
}

impl StoredSecret {
    /// Whether an SQL text writes such a secret, and does not hash it itself.
    fn writes(&self, text: &str) -> bool {
        let first = text.split_whitespace().next().unwrap_or_default();
        if !WRITES.iter().any(|verb| first.eq_ignore_ascii_case(verb)) {
            return false;
        }
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
        let after = |verb: &str| words.iter().position(|w| *w == verb).and_then(|at| words.get(at + 1));
        let table = match words.first() {
            Some(&"update") => words.get(1),
            _ => after("into"),
        };
        let people = table.is_some_and(|table| self.of_people(&Words::of(table)));
        let column = || words.iter().any(|w| self.is_column(&Words::of(w)));
        people
            && (self.people.is_empty() || column())
            && !words.iter().any(|w| self.hashing.iter().any(|hash| w.starts_with(hash.as_str())))
    }

    /// Whether an SQL text looks for a person by the password, which finds only what was not hashed.
    fn looks_for(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let mut words =
            lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '=')).filter(|w| !w.is_empty());
        let reads = words.next().is_some_and(|verb| matches!(verb, "select" | "delete"));
        let rest: Vec<&str> = words.collect();
        let people = rest.windows(2).any(|w| w[0] == "from" && self.of_people(&Words::of(w[1])));
        let compared = |at: usize| {
            let (name, after) = rest[at].split_once('=').unwrap_or((rest[at], ""));
            let equals = rest[at].contains('=') || rest.get(at + 1).is_some_and(|next| next.starts_with('='));
            equals && after.len() <= 1 && self.is_column(&Words::of(name))
        };
        reads
            && !self.people.is_empty()
            && people
            && rest.iter().position(|w| *w == "where").is_some_and(|at| (at + 1..rest.len()).any(compared))
            && !rest.iter().any(|w| self.hashing.iter().any(|hash| w.starts_with(hash.as_str())))
    }

    fn of_people(&self, words: &Words) -> bool {
        self.people.is_empty() || self.people.iter().any(|word| words.has(word))
    }

    /// Whether a name is that of a secret: `password`, `user_password`; not `password_hash`.
    fn is_column(&self, words: &Words) -> bool {
        let named = is_among(words, &self.names) || is_among(words, &self.unsure);
        named && !self.not.iter().any(|word| words.has(word))
    }

    /// Whether a value is a secret that was only converted.
    fn is_typed(&self, body: &BodyCx<'_>, value: ExprId) -> bool {
        self.is_column(&body.words(value)) && root(body, value).is_some() && is_raw(body, value)
    }
}

/// Whether the head of a name is one of a list of words, and of pairs joined by `-`.
fn is_among(name: &Words, list: &[String]) -> bool {
    let words: Vec<&str> = list.iter().map(String::as_str).filter(|one| !one.contains('-')).collect();
    let pairs: Vec<(&str, &str)> = list.iter().filter_map(|one| one.split_once('-')).collect();
    name.head_is(&words, &pairs)
}
