//! What the names around a place say of how much it matters: a cookie named `session`, a function that removes one.
//!
//! The words are parameters of the lint. Looked at are the path of the function, what the value is bound to, and names and
//! texts inside the expression that made it, through the variable that it was kept in.

use crate::base::Span;
use crate::catalog::Witnesses;
use crate::detectors::BodyCx;
use crate::detectors::purpose::word_matches;
use crate::detectors::words::Words;
use crate::flow::Const;
use crate::ir::{ExprId, ExprKind};

/// What names say of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It matters.
    Sensitive,
    /// It does not.
    Harmless,
    /// There is nothing to protect.
    Silent,
    /// Nothing.
    Unknown,
}

/// What the names around an expression, and those in what was made at `made`, say.
///
/// The first text in what was made is its name: where that says that it does not matter, it is no use to look around.
pub fn weight(body: &BodyCx<'_>, id: ExprId, made: Span, witnesses: &Witnesses) -> Weight {
    let named = body.cx.first_text(made).map(Words::of);
    if named.is_some_and(|name| weigh(&name, witnesses) == Weight::Harmless) {
        return Weight::Harmless;
    }
    let mut words = body.surrounding_words(id);
    words.extend(names_in(body, made));
    if let Some(value) = root(body, id).and_then(|r| body.local(r)).and_then(|local| body.initializer(local))
    {
        words.extend(names_in(body, body.span(value)));
    }
    weigh(&words, witnesses)
}

/// Whether names say that a place matters, if the lint asks for that: those around it, and those of what it is given to, `key_file`
/// in `options.mode(0o644).open(key_file)`.
pub fn has_witness(body: &BodyCx<'_>, id: ExprId, witnesses: &Witnesses) -> bool {
    if witnesses.required.is_empty() {
        return true;
    }
    let mut words = body.surrounding_words(id);
    words.extend(names_in(body, body.span(outermost(body, id))));
    witnesses.required.iter().any(|w| word_matches(&words, w)) && weigh(&words, witnesses) != Weight::Silent
}

/// The chain of calls that an expression is part of.
fn outermost(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Call { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::Ref { .. }
            | ExprKind::Try(_)
            | ExprKind::Await(_) => at = parent,
            _ => break,
        }
    }
    at
}

/// What words say.
pub fn weigh(words: &Words, witnesses: &Witnesses) -> Weight {
    let any = |list: &[String]| list.iter().any(|word| words.has(word));
    if any(&witnesses.silent) {
        Weight::Silent
    } else if any(&witnesses.sensitive) {
        Weight::Sensitive
    } else if any(&witnesses.harmless) {
        Weight::Harmless
    } else {
        Weight::Unknown
    }
}

/// What a chain of method calls begins with.
fn root(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    let mut at = id;
    while let ExprKind::MethodCall { receiver, .. } = body.kind(at) {
        at = *receiver;
    }
    Some(at)
}

/// The words of paths and of texts inside a place.
pub fn names_in(body: &BodyCx<'_>, place: Span) -> Words {
    let mut words = Words::default();
    for part in body.exprs().filter(|&e| place.contains(body.span(e))) {
        match body.kind(part) {
            ExprKind::Path(path) => {
                path.segments.iter().for_each(|s| words.extend(Words::of(s.name.sym.as_str())));
            }
            ExprKind::Field { name, .. } => words.extend(Words::of(name.sym.as_str())),
            _ => {}
        }
        for (constant, _) in body.flow.of(part).constants() {
            if let Const::Str(text) = constant {
                words.extend(Words::of(text));
            }
        }
    }
    words
}
