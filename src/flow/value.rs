//! The lattice of values: sets of origins, ordered by inclusion.
//!
//! Bottom is the empty set (nothing arrives, e.g. `None`); [`Value::join`] is union. Two origins are the same if kind and
//! place are; the steps are the reader's, of two ways the first is kept. A set that grows beyond [`MAX_ORIGINS`] becomes
//! unknown, so every chain of joins is short.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Span, Symbol};
use crate::catalog::Role;

/// Origins beyond this number make a value unknown.
pub const MAX_ORIGINS: usize = 12;
/// Steps kept of a way.
const MAX_STEPS: usize = 12;
/// Fields of fields are followed this deep.
const MAX_FIELD_DEPTH: usize = 3;

/// Where a value may come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    /// Sorted by place and kind, without repetition.
    origins: Vec<Origin>,
    /// Values of fields that are known apart; absent fields come from the origins.
    fields: Option<Arc<BTreeMap<Symbol, Value>>>,
}

/// One place where a value may begin.
#[derive(Clone, Debug)]
pub struct Origin {
    /// What begins there.
    pub kind: OriginKind,
    /// The place.
    pub span: Span,
    /// The way from there, last step first.
    pub way: Option<Arc<Step>>,
}

/// A step of a way.
#[derive(Debug)]
pub struct Step {
    /// The place.
    pub span: Span,
    /// What happens there.
    pub text: String,
    /// The step before.
    pub before: Option<Arc<Step>>,
    len: usize,
}

/// What a value is at its beginning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OriginKind {
    /// A constant.
    Const(Const),
    /// A constant that an API gives a field if nobody sets it.
    Default(Const),
    /// Made by an API whose model gives this role.
    Role(Role),
    /// The n-th parameter of the function, or a field of it. `self` is number 0 in methods.
    Param(usize, Option<Symbol>),
    /// Anything else.
    Unknown,
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Const {
    /// Text.
    Str(Arc<str>),
    /// Bytes.
    Bytes(Arc<[u8]>),
    /// A number; `None` if too large or of unknown value.
    Int(Option<u128>),
    /// `true` or `false`.
    Bool(bool),
    /// A unit variant, constant or static of another crate, or a unit variant of the workspace: its path.
    Path(Symbol),
    /// Anything else that is made of constants only.
    Other,
}

impl PartialEq for Origin {
    fn eq(&self, other: &Origin) -> bool {
        self.span == other.span && self.kind == other.kind
    }
}

impl Origin {
    /// The steps from the beginning to here.
    pub fn steps(&self) -> Vec<&Step> {
        let mut out = Vec::new();
        let mut at = self.way.as_deref();
        while let Some(step) = at {
            out.push(step);
            at = step.before.as_deref();
        }
        out.reverse();
        out
    }

    /// The constant, if it is one.
    pub fn constant(&self) -> Option<&Const> {
        match &self.kind {
            OriginKind::Const(constant) | OriginKind::Default(constant) => Some(constant),
            _ => None,
        }
    }

    /// Whether it is a default that nobody chose.
    pub fn is_default(&self) -> bool {
        matches!(self.kind, OriginKind::Default(_))
    }

    fn step(&self, span: Span, text: &str) -> Origin {
        let len = self.way.as_ref().map_or(0, |s| s.len);
        if len >= MAX_STEPS || self.way.as_ref().is_some_and(|s| s.span == span) {
            return self.clone();
        }
        let step = Step { span, text: text.to_owned(), before: self.way.clone(), len: len + 1 };
        Origin { way: Some(Arc::new(step)), ..self.clone() }
    }
}

