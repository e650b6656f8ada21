//! An algorithm that is named, not used: an entry of a table that translates names, an operand of a comparison.
//!
//! `match wanted { Hash::Sha1 => MessageDigest::sha1(), Hash::Sha256 => MessageDigest::sha256(), .. }` gives whoever asks what they
//! asked for; what they ask for was decided elsewhere. An entry is an arm that names the algorithm and whose whole value it
//! is: `Sha1::digest(data)` in an arm does the work itself and is a use. Patterns that say another thing (`16 =>
//! Cipher::aes_128_ecb()`) choose.

use crate::base::Symbol;
use crate::detectors::forbidden_use::letters;
use crate::detectors::{BodyCx, Context};
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal, PatId, PatKind};
use crate::resolve::DefId;

/// Fewer arms are a decision between two ways.
const MIN_ARMS: usize = 3;

/// Whether a use is an entry of a table.
pub(super) fn translates(body: &BodyCx<'_>, id: ExprId, display: &str) -> bool {
    let name = letters(display);
    let mut at = made(body, id);
    while let Some(parent) = at.and_then(|at| body.parent(at)) {
        let inner = at.take();
        if let ExprKind::Match { arms, .. } = body.kind(parent) {
            let arm = arms.iter().find(|arm| Some(arm.body) == inner);
            if arms.len() >= MIN_ARMS && arm.is_some_and(|arm| names(body, arm.pat, &name)) {
                return true;
            }
        } else if !hands_on(body, parent) {
            return false;
        }
        at = Some(parent);
    }
    false
}

/// Whether a use stands in an arm that names the algorithm, beside two others at least: an interface to algorithms, by which
/// whoever calls it gets the one that they ask for. An arm for a key of 16 bytes names none.
pub(super) fn offers(body: &BodyCx<'_>, id: ExprId, display: &str) -> bool {
    let algorithm = letters(display);
    let mode = display.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mode = Some(letters(mode)).filter(|word| word.len() >= 3 && word.chars().all(char::is_alphabetic));
    let asks = |pat: PatId| {
        let text = text_of(body, pat);
        names(body, pat, &algorithm)
            || mode.as_ref().is_some_and(|mode| letters(&text).contains(mode))
            || is_object_identifier(&text)
    };
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        if let ExprKind::Match { arms, .. } = body.kind(parent)
            && arms.len() >= MIN_ARMS
            && arms.iter().any(|arm| arm.body == at && asks(arm.pat))
        {
            return true;
        }
        at = parent;
    }
    false
}

/// Whether an alias is one of several of its name in blocks of a file: `"md5" => { type D = Md5; work::<D>() }`.
pub(super) fn is_alias_of_arm(cx: &Context<'_>, aliases: &[DefId], alias: DefId) -> bool {
    let (map, wanted) = (&cx.map, cx.map.def(alias));
    let in_block = |id: &&DefId| map.modules[map.def(**id).module].is_block;
    let same = |id: &&DefId| map.def(**id).name == wanted.name && map.def(**id).file == wanted.file;
    in_block(&&alias) && aliases.iter().filter(in_block).filter(same).count() >= MIN_ARMS
}

/// `"1.2.840.113549.1.1.5"`, by which standards name algorithms.
fn is_object_identifier(pattern: &str) -> bool {
    let inner = pattern.trim_matches('"');
    inner != pattern
        && inner.matches('.').count() >= 4
        && inner.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// `digest == MessageDigest::sha1()`.
pub(super) fn only_compares(body: &BodyCx<'_>, id: ExprId) -> bool {
    let compares = |parent: ExprId| {
        matches!(body.kind(parent), ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, .. })
    };
    made(body, id).and_then(|at| body.parent(at)).is_some_and(compares)
}

/// The algorithm as a value, if nothing goes into it: `Nid::SECP192K1`, `Md::sha1()`.
fn made(body: &BodyCx<'_>, id: ExprId) -> Option<ExprId> {
    match body.parent(id).map(|parent| (parent, body.kind(parent))) {
        Some((parent, ExprKind::Call { callee, args })) if *callee == id => args.is_empty().then_some(parent),
        _ => matches!(body.kind(id), ExprKind::Path(_)).then_some(id),
    }
}

/// Whether an expression is nothing but the values in it: `Some(x)`, `Ok((x, 24))`, `Box::new(x)`, `x.into()`.
fn hands_on(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Tuple(_) | ExprKind::Ref { .. } | ExprKind::Cast { .. } | ExprKind::Return(_) => true,
        // Also a block that only gives the value a name.
        ExprKind::Block(block) => {
            let named = block.tail.is_some_and(|tail| matches!(body.kind(tail), ExprKind::Path(_)));
            block.stmts.is_empty() || block.stmts.len() == 1 && named
        }
        ExprKind::MethodCall { args, .. } => args.is_empty(),
        ExprKind::Call { callee, args } => args.len() == 1 && body.name(*callee).is_some_and(is_constructor),
        _ => false,
    }
}

fn is_constructor(name: Symbol) -> bool {
    name == *"new" || name.as_str().starts_with(|c: char| c.is_ascii_uppercase())
}

/// A pattern as it is written. One of a macro has the place of the call, and says what it says by its texts alone.
fn text_of(body: &BodyCx<'_>, pat: PatId) -> String {
    let mut texts = Vec::new();
    body.ir.for_each_pat(pat, &mut |part| {
        if let PatKind::Literal(value) = body.ir.pats[part].kind
            && let ExprKind::Literal(Literal::Str(text)) = body.kind(value)
        {
            texts.push(format!("{text:?}"));
        }
    });
    let written = body.cx.program.sources.slice(body.ir.pats[pat].span);
    if texts.is_empty() || texts.iter().all(|text| written.contains(text)) {
        return written.to_owned();
    }
    texts.join(" | ")
}

/// Whether a pattern names an algorithm: by its letters, or a curve by its number of bits beside letters, `P192`.
pub(super) fn names(body: &BodyCx<'_>, pat: PatId, algorithm: &str) -> bool {
    let pattern = letters(&text_of(body, pat));
    // SHA-1 was SHA when there was no other: `"{SSHA}"`.
    if pattern.contains(algorithm) || pattern.ends_with(algorithm.trim_end_matches('1')) {
        return true;
    }
    let bits = algorithm.strip_prefix("thecurve").map(|curve| {
        curve
            .trim_start_matches(char::is_alphabetic)
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    let lettered = pattern.contains(|c: char| c.is_ascii_alphabetic());
    bits.is_some_and(|bits| !bits.is_empty() && lettered && pattern.contains(&bits))
}
