//! What is written to a log, the terminal or an error by one expression.
//!
//! Besides the macros that are made for it: `writeln!` and the methods of a stream of the terminal, a message that is formatted
//! for a method that puts it into an error or panic, and a field of a span that gets its value later. A variable stands for the
//! text that it was put together as, with all that is in it.
//!
//! Example: in `let line = format!("{user}:{password}"); info!("{line}")` the line has `line`, `user` and `password`.

use crate::base::Symbol;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::secret_log::labels::labels;
use crate::detectors::secret_log::{Given, Goes};
use crate::detectors::secret_value::{Shown, is_masked, peel};
use crate::ir::{
    BinaryOp, ExprId, ExprKind, FormatArg, FormatCall, FormatTrait, Literal, MacroCall, MacroForm,
};

/// Texts in texts are looked into this deep.
const MAX_DEPTH: usize = 3;

/// What one expression writes.
pub(super) struct Line<'a> {
    pub(super) goes: Goes,
    pub(super) given: Vec<Given>,
    /// The message, if it is formatted here.
    pub(super) format: Option<&'a FormatCall>,
}

/// The line that an expression writes, if it writes one.
pub(super) fn line<'a>(body: &BodyCx<'a>, words: &LogWords, id: ExprId) -> Option<Line<'a>> {
    let mut line = match body.kind(id) {
        ExprKind::Macro(call) => by_macro(body, words, call)?,
        ExprKind::MethodCall { receiver, method, args, .. } => {
            by_method(body, words, *receiver, method.sym, args)?
        }
        _ => return None,
    };
    let inner: Vec<Given> = line.given.iter().flat_map(|given| parts(body, words, given, 0)).collect();
    line.given.extend(inner);
    Some(line)
}

fn by_macro<'a>(body: &BodyCx<'a>, words: &LogWords, call: &'a MacroCall) -> Option<Line<'a>> {
    let name = call.path.last()?.name.sym;
    let format = if let MacroForm::Format(format) = &call.form { Some(format) } else { None };
    let stream = format.and_then(|f| f.leading.first()).filter(|_| has(&words.writing, name));
    let goes = match () {
        () if has(&words.log, name) => Goes::Log,
        () if has(&words.terminal, name) && has(&words.diagnostics, name) => Goes::Diagnostics,
        () if has(&words.terminal, name) => Goes::Terminal,
        () if has(&words.error, name) => Goes::Error,
        () => terminal(body, words, *stream?)?,
    };
    Some(Line { goes, given: given(body, call), format })
}

fn by_method<'a>(
    body: &BodyCx<'a>,
    words: &LogWords,
    receiver: ExprId,
    name: Symbol,
    args: &[ExprId],
) -> Option<Line<'a>> {
    if has(&words.error_methods, name) {
        let format = formatted(body, *args.first()?)?;
        let mut given = of_format(body, format);
        given.retain(|given| !is_unreadable_token(body, receiver, given.value));
        return Some(Line { goes: Goes::Error, given, format: Some(format) });
    }
    if has(&words.writing_methods, name)
        && let Some(goes) = terminal(body, words, receiver)
    {
        let &arg = args.first()?;
        return Some(match formatted(body, arg) {
            Some(format) => Line { goes, given: of_format(body, format), format: Some(format) },
            None => Line { goes, given: vec![text(peel(body, arg))], format: None },
        });
    }
    if has(&words.field_methods, name) && is_span(body, words, receiver) {
        let (&[field, value], ExprKind::Literal(Literal::Str(_))) = (args, body.kind(*args.first()?)) else {
            return None;
        };
        let ExprKind::Literal(Literal::Str(field)) = body.kind(field) else { return None };
        let given = Given { field: Some(Symbol::new(field)), ..text(shown_value(body, value)) };
        return Some(Line { goes: Goes::Log, given: vec![given], format: None });
    }
    None
}

/// Whether a value is the token that could not be read, and so opens nothing: `decode(token).with_context(|| format!("no token: {token}"))`.
fn is_unreadable_token(body: &BodyCx<'_>, read: ExprId, value: ExprId) -> bool {
    let Some(local) = body.local(peel(body, value)).filter(|_| body.words(value).has("token")) else {
        return false;
    };
    let mut found = false;
    body.ir.for_each_expr(read, &mut |part| {
        found |= matches!(body.kind(part), ExprKind::Path(_)) && body.local(part) == Some(local);
    });
    found
}

fn has(list: &[String], name: Symbol) -> bool {
    list.iter().any(|n| name == **n)
}

fn text(value: ExprId) -> Given {
    Given { value, shown: Shown::Text, field: None, inside: None }
}

/// Where a value leads that is a stream of the terminal, also behind a buffer.
fn terminal(body: &BodyCx<'_>, words: &LogWords, id: ExprId) -> Option<Goes> {
    let ty = body.types.of(id).peel();
    let paths = [ty.ext_path(), ty.arg(0).peel().ext_path()];
    let stream =
        paths.into_iter().flatten().find(|path| words.streams.iter().any(|stream| stream == path))?;
    let diagnostic = words.diagnostics.iter().any(|known| known == stream);
    Some(if diagnostic { Goes::Diagnostics } else { Goes::Terminal })
}

