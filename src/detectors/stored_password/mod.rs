//! A password is written to a database as it was typed.
//!
//! The statement is an SQL text that inserts into a table of people, or updates one, and names a column for the password. The
//! value is an argument of the same statement that goes by such a name and was only converted on its way from a request or
//! a parameter: any other call on the way may have hashed it. A record is looked at in the same way, where a derive writes it to
//! a table ([`StoredPassword::records`]).
//!
//! A statement that looks for a person by the password tells the same of the table ([`StoredPassword::looks_for`]), and what builders
//! of statements and documents are given stands beside the name of the column ([columns]).
//!
//! A function that was given the password by its callers is judged by what they say, see [callers](super::callers).
//!
//! Example: `query("INSERT INTO users (name, password) VALUES ($1, $2)").bind(&form.name).bind(&form.password)`.

mod columns;

use rustc_hash::FxHashSet;

use crate::catalog::Lint;
use crate::catalog::parameters::StoredPassword;
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

/// One finding for each password that is stored.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &StoredPassword) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let by_statement = body.exprs().filter_map(|id| Some((id, in_statement(body, wanted, id)?)));
    let by_record = body.exprs().filter_map(|id| Some((id, in_record(body, wanted, id)?)));
    let by_column = body.exprs().filter_map(|id| Some((id, columns::written(body, wanted, id)?)));
    let all = by_statement.chain(by_record).chain(by_column);
    let stored: Vec<_> = all.filter(|&(_, value)| seen.insert(value)).collect();
    let asks = |id: ExprId| text_of(body, id).is_some_and(|text| wanted.looks_for(text));
    stored.into_iter().map(|(at, value)| report(body, lint, (at, asks(at)), value)).collect()
}

/// `asks`: the statement looks for the password.
fn report(body: &BodyCx<'_>, lint: &Lint, (written, asks): (ExprId, bool), value: ExprId) -> Finding {
    let name = body.name(value).map_or_else(String::new, |name| name.to_string());
    let message = match asks {
        true => format!("`{name}` is looked for as it was typed, so it is stored so"),
        false => format!("`{name}` is stored as it was typed"),
    };
    let label = "whoever reads the table has the password";
    let mut finding = body.finding(lint, body.span(value), label, message);
    if written != value && !body.span(written).contains(body.span(value)) {
        finding.context.push(Label::new(
            body.span(written),
            if asks { "looked for by this statement" } else { "written by this statement" },
        ));
    }
    if let Some(source) = root(body, value).and_then(|root| body.local(root)) {
        finding.context.push(Label::new(body.ir.pats[source].span, "it comes from here".to_owned()));
    }
    if !from_request(body, value) && parameter(body, value).is_none() {
        finding.confidence = Confidence::Low;
    }
    finding.help.push(
        "store what a slow hash makes of it: `Argon2::default().hash_password(password, &salt)?.to_string()` of `argon2`"
            .to_owned(),
    );
    finding
}

/// The password that an SQL text writes, or looks for.
fn in_statement(body: &BodyCx<'_>, wanted: &StoredPassword, id: ExprId) -> Option<ExprId> {
    let text = text_of(body, id)?;
    if !wanted.writes(text) && !wanted.looks_for(text) {
        return None;
    }
    let chain = chain_around(body, id);
    let later = chain.last().into_iter().flat_map(|&made| calls_of(body, made));
    std::iter::once(chain.clone()).chain(later).find_map(|chain| typed_in(body, wanted, &chain))
}

/// The password among the arguments of a chain of calls.
fn typed_in(body: &BodyCx<'_>, wanted: &StoredPassword, chain: &[ExprId]) -> Option<ExprId> {
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

/// The password in a record that a derive writes to a table.
fn in_record(body: &BodyCx<'_>, wanted: &StoredPassword, id: ExprId) -> Option<ExprId> {
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

/// The parameter that a finding of this detector is about.
pub(super) fn parameter_of(body: &BodyCx<'_>, finding: &Finding) -> Option<usize> {
    let value = body.exprs().find(|&id| body.span(id) == finding.primary.span)?;
    if from_request(body, value) { None } else { parameter(body, value) }
}

/// Whether the parameter that a finding is about is called what a password is called, and nothing else.
pub(super) fn is_plain(body: &BodyCx<'_>, wanted: &StoredPassword, finding: &Finding) -> bool {
    let params = body.body.func.map_or(&[][..], |func| &func.params);
    let name = parameter_of(body, finding).and_then(|nth| params.get(nth)).map(|p| &body.ir.pats[p.pat].kind);
    matches!(name, Some(PatKind::Bind { name, .. }) if wanted.names.iter().any(|one| name.sym == **one))
}

/// Whether what a caller gives was only converted on its way, which is said by its name.
pub(super) fn typed_in_caller(
    body: &BodyCx<'_>,
    wanted: &StoredPassword,
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

impl StoredPassword {
    /// Whether an SQL text writes a password to a table of people, and does not hash it itself.
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
        people
            && words.iter().any(|w| self.is_column(&Words::of(w)))
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
            && people
            && rest.iter().position(|w| *w == "where").is_some_and(|at| (at + 1..rest.len()).any(compared))
            && !rest.iter().any(|w| self.hashing.iter().any(|hash| w.starts_with(hash.as_str())))
    }

    fn of_people(&self, words: &Words) -> bool {
        self.people.iter().any(|word| words.has(word))
    }

    /// Whether a name is that of a password: `password`, `user_password`; not `password_hash`.
    fn is_column(&self, words: &Words) -> bool {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        words.head_is(&names, &[]) && !self.not.iter().any(|word| words.has(word))
    }

    /// Whether a value is a password that was only converted.
    fn is_typed(&self, body: &BodyCx<'_>, value: ExprId) -> bool {
        self.is_column(&body.words(value)) && root(body, value).is_some() && is_raw(body, value)
    }
}
