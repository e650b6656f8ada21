//! What literals, arrays and operators make of constants: numbers are folded, arrays of bytes are spelt out.

use std::collections::BTreeMap;

use crate::base::{Span, Symbol};
use crate::flow::value::{Const, HOLE, Origin, OriginKind, Value};
use crate::ir::{BinaryOp, FormatArg, FormatTrait, Literal, UnaryOp};

/// The step of a constant that an operator makes of several.
pub const COMBINED: &str = "combined here";

pub(super) fn constant(literal: &Literal) -> Const {
    match literal {
        Literal::Str(text) => Const::Str(text.clone()),
        Literal::Bytes(bytes) => Const::Bytes(bytes.clone()),
        Literal::Byte(byte) => Const::Int(Some(u128::from(*byte))),
        Literal::Char(c) => Const::Int(Some(u128::from(u32::from(*c)))),
        Literal::Int(value, _) => Const::Int(*value),
        Literal::Bool(value) => Const::Bool(*value),
        Literal::Float(_) => Const::Other,
    }
}

pub(super) fn negate(op: UnaryOp, value: &Value, span: Span) -> Value {
    match (op, value.single()) {
        (UnaryOp::Not, Some(Const::Bool(b))) => Value::constant(Const::Bool(!b), span),
        (UnaryOp::Not, None) => value.negated(span),
        (_, Some(Const::Int(_))) => Value::constant(Const::Int(None), span),
        _ => value.derived(span),
    }
}

/// Numbers are folded; other operations keep what is derived.
pub(super) fn arithmetic(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let (Some(Const::Int(a)), Some(Const::Int(b))) = (left.single(), right.single()) else {
        return match combined(op, left, right) {
            // The reader's constant is the literal, not what is made of it.
            Some(made) => left.changed_into(made).step(span, COMBINED),
            None => match continued(op, left, right) {
                Some(text) => template(text, &[left, right], span),
                None => left.derived(span).join(&right.derived(span)),
            },
        };
    };
    let folded = a.zip(*b).and_then(|(a, b)| match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::Div => a.checked_div(b),
        BinaryOp::Rem => a.checked_rem(b),
        BinaryOp::Shl => u32::try_from(b).ok().and_then(|b| a.checked_shl(b)),
        BinaryOp::Shr => u32::try_from(b).ok().and_then(|b| a.checked_shr(b)),
        BinaryOp::BitXor => Some(a ^ b),
        BinaryOp::BitAnd => Some(a & b),
        BinaryOp::BitOr => Some(a | b),
        _ => None,
    });
    Value::constant(Const::Int(folded), span)
}

/// A text that is known in part with another value behind it. One with many holes is left alone: a loop makes it longer each time.
fn continued(op: BinaryOp, left: &Value, right: &Value) -> Option<String> {
    let computed = |o: &&Origin| matches!(o.kind, OriginKind::Role(_) | OriginKind::Derived(..));
    let mut others = left.origins().iter().filter(|o| !computed(o));
    let (begin, None) = (others.next()?, others.next()) else { return None };
    let begin = match &begin.kind {
        OriginKind::Template(text) if text.matches(HOLE).count() < MAX_HOLES => text,
        OriginKind::Const(Const::Str(text)) => text,
        _ => return None,
    };
    let rest = match right.single() {
        Some(Const::Str(text)) => text,
        _ => HOLE,
    };
    (op == BinaryOp::Add && begin.len() + rest.len() <= MAX_TEXT).then(|| format!("{begin}{rest}"))
}

/// What is known of a text that was put together of values.
fn template(text: String, values: &[&Value], span: Span) -> Value {
    let parts = values.iter().fold(Value::nothing(), |out, v| out.join(&v.derived(span)));
    let told = parts.only(|o| o.kind != OriginKind::Unknown);
    Value::of(OriginKind::Template(text.into()), span).join(&told)
}

/// Two texts one after the other, or what an operator makes of the bytes of constants: the bytes of a constant stand for each
/// of them, so that `KEY.iter().map(|b| b ^ 0x5a)` is known.
fn combined(op: BinaryOp, left: &Value, right: &Value) -> Option<Const> {
    match (left.single()?, right.single()?) {
        (Const::Str(a), Const::Str(b)) if op == BinaryOp::Add && a.len() + b.len() <= MAX_TEXT => {
            Some(Const::Str(format!("{a}{b}").into()))
        }
        (Const::Bytes(a), Const::Bytes(b)) if a.len() == b.len() => {
            let bytes: Option<Vec<u8>> = a.iter().zip(b.iter()).map(|(&a, &b)| of_bytes(op, a, b)).collect();
            Some(Const::Bytes(bytes?.into()))
        }
        (Const::Bytes(a), Const::Int(Some(b))) => {
            let b = u8::try_from(*b).ok()?;
            let bytes: Option<Vec<u8>> = a.iter().map(|&a| of_bytes(op, a, b)).collect();
            Some(Const::Bytes(bytes?.into()))
        }
        _ => None,
    }
}

fn of_bytes(op: BinaryOp, a: u8, b: u8) -> Option<u8> {
    match op {
        BinaryOp::BitXor => Some(a ^ b),
        BinaryOp::BitAnd => Some(a & b),
        BinaryOp::BitOr => Some(a | b),
        BinaryOp::Add => Some(a.wrapping_add(b)),
        BinaryOp::Sub => Some(a.wrapping_sub(b)),
        _ => None,
    }
}

