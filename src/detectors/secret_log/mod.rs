//! A secret is formatted into a line of a log, of the terminal, or of an error.
//!
//! The [lines] are made by the macros and methods that the lint lists. Looked at is everything that they format: positional and named arguments, captures
//! in the template, fields with `%` and `?`, and the parameters that [`#[instrument]`](recorded) records. What is a secret says
//! [`secret_value`](super::secret_value). One macro call is one finding, at its surest argument.
//!
//! Silent: test code; a value of a type whose *derived* `Debug` shows a secret, which is a finding at the type. Weak: what a
//! program shows to whoever started it, and a new secret that a [command] was given to make.

mod command;
mod handed;
mod header_map;
mod labels;
mod lines;
mod named;
mod put_together;
mod recorded;
mod serialized;

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::condition::chosen_to_weaken;
use crate::detectors::derived_trait::names;
use crate::detectors::secret_value::{Question, SecretValue, Shown, is_masked, peel, secret_value};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{BinaryOp, ExprId, ExprKind, FormatCall, Literal, Stmt};

/// What has a key that opens nothing: variables of the environment, objects of a store.
const NAMED_BY_KEYS: &[&str] =
    &["variable", "variables", "bucket", "buckets", "object", "objects", "blob", "blobs", "prefix"];

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    Log,
    Terminal,
    /// The terminal too, but not what somebody has asked for.
    Diagnostics,
    Error,
}

/// A value that is formatted.
#[derive(Clone, Copy)]
struct Given {
    value: ExprId,
    shown: Shown,
    field: Option<Symbol>,
    /// What it stands in, if that is what the line has: `message` with `let message = format!("{token}")`.
    inside: Option<ExprId>,
}

/// Findings of the `secret-log` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, words: &LogWords) -> Vec<Finding> {
    let of = |id| {
        let Some(line) = lines::line(body, words, id) else { return handed::detect(body, lint, words, id) };
        judge(body, lint, words, &line)
            .or_else(|| headers(body, lint, &line, id))
            .or_else(|| texts(body, lint, words, &line))
            .or_else(|| put_together(body, lint, words, &line))
    };
    let mut out: Vec<Finding> = body.exprs().filter_map(of).collect();
    out.extend(recorded::detect(body, lint, words));
    out.extend(recorded::fields(body, lint, words));
    out
}

fn judge(body: &BodyCx<'_>, lint: &Lint, words: &LogWords, line: &lines::Line<'_>) -> Option<Finding> {
    let around = around(body, words, line.format);
    let mut found: Vec<(Given, SecretValue)> = Vec::new();
    for given in line.given.iter().filter(|given| !given.field.is_some_and(names_another)) {
        let question =
            Question { shown: given.shown, around: &around, masked: &words.masked, field: given.field };
        let of_entry = || message(body, line.format).has_any(NAMED_BY_KEYS);
        let plain = |value| {
            is_kind(body, value)
                || named::is_name(body, value, &words.paths)
                || named::is_vague_key(body, value) && of_entry()
        };
        let secret = secret_value(body, given.value, &question).filter(|_| !plain(given.value));
        found.extend(secret.map(|secret| (*given, secret)));
    }
    // The first of the surest stands for all.
    let best = found.iter().map(|(_, s)| s.confidence).max()?;
    let at = found.iter().position(|(_, s)| s.confidence == best)?;
    let (given, secret) = found.remove(at);
    found.retain(|(_, s)| s.confidence > Confidence::Low);
    let value = given.value;
    let mut finding = report(body, lint, line.goes, given, &secret);
    let told = is_masked(&whole_message(body, line.format), &words.fresh);
    let made = Made { words, told, bare: is_bare(body, line.format) };
    finding.confidence = confidence(body, &made, line.goes, value, best);
    finding.context.extend(found.iter().map(|(g, _)| Label::new(body.span(g.value), "this too")));
    Some(finding)
}

/// All headers of a request in a line of the log.
fn headers(body: &BodyCx<'_>, lint: &Lint, line: &lines::Line<'_>, id: ExprId) -> Option<Finding> {
    let ExprKind::Macro(call) = body.kind(id) else { return None };
    let value = header_map::shown(body, call).filter(|_| line.goes == Goes::Log)?;
    let message = format!("all headers of a request are written to the log by `{}`", body.snippet(value));
    let mut finding = body.finding(
        lint,
        body.span(value),
        "what is in `Authorization` and `Cookie` stands in the log",
        message,
    );
    finding
        .help
        .push("log the headers by name that are needed, or replace the values of the others".to_owned());
    Some(finding)
}