impl Const {
    /// Its bytes, if it is text or bytes.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Const::Str(text) => Some(text.as_bytes()),
            Const::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl Value {
    /// Nothing: the value of `None` and of code that is not reached.
    pub fn nothing() -> Value {
        Value::default()
    }

    /// A value about which nothing is known.
    pub fn unknown(span: Span) -> Value {
        Value::of(OriginKind::Unknown, span)
    }

    /// A value that begins at `span`.
    pub fn of(kind: OriginKind, span: Span) -> Value {
        Value { origins: vec![Origin { kind, span, way: None }], fields: None }
    }

    /// A constant.
    pub fn constant(constant: Const, span: Span) -> Value {
        Value::of(OriginKind::Const(constant), span)
    }

    /// A compound of the given fields.
    pub fn compound(fields: BTreeMap<Symbol, Value>, span: Span) -> Value {
        let all_const = !fields.is_empty() && fields.values().all(Value::is_constant);
        let kind = if all_const { OriginKind::Const(Const::Other) } else { OriginKind::Unknown };
        Value { origins: vec![Origin { kind, span, way: None }], fields: Some(Arc::new(fields)) }
    }

    /// Where it may begin.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// The fields known apart.
    pub fn fields(&self) -> impl Iterator<Item = (Symbol, &Value)> {
        self.fields.iter().flat_map(|f| f.iter().map(|(&name, value)| (name, value)))
    }

    /// Whether it has at least one origin and all are constants.
    pub fn is_constant(&self) -> bool {
        !self.origins.is_empty() && self.origins.iter().all(|o| o.constant().is_some())
    }

    /// The constant origins.
    pub fn constants(&self) -> impl Iterator<Item = (&Const, &Origin)> {
        self.origins.iter().filter_map(|o| o.constant().map(|c| (c, o)))
    }

    /// The constant, if there is exactly one origin.
    pub fn single(&self) -> Option<&Const> {
        match &self.origins[..] {
            [only] => only.constant(),
            _ => None,
        }
    }

    /// The origin with this role, if there is one.
    pub fn role(&self, role: &str) -> Option<&Origin> {
        self.origins.iter().find(|o| matches!(&o.kind, OriginKind::Role(r) if r.as_str() == role))
    }

    /// Union.
    pub fn join(&self, other: &Value) -> Value {
        if self == other || other.origins.is_empty() {
            return self.clone();
        }
        if self.origins.is_empty() {
            return other.clone();
        }
        let mut out = self.clone();
        for origin in &other.origins {
            out.insert(origin.clone());
        }
        out.fields = match (&self.fields, &other.fields) {
            (None, None) => None,
            // A field written on one way only is on the other what the whole says of it.
            (a, b) => {
                let none = BTreeMap::new();
                let (a, b) = (a.as_deref().unwrap_or(&none), b.as_deref().unwrap_or(&none));
                Some(Arc::new(join_fields(a, b, self, other)))
            }
        };
        out
    }

    fn insert(&mut self, origin: Origin) {
        let key = |o: &Origin| (o.span, o.kind.clone());
        let Err(at) = self.origins.binary_search_by(|o| key(o).cmp(&key(&origin))) else { return };
        if self.origins.len() >= MAX_ORIGINS {
            self.origins.retain(|o| matches!(o.kind, OriginKind::Role(_)));
            self.origins.truncate(MAX_ORIGINS - 1);
            let unknown = Origin { kind: OriginKind::Unknown, span: origin.span, way: None };
            if let Err(at) = self.origins.binary_search_by(|o| key(o).cmp(&key(&unknown))) {
                self.origins.insert(at, unknown);
            }
            return;
        }
        self.origins.insert(at, origin);
    }

    /// The value one step further.
    pub fn step(&self, span: Span, text: &str) -> Value {
        Value {
            origins: self.origins.iter().map(|o| o.step(span, text)).collect(),
            fields: self.fields.clone(),
        }
    }

    /// What remains of it in something computed from it: roles stay, constants and parameters do not.
    pub fn derived(&self, span: Span) -> Value {
        let mut out = Value::unknown(span);
        for origin in self.origins.iter().filter(|o| matches!(o.kind, OriginKind::Role(_))) {
            out.insert(origin.clone());
        }
        out
    }

    /// The value with parameters replaced by what is passed for them.
    pub fn substitute(&self, actual: &dyn Fn(usize, Option<Symbol>) -> Value) -> Value {
        self.substitute_at(actual, 0)
    }

    fn substitute_at(&self, actual: &dyn Fn(usize, Option<Symbol>) -> Value, depth: usize) -> Value {
        let mut out = Value::nothing();
        for origin in &self.origins {
            let one = match &origin.kind {
                OriginKind::Param(n, field) => actual(*n, *field),
                _ => Value { origins: vec![origin.clone()], fields: None },
            };
            out = out.join(&one);
        }
        // What the body wrote replaces the fields of what was passed.
        let written = self.fields.iter().filter(|_| depth < MAX_FIELD_DEPTH).flat_map(|f| f.iter());
        let mut fields = out.fields.take();
        for (&name, value) in written {
            let fields = Arc::make_mut(fields.get_or_insert_default());
            fields.insert(name, value.substitute_at(actual, depth + 1));
        }
        out.fields = fields;
        out
    }

    /// The value of a field.
    pub fn field(&self, name: Symbol, span: Span) -> Value {
        if let Some(found) = self.fields.as_ref().and_then(|f| f.get(&name)) {
            return found.clone();
        }
        let mut out = Value::nothing();
        for origin in &self.origins {
            let kind = match &origin.kind {
                OriginKind::Param(n, None) => OriginKind::Param(*n, Some(name)),
                OriginKind::Role(role) => OriginKind::Role(*role),
                _ => OriginKind::Unknown,
            };
            out.insert(Origin { kind, span: origin.span, way: origin.way.clone() });
        }
        if out.origins.is_empty() { Value::unknown(span) } else { out }
    }

    /// One element: of bytes and characters it is a number, which says nothing of the whole.
    pub fn element(mut self) -> Value {
        for origin in &mut self.origins {
            if let OriginKind::Const(Const::Bytes(_)) = origin.kind {
                origin.kind = OriginKind::Const(Const::Int(None));
            }
        }
        self
    }

    /// What is left of a value that was changed by a method which does not write the fields of `of`.
    pub fn keeping_fields(self, of: &Value) -> Value {
        Value { fields: of.fields.clone(), ..self }
    }

    /// The value with one field replaced.
    pub fn with_field(&self, path: &[Symbol], value: Value, span: Span) -> Value {
        let Some((&name, rest)) = path.split_first() else { return value };
        if path.len() > MAX_FIELD_DEPTH {
            return self.clone();
        }
        let inner =
            if rest.is_empty() { value } else { self.field(name, span).with_field(rest, value, span) };
        let mut fields = self.fields.as_deref().cloned().unwrap_or_default();
        fields.insert(name, inner);
        let mut out = Value { origins: self.origins.clone(), fields: Some(Arc::new(fields)) };
        for origin in &mut out.origins {
            if origin.constant().is_some() {
                origin.kind = OriginKind::Unknown;
            }
        }
        out
    }
}

fn join_fields(
    a: &BTreeMap<Symbol, Value>,
    b: &BTreeMap<Symbol, Value>,
    left: &Value,
    right: &Value,
) -> BTreeMap<Symbol, Value> {
    let span = |v: &Value| v.origins.first().map(|o| o.span);
    let mut out = BTreeMap::new();
    for &name in a.keys().chain(b.keys()) {
        let of = |fields: &BTreeMap<Symbol, Value>, whole: &Value| {
            fields
                .get(&name)
                .cloned()
                .or_else(|| span(whole).map(|s| whole.field(name, s)))
                .unwrap_or_default()
        };
        out.entry(name).or_insert_with(|| of(a, left).join(&of(b, right)));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::FileId;

    fn span(at: u32) -> Span {
        Span { file: FileId(0), lo: at, hi: at + 1 }
    }

    fn value() -> impl Strategy<Value = Value> {
        let origin = (0u32..6, 0u128..3).prop_map(|(at, n)| {
            if n == 0 { Value::unknown(span(at)) } else { Value::constant(Const::Int(Some(n)), span(at)) }
        });
        prop::collection::vec(origin, 0..4)
            .prop_map(|list| list.iter().fold(Value::nothing(), |a, b| a.join(b)))
    }

    proptest! {
        #[test]
        fn join_is_a_semilattice(a in value(), b in value(), c in value()) {
            prop_assert_eq!(a.join(&a), a.clone());
            prop_assert_eq!(a.join(&b), b.join(&a));
            prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
            prop_assert_eq!(a.join(&Value::nothing()), a);
        }
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
}
