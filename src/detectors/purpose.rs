//! What something is used for, told by words, texts and the package.
//!
//! Words come from three sides: the names around the use are the detector's to collect, [`data_words`] are those of what goes in, and
//! [`result_words`] those of what comes out: with `let digest = hasher.finalize(); let etag = hex(digest);` the hasher is for an
//! ETag, three bindings later. Only bindings of the same body are followed.

use rustc_hash::FxHashSet;

use crate::catalog::lint::Purpose;
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, PatKind, Stmt};

/// Bindings are followed this far.
const MAX_BINDINGS: usize = 6;

/// Words of the names around later uses of what an expression makes.
pub(super) fn result_words(body: &BodyCx<'_>, id: ExprId) -> Words {
    let mut words = Words::default();
    let mut known: FxHashSet<PatId> = FxHashSet::default();
    let mut new = bound_around(body, id);
    for _ in 0..MAX_BINDINGS {
        new.retain(|&local| known.insert(local));
        if new.is_empty() {
            break;
        }
        let found: Vec<ExprId> =
            body.exprs().filter(|&e| matches!(body.kind(e), ExprKind::Path(_))).collect();
        let uses = found.into_iter().filter(|&e| body.local(e).is_some_and(|local| new.contains(&local)));
        let uses: Vec<ExprId> = uses.collect();
        new = uses.iter().flat_map(|&e| bound_around(body, e)).collect();
        uses.into_iter().for_each(|e| words.extend(names_on_the_way(body, e)));
    }
    words
}

/// The variables that a `let` around an expression binds to a value that it is part of.
fn bound_around(body: &BodyCx<'_>, id: ExprId) -> Vec<PatId> {
    let mut out = Vec::new();
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent) {
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && *value == at
                {
                    body.ir.for_each_pat(*pat, &mut |p| {
                        if let PatKind::Bind { .. } = &body.ir.pats[p].kind {
                            out.push(p);
                        }
                    });
                }
            }
            // What a block does with a variable is not what the block is bound to, unless the variable is its value.
            if block.tail != Some(at) {
                break;
            }
        }
        at = parent;
    }
    out
}

/// Words of the variables, fields and functions that an expression is given to, up to its statement.
fn names_on_the_way(body: &BodyCx<'_>, id: ExprId) -> Words {
    let mut words = Words::default();
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, value: Some(value), .. } = stmt
                        && *value == at
                    {
                        words.extend(body.pattern_words(*pat));
                    }
                }
                break;
            }
            ExprKind::Struct { fields, .. } => {
                let taking = fields.iter().filter(|f| f.value == at);
                taking.for_each(|f| words.extend(Words::of(f.name.sym.as_str())));
            }
            ExprKind::Assign { target, .. } => words.extend(body.words(*target)),
            ExprKind::Call { callee, .. } if *callee != at => words.extend(body.words(*callee)),
            ExprKind::MethodCall { receiver, method, .. } if *receiver != at => {
                words.extend(Words::of(method.sym.as_str()));
            }
            ExprKind::Binary { lhs, rhs, .. } => {
                words.extend(body.words(*lhs));
                words.extend(body.words(*rhs));
            }
            _ => {}
        }
        at = parent;
    }
    words
}

/// Words of what is given to the call around a use, and to calls on the object it makes.
pub(super) fn data_words(body: &BodyCx<'_>, id: ExprId) -> Words {
    let mut words = Words::default();
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => {
                args.iter().for_each(|&a| words.extend(argument_words(body, a)));
            }
            _ => break,
        }
        at = parent;
    }
    words
}

/// The words of an argument; of a formatted text those of everything in it.
fn argument_words(body: &BodyCx<'_>, arg: ExprId) -> Words {
    let mut words = body.words(arg);
    if let ExprKind::Macro(call) = body.kind(body.peel(arg))
        && let MacroForm::Format(format) = &call.form
    {
        format.args.iter().for_each(|a| words.extend(body.words(a.value)));
    }
    words
}

/// Whether one of the purposes has a witness: a word, the package that is scanned, or a text of the body.
pub(super) fn serves_purpose<'p>(
    body: &BodyCx<'_>,
    purposes: impl IntoIterator<Item = &'p Purpose>,
    words: &Words,
) -> bool {
    let package =
        &body.cx.workspace.packages[body.cx.map.crates[body.cx.map.def(body.def).krate].package].name;
    let mut literals: Option<Vec<String>> = None;
    purposes.into_iter().any(|purpose| {
        purpose.words.iter().any(|w| word_matches(words, w))
            || purpose.packages.iter().any(|p| p == package)
            || (!purpose.literals.is_empty() && {
                let texts = literals.get_or_insert_with(|| body.literals());
                purpose.literals.iter().any(|l| texts.iter().any(|t| t.contains(l.as_str())))
            })
    })
}

/// A purpose's word may be several: `content-md5` means `content` followed by `md5`.
pub(super) fn word_matches(words: &Words, wanted: &str) -> bool {
    let parts = Words::of(wanted);
    match wanted.split(['-', '_', ' ']).collect::<Vec<_>>()[..] {
        [a, b] => words.has_pair(a, b),
        _ => words.has_any(&[wanted]) || parts.has(wanted) && words.has(wanted),
    }
}
