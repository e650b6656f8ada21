//! What literals, arrays and operators make of constants: numbers are folded, arrays of bytes are spelt out.

use std::collections::BTreeMap;

use crate::base::{Span, Symbol};
use crate::flow::value::{Const, Value};
use crate::ir::{BinaryOp, Literal, UnaryOp};

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
        (_, Some(Const::Int(_))) => Value::constant(Const::Int(None), span),
        _ => value.derived(span),
    }
}

/// Numbers are folded; other operations keep what is derived.
pub(super) fn arithmetic(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let (Some(Const::Int(a)), Some(Const::Int(b))) = (left.single(), right.single()) else {
        return left.derived(span).join(&right.derived(span));
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

/// An array is constant if all elements are; of bytes its content is known.
pub(super) fn array(values: &[Value], span: Span) -> Value {
    if values.is_empty() || !values.iter().all(Value::is_constant) {
        return values.iter().fold(Value::unknown(span), |out, v| out.join(&v.derived(span)));
    }
    let byte = |v: &Value| match v.single() {
        Some(Const::Int(Some(n))) => u8::try_from(*n).ok(),
        _ => None,
    };
    match values.iter().map(byte).collect::<Option<Vec<u8>>>() {
        Some(bytes) => Value::constant(Const::Bytes(bytes.into()), span),
        None => Value::constant(Const::Other, span),
    }
}

/// Longest `[x; n]` whose content is spelt out.
const MAX_REPEAT: u128 = 4096;

pub(super) fn repeat(value: &Value, len: &Value, span: Span) -> Value {
    if !value.is_constant() {
        return value.derived(span);
    }
    let byte = match value.single() {
        Some(Const::Int(Some(n))) => u8::try_from(*n).ok(),
        _ => None,
    };
    let n = match len.single() {
        Some(Const::Int(Some(n))) if *n <= MAX_REPEAT => *n as usize,
        // A length that is not known, `[0u8; KEY_LEN]` of another crate, still gives a uniform content.
        _ => 16,
    };
    match byte {
        Some(byte) => Value::constant(Const::Bytes(vec![byte; n].into()), span),
        None => Value::constant(Const::Other, span),
    }
}

pub(super) fn numbered(values: Vec<Value>, span: Span) -> Value {
    let fields: BTreeMap<Symbol, Value> =
        values.into_iter().enumerate().map(|(i, v)| (Symbol::new(&i.to_string()), v)).collect();
    if fields.is_empty() { Value::nothing() } else { Value::compound(fields, span) }
}