/// A text that a serializer made of a value with a secret in it.
fn texts(body: &BodyCx<'_>, lint: &Lint, words: &LogWords, line: &lines::Line<'_>) -> Option<Finding> {
    let found = |given: &Given| Some((given.value, serialized::secret_in(body, words, given.value)?));
    let (value, (name, confidence)) = line.given.iter().filter(|_| line.goes == Goes::Log).find_map(found)?;
    let message = format!("`{}` is written to the log with `{name}` in it", body.snippet(value));
    let mut finding = body.finding(lint, body.span(value), "its content stands in the log", message);
    finding.confidence = confidence.min(lint.confidence);
    advise(&mut finding);
    Some(finding)
}

/// A text that a function of the workspace puts together with a password in it.
fn put_together(body: &BodyCx<'_>, lint: &Lint, words: &LogWords, line: &lines::Line<'_>) -> Option<Finding> {
    let given = line.given.iter().filter(|given| line.goes == Goes::Log && given.inside.is_none());
    let found = |given: &Given| Some((given.value, put_together::secret_in(body, words, given.value)?));
    let (value, name) = given.into_iter().find_map(found)?;
    let message = format!("`{}` is written to the log with `{name}` in it", body.snippet(value));
    let mut finding = body.finding(lint, body.span(value), "its content stands in the log", message);
    finding.confidence = Confidence::Medium.min(lint.confidence);
    finding.context.push(Label::new(body.span(body.initial(value)), "put together here"));
    advise(&mut finding);
    Some(finding)
}

/// Whether the field of a log line says that what it shows is what a secret is called: `name = %spec.target_secret`.
fn names_another(field: Symbol) -> bool {
    matches!(
        Words::of(field.as_str()).list().last().map(String::as_str),
        Some("name" | "path" | "file" | "namespace")
    )
}

/// Whether a value is compared with a variant: `if api_key == ApiKey::Metadata`, which is no text.
fn is_kind(body: &BodyCx<'_>, value: ExprId) -> bool {
    let Some(local) = body.local(value) else { return false };
    let is_it = |e: ExprId| body.local(e) == Some(local);
    let is_variant = |e: ExprId| {
        let ExprKind::Path(path) = body.kind(body.peel(e)) else { return false };
        let name = path.last().map_or("", |s| s.name.sym.as_str());
        path.segments.len() > 1 && name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
    };
    body.exprs().any(|e| match body.kind(e) {
        ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => {
            is_it(*lhs) && is_variant(*rhs) || is_it(*rhs) && is_variant(*lhs)
        }
        _ => false,
    })
}

/// Words of the function's path and of the message; none if the message is about a language, in which `token` is a part of a text.
fn around(body: &BodyCx<'_>, words: &LogWords, format: Option<&FormatCall>) -> Words {
    let mut out = Words::of(&body.cx.map.path_of(body.def));
    let message = message(body, format);
    if words.parsing.iter().any(|w| message.has(w)) {
        return Words::default();
    }
    out.extend(message.without(&["token", "tokens", "secret", "secrets", "password"]));
    out
}

/// Words of the text of a message.
fn message(body: &BodyCx<'_>, format: Option<&FormatCall>) -> Words {
    let Some(format) = format else { return Words::default() };
    match format.template.map(|template| body.kind(template)) {
        Some(ExprKind::Literal(Literal::Str(text))) => Words::of(text),
        _ => Words::default(),
    }
}

/// Words of the text of a message, and of those that it is put together with: `println!("{title} {token}")`.
fn whole_message(body: &BodyCx<'_>, format: Option<&FormatCall>) -> Words {
    let mut words = message(body, format);
    let Some(format) = format else { return words };
    for arg in &format.args {
        body.ir.for_each_expr(body.initial(arg.value), &mut |part| {
            if let ExprKind::Literal(Literal::Str(text)) = body.kind(part) {
                words.extend(Words::of(text));
            }
        });
    }
    words
}

/// Whether a format has no words of its own: `{password}`, `{}: {}`.
fn is_bare(body: &BodyCx<'_>, format: Option<&FormatCall>) -> bool {
    let Some(format) = format else { return false };
    let Some(ExprKind::Literal(Literal::Str(text))) = format.template.map(|template| body.kind(template))
    else {
        return false;
    };
    let around = text.split('{').flat_map(|part| part.split_once('}').map_or(part, |(_, rest)| rest).chars());
    around.into_iter().all(|c| !c.is_alphanumeric())
}

/// What tells that a secret is new.
struct Made<'a> {
    words: &'a LogWords,
    /// Whether the message says so.
    told: bool,
    /// Whether the message says nothing: what is printed is asked for, not reported.
    bare: bool,
}

