//! The laws of the lattice, on values drawn at random.

use proptest::prelude::*;

use super::*;
use crate::base::FileId;

fn span(at: u32) -> Span {
    Span { file: FileId(0), lo: at, hi: at + 1 }
}

/// Values without fields.
fn flat() -> impl Strategy<Value = Value> {
    let roles = ["rng/output", "env/value"].map(|role| Role::parse(role).expect("it is in the vocabulary"));
    let origin = (0u32..6, 0u128..7).prop_map(move |(at, n)| match n {
        0 => Value::unknown(span(at)),
        1 => Value::of(OriginKind::Param(at as usize % 2, None), span(at)),
        2 => Value::of(OriginKind::Role(roles[at as usize % 2]), span(at)),
        3 => Value::of(OriginKind::Derived(at as usize % 2, None), span(at)),
        4 => Value::of(OriginKind::Template("http://{}".into()), span(at)),
        _ => Value::constant(Const::Int(Some(n)), span(at)),
    });
    prop::collection::vec(origin, 0..8).prop_map(|list| list.iter().fold(Value::nothing(), |a, b| a.join(b)))
}

fn name(n: usize) -> Symbol {
    Symbol::new(["a", "b", "A::0", "[]"][n % 4])
}

/// Values with fields to some depth, as compounds and as parts written later.
fn value() -> impl Strategy<Value = Value> {
    flat().prop_recursive(3, 12, 3, |inner| {
        let made = (prop::collection::vec((0usize..4, inner.clone()), 1..3), 0u32..6).prop_map(|(f, at)| {
            Value::compound(f.into_iter().map(|(n, v)| (name(n), v)).collect(), span(at))
        });
        let written = (inner.clone(), 0usize..4, inner.clone())
            .prop_map(|(whole, n, part)| whole.with_field(&[name(n)], part, span(9)));
        prop_oneof![made, written, (inner.clone(), inner).prop_map(|(a, b)| a.join(&b))]
    })
}

/// The order of the lattice.
fn below(a: &Value, b: &Value) -> bool {
    a.join(b) == *b
}

proptest! {
    #[test]
    fn join_is_a_semilattice(a in value(), b in value(), c in value()) {
        prop_assert_eq!(a.join(&a), a.clone());
        prop_assert_eq!(a.join(&b), b.join(&a));
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
        prop_assert_eq!(a.join(&Value::nothing()), a.clone());
        prop_assert_eq!(Value::nothing().join(&a), a);
    }

    #[test]
    fn of_more_comes_no_less(a in value(), more in value(), n in 0usize..4, part in value()) {
        let b = a.join(&more);
        // Of the fields of a wide value nothing is left.
        prop_assume!(!b.wide);
        prop_assert!(below(&a.part(name(n)), &b.part(name(n))));
        prop_assert!(below(&a.derived(span(7)), &b.derived(span(7))));
        prop_assert!(below(&a.step(span(7), "here"), &b.step(span(7), "here")));
        prop_assert!(below(&part.with_field(&[name(n)], a.clone(), span(8)), &part.with_field(&[name(n)], b.clone(), span(8))));
        let passed = |value: &Value| value.clone();
        prop_assert!(below(&part.substitute(&|_, _| passed(&a)), &part.substitute(&|_, _| passed(&b))));
    }

    #[test]
    fn calls_of_calls_end_at_a_depth(a in value(), b in value()) {
        let mut deep = b;
        for _ in 0..4 {
            deep = a.substitute(&|_, _| deep.clone());
            prop_assert!(depth(&deep) <= MAX_FIELD_DEPTH + 1);
        }
    }

    #[test]
    fn fields_end_at_a_depth(values in prop::collection::vec(value(), 1..6)) {
        let nest = |inner: Value, other: &Value| {
            Value::compound(BTreeMap::from([(name(0), inner), (name(1), other.clone())]), span(1))
        };
        let deep = values.iter().fold(Value::nothing(), nest);
        prop_assert!(depth(&deep) <= MAX_FIELD_DEPTH + 1);
    }
}

#[test]
fn calls_in_calls_end_at_a_depth() {
    let param = Value::of(OriginKind::Param(0, None), span(1));
    let made = Value::compound(BTreeMap::from([(name(0), param.clone()), (name(1), param)]), span(1));
    let mut value = Value::unknown(span(2));
    for _ in 0..40 {
        let passed = value;
        value = made.substitute(&|_, _| passed.clone());
    }
    assert!(depth(&value) <= MAX_FIELD_DEPTH + 1);
}

fn depth(value: &Value) -> usize {
    value.fields().map(|(_, field)| depth(field) + 1).max().unwrap_or(0)
}

#[test]
fn chains_of_joins_end() {
    let mut value = Value::nothing();
    for n in 0..100 {
        value = value.join(&Value::constant(Const::Int(Some(n)), span(n as u32)));
    }
    assert!(value.origins().len() <= MAX_ORIGINS);
    assert!(!value.is_constant());
}

#[test]
fn writing_a_field_ends_the_constant_whole() {
    let name = Symbol::new("key");
    let whole = Value::constant(Const::Other, span(0));
    let written = whole.with_field(&[name], Value::unknown(span(5)), span(5));
    assert!(!written.is_constant());
    assert_eq!(written.field(name, span(9)), Value::unknown(span(5)));
}