/// An array is constant if all elements are; of bytes its content is known, of others what an element may be.
pub(super) fn array(values: &[Value], span: Span) -> Value {
    let all_const = values.iter().all(Value::is_constant);
    if let Some(bytes) = values.iter().map(byte).collect::<Option<Vec<u8>>>().filter(|_| all_const) {
        return Value::constant(Const::Bytes(bytes.into()), span);
    }
    let whole = if all_const {
        Value::constant(Const::Other, span)
    } else {
        values.iter().fold(Value::unknown(span), |out, v| out.join(&v.derived(span)))
    };
    let element = values.iter().fold(Value::nothing(), |out, v| out.join(v));
    if values.is_empty() { whole } else { whole.with_elements(element) }
}

fn byte(value: &Value) -> Option<u8> {
    match value.single() {
        Some(Const::Int(Some(n))) => u8::try_from(*n).ok(),
        _ => None,
    }
}

/// Spelt out bytes of which one is replaced.
pub(super) fn byte_written(old: &Value, index: &Value, new: &Value, span: Span) -> Option<Value> {
    let (Some(Const::Bytes(bytes)), Some(Const::Int(Some(at)))) = (old.single(), index.single()) else {
        return None;
    };
    let mut bytes = bytes.to_vec();
    *bytes.get_mut(usize::try_from(*at).ok()?)? = byte(new)?;
    Some(Value::constant(Const::Bytes(bytes.into()), span))
}

/// What `format!` makes: a constant text if all parts are, else what is known of it.
pub(super) fn formatted(written: Option<&Value>, args: &[FormatArg], values: &[Value], span: Span) -> Value {
    let parts = || values.iter().fold(Value::nothing(), |out, v| out.join(&v.derived(span)));
    let Some(Const::Str(text)) = written.and_then(Value::single) else {
        return Value::unknown(span).join(&parts());
    };
    match fill_in(text, args, values) {
        Some(text) if values.iter().all(Value::is_constant) && !text.contains(HOLE) => {
            Value::constant(Const::Str(text.into()), span)
        }
        Some(text) if text.len() <= MAX_TEXT => template(text, &values.iter().collect::<Vec<_>>(), span),
        _ => Value::unknown(span).join(&parts()),
    }
}

/// The text of a template with the constants in it, and [`HOLE`] for the other parts; only `{}`, `{name}` and what follows a colon
/// in them are understood.
fn fill_in(template: &str, args: &[FormatArg], values: &[Value]) -> Option<String> {
    let shown = |i: usize| match values.get(i)?.single()? {
        Const::Str(text) if args[i].how == FormatTrait::Display => Some(text.to_string()),
        Const::Int(Some(n)) => Some(n.to_string()),
        _ => None,
    };
    let mut positional = args.iter().enumerate().filter(|(_, a)| a.name.is_none()).map(|(i, _)| i);
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, tail) = after.split_once('}')?;
        let (name, how) = place.split_once(':').unwrap_or((place, ""));
        let named = |a: &FormatArg| a.name.is_some_and(|n| n.sym.as_str() == name);
        let i = if name.is_empty() { positional.next()? } else { args.iter().position(named)? };
        out.push_str(before);
        out.push_str(&Some(i).filter(|_| how.is_empty()).and_then(shown).unwrap_or_else(|| HOLE.to_owned()));
        rest = tail;
    }
    out.push_str(rest);
    (!template.contains("{{") && !template.contains("}}")).then_some(out)
}

/// The name of what a variant holds: of another variant it is another one.
pub(super) fn payload(variant: Option<Symbol>, name: Symbol) -> Symbol {
    variant.map_or(name, |variant| Symbol::new(&format!("{variant}::{name}")))
}

/// Most unknown parts of a text to which another one is added.
const MAX_HOLES: usize = 4;
/// Longest text that is put together.
const MAX_TEXT: usize = 4096;
/// Longest `[x; n]` whose content is spelt out.
const MAX_REPEAT: u128 = 4096;

pub(super) fn repeat(value: &Value, len: &Value, span: Span) -> Value {
    if !value.is_constant() {
        return value.derived(span).with_elements(value.clone());
    }
    let n = match len.single() {
        Some(Const::Int(Some(n))) if *n <= MAX_REPEAT => *n as usize,
        // A length that is not known, `[0u8; KEY_LEN]` of another crate, still gives a uniform content.
        _ => 16,
    };
    match byte(value) {
        Some(byte) => Value::constant(Const::Bytes(vec![byte; n].into()), span),
        None => Value::constant(Const::Other, span).with_elements(value.clone()),
    }
}

pub(super) fn numbered(values: Vec<Value>, span: Span) -> Value {
    numbered_of(None, values, span)
}

/// A tuple, or a variant with unnamed fields.
pub(super) fn numbered_of(variant: Option<Symbol>, values: Vec<Value>, span: Span) -> Value {
    let name = |i: usize| payload(variant, Symbol::new(&i.to_string()));
    let fields: BTreeMap<Symbol, Value> = values.into_iter().enumerate().map(|(i, v)| (name(i), v)).collect();
    if fields.is_empty() { Value::nothing() } else { Value::compound(fields, span) }
}
