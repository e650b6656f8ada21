//! What something is used for, told by words, texts and the package.
//!
//! Words come from three sides: the names around the use, what goes in ([`data_words`]), and what comes out ([`result_words`]): with
//! `let digest = hasher.finalize(); let etag = hex(digest);` the hasher is for an ETag, three bindings later. Only bindings of
//! the same body are followed. [`Around`] keeps the sides apart.

use rustc_hash::FxHashSet;

use crate::catalog::purpose::{Outcome, Purpose};
use crate::detectors::BodyCx;
use crate::detectors::outcome::outcomes;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, PatKind, Stmt};

/// Bindings are followed this far.
const MAX_BINDINGS: usize = 6;

/// Words of a function's name after which comes what it works with.
const PREPOSITIONS: &[&str] = &["as", "at", "by", "for", "from", "in", "of", "on", "to", "with"];

/// The words around a use, by side.
pub(super) struct Around {
    /// Of the names around it and its file.
    pub(super) near: Words,
    /// Of the patterns of the arms it stands in.
    arms: Words,
    /// Of what goes in.
    pub(super) data: Words,
    /// Of what its result becomes later.
    later: Words,
    /// Of what comes out.
    results: Words,
    /// The names of what goes in.
    inputs: Vec<Words>,
    /// What happens to what comes out.
    outcomes: Vec<Outcome>,
}

impl Around {
    pub(super) fn new(body: &BodyCx<'_>, id: ExprId) -> Around {
        let mut near = body.surrounding_words(id);
        near.extend(Words::of(body.file_stem()));
        let later = result_words(body, id);
        let mut results = names_on_the_way(body, id);
        results.extend(later.clone());
        results.extend(returned_words(body));
        let (arms, data) = (arm_words(body, id), data_words(body, id));
        Around { near, arms, data, later, results, inputs: inputs(body, id), outcomes: outcomes(body, id) }
    }

    /// Whether one of the purposes has a witness.
    pub(super) fn serve(&self, body: &BodyCx<'_>, purposes: &[&Purpose]) -> bool {
        let fits: Vec<&Purpose> = purposes.iter().copied().filter(|p| !self.contradict(p)).collect();
        serves_purpose(body, fits.iter().copied(), &[&self.near, &self.arms, &self.data, &self.later])
            || fits.iter().any(|p| p.results.iter().any(|w| word_matches(&self.results, w)))
            || fits.iter().any(|p| p.outcomes.iter().any(|outcome| self.outcomes.contains(outcome)))
            || fits.iter().any(|p| self.inputs.iter().any(|name| ends_in(name, &p.inputs)))
    }

    /// Whether one of the names of what goes in has one of the words, `card-number` being both in a row.
    pub(super) fn takes(&self, wanted: &[String]) -> bool {
        self.inputs.iter().any(|name| wanted.iter().any(|w| word_matches(name, w)))
    }

    /// Whether the name of the package, alone, is a witness of one of the purposes.
    pub(super) fn package_serves(&self, body: &BodyCx<'_>, purposes: &[&Purpose]) -> bool {
        let words = Words::of(body.package());
        purposes.iter().any(|p| !self.contradict(p) && p.words.iter().any(|w| word_matches(&words, w)))
    }

    fn contradict(&self, purpose: &Purpose) -> bool {
        let sides = [&self.near, &self.arms, &self.data, &self.results];
        let sides = sides.into_iter().chain(&self.inputs);
        purpose.unless.iter().any(|w| sides.clone().any(|words| word_matches(words, w)))
    }
}

/// Words of the patterns of the arms that an expression stands in.
fn arm_words(body: &BodyCx<'_>, id: ExprId) -> Words {
    let mut words = Words::default();
    for pat in body.arms_around(id) {
        words.extend(Words::of(body.cx.program.sources.slice(body.ir.pats[pat].span)));
    }
    words
}