/// Whether a value is a span, by its type or the macro that made it.
fn is_span(body: &BodyCx<'_>, words: &LogWords, id: ExprId) -> bool {
    let of_type = |path: &str| words.spans.iter().any(|span| span == path);
    let made = || match body.kind(body.initial(id)) {
        ExprKind::Macro(call) => call.path.last().is_some_and(|s| s.name.sym.as_str().ends_with("span")),
        _ => false,
    };
    body.types.of(id).peel().ext_path().is_some_and(of_type) || made()
}

/// What `field::display(&value)` shows.
fn shown_value(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    match body.kind(id) {
        ExprKind::Call { callee, args }
            if args.len() == 1 && body.words(*callee).has_any(&["display", "debug"]) =>
        {
            args[0]
        }
        _ => id,
    }
}

/// The message that an argument formats: `format!(..)`, `|| format!(..)`, `&format!(..)`.
pub(super) fn formatted<'a>(body: &BodyCx<'a>, id: ExprId) -> Option<&'a FormatCall> {
    let inner = match body.kind(id) {
        ExprKind::Closure { body: inner, .. } => *inner,
        _ => id,
    };
    match body.kind(peel(body, inner)) {
        ExprKind::Macro(call) if is_format(call) => match &call.form {
            MacroForm::Format(format) => Some(format),
            _ => None,
        },
        _ => None,
    }
}

fn is_format(call: &MacroCall) -> bool {
    call.path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "format" | "format_args"))
}

fn given(body: &BodyCx<'_>, call: &MacroCall) -> Vec<Given> {
    match &call.form {
        MacroForm::Format(format) => of_format(body, format),
        MacroForm::Expr(value) => vec![Given { shown: Shown::Debug, ..text(*value) }],
        _ => Vec::new(),
    }
}

fn of_format(body: &BodyCx<'_>, format: &FormatCall) -> Vec<Given> {
    let labels = labels(body, format);
    let label = |value: ExprId| labels.iter().find(|(arg, _)| *arg == value).map(|(_, name)| *name);
    let shown = |how| if how == FormatTrait::Debug { Shown::Debug } else { Shown::Text };
    let of = |arg: &FormatArg| Given {
        value: arg.value,
        shown: shown(arg.how),
        field: match arg.name {
            Some(name) => Some(Symbol::new(name.sym.as_str().rsplit('.').next().unwrap_or_default())),
            None => label(arg.value),
        },
        inside: None,
    };
    format.args.iter().map(of).collect()
}

/// What a variable was put together of, if it is a text or another name.
fn parts(body: &BodyCx<'_>, words: &LogWords, given: &Given, depth: usize) -> Vec<Given> {
    let value = peel(body, given.value);
    let named = body.words(value);
    let first = match body.kind(value) {
        ExprKind::Path(_) if depth < MAX_DEPTH && !is_masked(&named, &words.masked) => {
            body.local(value).and_then(|local| body.initializer(local))
        }
        _ => None,
    };
    let Some(first) = first.map(|first| peel(body, first)) else { return Vec::new() };
    let inside = Some(given.inside.unwrap_or(given.value));
    let next: Vec<Given> = match body.kind(first) {
        ExprKind::Path(_) if !named.name_metadata() => {
            vec![Given { value: first, inside, field: None, ..*given }]
        }
        ExprKind::Macro(call) if is_format(call) => {
            self::given(body, call).into_iter().map(|part| Given { inside, ..part }).collect()
        }
        ExprKind::Binary { op: BinaryOp::Add, .. } => {
            summands(body, first).into_iter().map(|part| Given { inside, ..text(part) }).collect()
        }
        ExprKind::Call { .. } | ExprKind::MethodCall { .. }
            if !named.name_metadata() && gets_secret(body, first) =>
        {
            vec![Given { value: first, inside, field: None, ..*given }]
        }
        _ => Vec::new(),
    };
    let deeper: Vec<Given> = next.iter().flat_map(|part| parts(body, words, part, depth + 1)).collect();
    next.into_iter().chain(deeper).collect()
}

/// Whether a call is that of a function that hands out what it is named after: `get_password(user)`.
fn gets_secret(body: &BodyCx<'_>, call: ExprId) -> bool {
    let name = body.words(call);
    name.starts_with("get read load fetch find lookup obtain retrieve") && name.count() <= 3
}

/// The texts that a sum puts together.
fn summands(body: &BodyCx<'_>, id: ExprId) -> Vec<ExprId> {
    match body.kind(peel(body, id)) {
        ExprKind::Binary { op: BinaryOp::Add, lhs, rhs } => {
            summands(body, *lhs).into_iter().chain(summands(body, *rhs)).collect()
        }
        _ => vec![id],
    }
}