/// The terminal of a program is read by whoever started it; that of a server is a log, as are diagnostics that nobody asked for.
fn confidence(
    body: &BodyCx<'_>,
    made: &Made<'_>,
    goes: Goes,
    value: ExprId,
    found: Confidence,
) -> Confidence {
    let fresh = |name: Words| is_masked(&name, &made.words.fresh);
    let makes = || {
        let mut whole = peel(body, value);
        while let ExprKind::Field { base, .. } = body.kind(whole) {
            whole = peel(body, *base);
        }
        let first = body.local(whole).and_then(|pat| body.initializer(pat));
        let shown = matches!(goes, Goes::Terminal | Goes::Diagnostics);
        fresh(Words::of(body.cx.map.def(body.def).name.as_str()))
            || first.is_some_and(|e| fresh(body.words(e)) || shown && makes_in(body, e, made))
    };
    match goes {
        Goes::Diagnostics if !body.serves() && (made.told || !surely_named(body, value)) => Confidence::Low,
        Goes::Diagnostics if made.bare || makes() => Confidence::Low,
        Goes::Terminal if made.bare || !body.serves() || makes() => Confidence::Low,
        Goes::Log if chosen_to_weaken(body, value) => Confidence::Low,
        Goes::Log | Goes::Terminal | Goes::Diagnostics
            if (made.told || makes())
                && (command::contains(body, value, &made.words.commands)
                    || command::prints(body, value, &made.words.terminal)) =>
        {
            Confidence::Low
        }
        Goes::Error if found < Confidence::High && !surely_named(body, value) => Confidence::Low,
        _ => found,
    }
}

/// Whether a block makes something before its value: `{ let mut token = Token::new(..); token.sign(&key)? }`.
fn makes_in(body: &BodyCx<'_>, id: ExprId, made: &Made<'_>) -> bool {
    let ExprKind::Block(block) = body.kind(id) else { return false };
    block.stmts.iter().any(|stmt| match stmt {
        Stmt::Let { value: Some(value), .. } => is_masked(&body.words(*value), &made.words.fresh),
        _ => false,
    })
}

/// In an error, which is shown to many, a vague name says too little.
fn surely_named(body: &BodyCx<'_>, value: ExprId) -> bool {
    body.words(value).name_credential()
}

fn report(body: &BodyCx<'_>, lint: &Lint, goes: Goes, given: Given, secret: &SecretValue) -> Finding {
    let value = given.value;
    let (verb, label) = match goes {
        Goes::Log => ("is written to the log", "its content stands in the log"),
        Goes::Terminal | Goes::Diagnostics => ("is printed", "its content is printed"),
        Goes::Error => ("is put into an error message", "its content stands in the message"),
    };
    let span = body.span(given.inside.unwrap_or(value));
    let mut finding = body.finding(lint, span, label, format!("`{}` {verb}", body.snippet(value)));
    if given.inside.is_some() {
        finding.context.push(Label::new(body.span(value), "it is put in here"));
    }
    if let Some(origin) = &secret.origin {
        finding.flow = body.cx.way(origin, "the secret is made here", span, &[], label);
    } else if let Some(used) = secret.used_as {
        finding.context.push(Label::new(body.span(used), "taken for a secret here"));
    }
    if let Some(name) = secret.name.filter(|_| finding.flow.is_empty()) {
        let words = Words::of(name.as_str());
        let says =
            |name: &Symbol| names::confidence(&Words::of(name.as_str()), &Words::default(), false).is_some();
        let called = given.field.filter(|field| *field != name && says(field) && !says(&name));
        match body.local(value) {
            _ if secret.exposed => finding.notes.push(format!("the type of `{name}` hides it")),
            _ if called.is_some() => {
                let field = called.unwrap_or(name);
                finding.notes.push(format!("the message calls it `{field}`"));
            }
            _ if names::of_database(&words, &words, &Words::of("database")).is_some() => {
                finding.notes.push("the address of a database holds the password of its user".to_owned());
            }
            Some(pat) => {
                let declared = body.ir.pats[pat].span;
                finding.context.push(Label::new(declared, format!("`{name}` is a secret by its name")));
            }
            None => finding.notes.push(format!("`{name}` is a secret by its name")),
        }
    }
    advise(&mut finding);
    finding
}

fn advise(finding: &mut Finding) {
    finding
        .notes
        .push("logs and error messages are read and kept by more people than may know it".to_owned());
    finding
        .help
        .push("leave it out, or log what names it without opening anything: an id, the account".to_owned());
}