/// Words of what the function around says that it returns: the end of its name up to a preposition, `id` of
/// `document_id_from_text`, and the names of the returned types.
fn returned_words(body: &BodyCx<'_>) -> Words {
    let mut words = Words::default();
    let Some(func) = body.body.func else { return words };
    let name = body.cx.map.def(body.def).name.as_str();
    let parts = name.trim_start_matches("to_").split('_').take_while(|part| !PREPOSITIONS.contains(part));
    words.extend(Words::of(parts.last().unwrap_or_default()));
    if let Some(ret) = func.ret {
        words.extend(Words::of(body.cx.program.sources.slice(body.ir.types[ret].span)));
    }
    words
}

/// Words of the names around later uses of what an expression makes.
fn result_words(body: &BodyCx<'_>, id: ExprId) -> Words {
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
pub(super) fn bound_around(body: &BodyCx<'_>, id: ExprId) -> Vec<PatId> {
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
            ExprKind::Call { callee, .. } if *callee != at => words.extend(path_words(body, *callee)),
            ExprKind::MethodCall { receiver, method, .. } if *receiver != at => {
                words.extend(Words::of(method.sym.as_str()));
                words.extend(body.words(*receiver));
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

/// Words of the function that is called, and of the type or module that it is of: `Ksuid::from_bytes`.
fn path_words(body: &BodyCx<'_>, callee: ExprId) -> Words {
    match body.kind(callee) {
        ExprKind::Path(path) => {
            let owned = path.segments.iter().rev().take(2).rev();
            let mut words = Words::default();
            owned.for_each(|segment| words.extend(Words::of(segment.name.sym.as_str())));
            words
        }
        _ => body.words(callee),
    }
}

/// Words of what is given to the call around a use, and to calls on the object it makes.
fn data_words(body: &BodyCx<'_>, id: ExprId) -> Words {
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

fn ends_in(name: &Words, wanted: &[String]) -> bool {
    name.list().last().is_some_and(|last| wanted.contains(last))
}

/// The names of what goes in: of arguments, of what a hasher in a variable is fed with, and of everything that a text among them is
/// formatted from.
fn inputs(body: &BodyCx<'_>, id: ExprId) -> Vec<Words> {
    let mut out = Vec::new();
    for arg in inputs_of(body, id) {
        out.push(body.words(body.chain_root(arg)));
        if let ExprKind::Macro(call) = body.kind(body.initial(body.chain_root(arg)))
            && let MacroForm::Format(format) = &call.form
        {
            out.extend(format.args.iter().map(|a| body.words(body.chain_root(a.value))));
        }
    }
    out
}

/// What is given to the calls around a use, and to a hasher in a variable.
pub(super) fn inputs_of(body: &BodyCx<'_>, id: ExprId) -> Vec<ExprId> {
    let mut given = fed(body, id);
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = body.kind(parent) else {
            break;
        };
        given.extend(args);
        at = parent;
    }
    given
}

/// What is given to a hasher that is kept in a variable: `x.hash(&mut hasher)`, `hasher.update(x)`.
pub(super) fn fed(body: &BodyCx<'_>, hasher: ExprId) -> Vec<ExprId> {
    let kept = bound_around(body, hasher);
    let is_hasher = |e: ExprId| body.local(e).is_some_and(|local| kept.contains(&local));
    let fed = |id: ExprId| match body.kind(id) {
        ExprKind::MethodCall { receiver, method, args, .. } => match &args[..] {
            [arg] if method.sym == *"hash" && is_hasher(*arg) => Some(*receiver),
            [arg] if is_hasher(*receiver) => Some(*arg),
            _ => None,
        },
        _ => None,
    };
    if kept.is_empty() { Vec::new() } else { body.exprs().filter_map(fed).collect() }
}

/// Whether one of the purposes has a witness: a word, the package that is scanned, or a text of the body.
pub(super) fn serves_purpose<'p>(
    body: &BodyCx<'_>,
    purposes: impl IntoIterator<Item = &'p Purpose>,
    sides: &[&Words],
) -> bool {
    let package = body.package();
    let mut literals: Option<Vec<String>> = None;
    purposes.into_iter().any(|purpose| {
        purpose.words.iter().any(|w| sides.iter().any(|words| word_matches(words, w)))
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
