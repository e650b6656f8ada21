//! What a `Debug` written by hand shows of the fields of its type.
//!
//! Looked at: `f.debug_struct(..).field("token", &self.token)`, `write!(f, "{}", self.token)`, and the same with a variable that a
//! pattern takes out of `self`. Only a field as it is counts, or written in other letters (`hex::encode(&self.key)`): a part of it
//! (`&self.token[..4]`), its length, and what another function makes of it are what the author chose to show.

use crate::base::{Span, Symbol};
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::printed::is_debug_of;
use crate::detectors::words::Words;
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, PatKind, UnaryOp};
use crate::resolve::DefId;

/// Methods that give the same text or bytes.
const SAME: &[&str] = &[
    "as_ref",
    "as_deref",
    "as_str",
    "as_bytes",
    "as_slice",
    "clone",
    "cloned",
    "to_string",
    "to_owned",
    "borrow",
    "deref",
    "unwrap_or_default",
];

/// Words of functions that write bytes as text.
const SPELLING: &[&str] = &["hex", "base64", "bs58", "base58", "pretty", "utf8", "lossy"];
/// Words of those that leave something out, or make something else of it.
const SHORTENING: &[&str] = &[
    "short",
    "shorten",
    "truncate",
    "truncated",
    "prefix",
    "hash",
    "digest",
    "fingerprint",
    "mask",
    "masked",
    "redact",
    "redacted",
    "hide",
    "hidden",
    "public",
    "sha256",
    "len",
];

/// A field that a `Debug` by hand shows.
#[derive(Clone, Debug)]
pub struct ShownByHand {
    /// The type.
    pub owner: DefId,
    /// The function that shows it.
    pub method: DefId,
    /// The name of the field, `0` for the first without one.
    pub field: Symbol,
    /// The place.
    pub place: Span,
}

/// The fields that a body shows, if it is that of a `Debug`.
pub fn in_body(body: &BodyCx<'_>) -> Vec<ShownByHand> {
    let Some(owner) = is_debug_of(body) else { return Vec::new() };
    let mut out = Vec::new();
    let mut push = |value: ExprId| {
        // Whoever writes it by hand and shows a `key` means its id, or that of an entry.
        if let Some(field) = field_of_self(body, value).filter(|field| *field != "key") {
            out.push(ShownByHand { owner, method: body.def, field, place: body.span(value) });
        }
    };
    for id in body.exprs() {
        match body.kind(id) {
            ExprKind::MethodCall { receiver, method, args, .. } => {
                let ty = body.types.of(*receiver).peel();
                let builder = ty.ext_path().is_some_and(|p| p.starts_with("std::fmt::"));
                let shows = matches!(method.sym.as_str(), "field" | "entry" | "write_str" | "pad");
                args.last().filter(|_| builder && shows).into_iter().for_each(|&value| push(value));
            }
            ExprKind::Macro(call) => {
                if let MacroForm::Format(format) = &call.form {
                    format.args.iter().for_each(|arg| push(arg.value));
                }
            }
            _ => {}
        }
    }
    out
}

/// The field of `self` that an expression is.
fn field_of_self(body: &BodyCx<'_>, value: ExprId) -> Option<Symbol> {
    let mut at = value;
    loop {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::MethodCall { receiver, method, args, .. }
                if args.is_empty() && SAME.contains(&method.sym.as_str()) =>
            {
                *receiver
            }
            ExprKind::Call { callee, args } if args.len() == 1 && spells_out(&body.snippet(*callee)) => {
                args[0]
            }
            // `STANDARD.encode(&self.key)`
            ExprKind::MethodCall { method, args, .. } if args.len() == 1 && method.sym == *"encode" => {
                args[0]
            }
            ExprKind::Field { base, name } => return is_self(body, *base).then_some(name.sym),
            ExprKind::Path(_) => return taken_out(body, body.local(at)?),
            _ => return None,
        };
    }
}

/// Whether a function writes all of what it gets in other letters: `hex::encode`, `pretty_bytes`.
fn spells_out(function: &str) -> bool {
    let words = Words::of(function);
    words.has_any(SPELLING) && !words.has_any(SHORTENING)
}

fn is_self(body: &BodyCx<'_>, id: ExprId) -> bool {
    matches!(body.kind(id), ExprKind::Path(path) if path.as_ident().is_some_and(|n| n.sym == *"self"))
}

/// The field that a variable is taken out of by a pattern for all of `self`: `let Self { token, .. } = self;`.
fn taken_out(body: &BodyCx<'_>, local: PatId) -> Option<Symbol> {
    let mut from = body.taken_from(local)?;
    while let ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } =
        body.kind(from)
    {
        from = *operand;
    }
    // `if let Some(token) = &self.token`.
    if let ExprKind::Field { base, name } = body.kind(from) {
        return is_self(body, *base).then_some(name.sym);
    }
    let named = |kind: &PatKind| match kind {
        PatKind::Struct(_, fields) => fields.iter().find(|(_, pat)| *pat == local).map(|(name, _)| name.sym),
        _ => None,
    };
    is_self(body, from).then(|| body.ir.pats.iter().find_map(|(_, pat)| named(&pat.kind))).flatten()
}
