//! The lattice of values: sets of origins, ordered by inclusion.
//!
//! Bottom is the empty set (nothing arrives, e.g. `None`); [`Value::join`] is union. Two origins are the same if kind and
//! place are; the steps are the reader's, of two ways the first is kept. A set that grows beyond [`MAX_ORIGINS`] becomes
//! *wide*: only its roles are left beside unknown, no fields, and stays so, so every chain of joins is short and their order is of no
//! account.
//!
//! A value with fields is their compound. An origin that is told by the fields alone ([`Origin::parts`]) gives no field that is
//! not among them; any other origin gives each field a value, [`Value::field`]. So the join of `S { key: K }` with an unknown
//! value has the field `key` with `K` or unknown, and one with another variant keeps the payloads of both apart.

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
/// The name under which the elements of an array are kept.
const ELEMENT: &str = "[]";

/// Where a value may come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    /// Sorted by place and kind, without repetition.
    origins: Vec<Origin>,
    /// Values of fields that are known apart; absent fields come from the origins.
    fields: Option<Arc<BTreeMap<Symbol, Value>>>,
    /// More origins than are kept.
    wide: bool,
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
    /// It is a compound that is made here: all it has are the fields of the value.
    pub parts: bool,
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
    /// The n-th parameter of the function, or a field of it, `a.b` for a field of a field. `self` is number 0 in methods.
    Param(usize, Option<Symbol>),
    /// The opposite of what is passed for the n-th parameter, or for a field of it: `!verify`.
    Negated(usize, Option<Symbol>),
    /// A text that was put together, with [`HOLE`] for each part that is not known.
    Template(Arc<str>),
    /// Computed from what is passed for the n-th parameter, or for a field of it: of what callers pass only the roles stay.
    Derived(usize, Option<Symbol>),
    /// Anything else.
    Unknown,
}

/// What stands for an unknown part of a text.
pub const HOLE: &str = "{}";

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
        self.span == other.span && self.kind == other.kind && self.parts == other.parts
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
        Value { origins: vec![Origin { kind, span, way: None, parts: false }], fields: None, wide: false }
    }

    /// A constant.
    pub fn constant(constant: Const, span: Span) -> Value {
        Value::of(OriginKind::Const(constant), span)
    }

    /// A compound of the given fields.
    pub fn compound(fields: BTreeMap<Symbol, Value>, span: Span) -> Value {
        let all_const = !fields.is_empty() && fields.values().all(Value::is_constant);
        let kind = if all_const { OriginKind::Const(Const::Other) } else { OriginKind::Unknown };
        let fields = fields.into_iter().map(|(name, value)| (name, value.shallow(1))).collect();
        let origins = vec![Origin { kind, span, way: None, parts: true }];
        Value { origins, fields: Some(Arc::new(fields)), wide: false }
    }

    /// A compound like this one with the given fields instead of its own: `S { key, ..base }`.
    pub fn updated(&self, fields: BTreeMap<Symbol, Value>, span: Span) -> Value {
        let one = |out: Value, (name, value)| out.with_field(&[name], value, span);
        fields.into_iter().fold(self.clone(), one)
    }

    /// The value with what an element of it may be.
    pub fn with_elements(mut self, element: Value) -> Value {
        let fields = BTreeMap::from([(Symbol::new(ELEMENT), element.shallow(1))]);
        self.fields = Some(Arc::new(fields));
        self
    }

    /// Whether it is known what an element may be.
    pub fn has_elements(&self) -> bool {
        self.fields.as_ref().is_some_and(|f| f.contains_key(&Symbol::new(ELEMENT)))
    }

    /// An element, or a part of it of which no more is known than of the whole.
    pub fn element(&self) -> Value {
        let found = self.fields.as_ref().and_then(|f| f.get(&Symbol::new(ELEMENT)));
        found.unwrap_or(self).clone()
    }

    /// Whether it has no fields below the depth to which they are followed.
    fn is_shallow(&self, depth: usize) -> bool {
        self.fields.as_ref().is_none_or(|fields| {
            depth < MAX_FIELD_DEPTH && fields.values().all(|value| value.is_shallow(depth + 1))
        })
    }

    /// The value without fields below the depth to which they are followed.
    fn shallow(&self, depth: usize) -> Value {
        let mut out = self.clone();
        if self.is_shallow(depth) {
            return out;
        }
        out.fields = match &self.fields {
            Some(fields) if depth < MAX_FIELD_DEPTH => {
                let inner = |(&name, value): (&Symbol, &Value)| (name, value.shallow(depth + 1));
                Some(Arc::new(fields.iter().map(inner).collect()))
            }
            _ => None,
        };
        if out.fields.is_none() {
            out.open();
        }
        out
    }

    /// Its fields are not told any more: each may hold anything.
    fn open(&mut self) {
        let origins = std::mem::take(&mut self.origins);
        let mut out = Value { wide: self.wide, ..Value::default() };
        for origin in origins {
            out.insert(Origin { parts: false, ..origin });
        }
        self.origins = out.origins;
        self.wide = out.wide;
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

    /// Whether something random went into it.
    pub fn is_random(&self) -> bool {
        ["rng/output", "rng/weak", "rng/seeded"].iter().any(|role| self.role(role).is_some())
    }

    /// The origins of some kind alone.
    pub fn only(&self, keep: impl Fn(&Origin) -> bool) -> Value {
        let mut out = Value::nothing();
        let kept = self.origins.iter().filter(|o| keep(o));
        kept.for_each(|origin| out.insert(Origin { parts: false, ..origin.clone() }));
        out
    }

    /// A thing of this role in its place, with the same beginnings.
    pub fn become_role(&self, role: Role) -> Value {
        self.with_kind(OriginKind::Role(role))
    }

    /// Another constant in its place, with the same beginnings.
    pub fn changed_into(&self, constant: Const) -> Value {
        self.with_kind(OriginKind::Const(constant))
    }

    fn with_kind(&self, kind: OriginKind) -> Value {
        let mut out = Value { wide: self.wide, ..Value::default() };
        for origin in &self.origins {
            out.insert(Origin { kind: kind.clone(), parts: false, ..origin.clone() });
        }
        out
    }

    /// Union.
    pub fn join(&self, other: &Value) -> Value {
        if self == other || other.is_nothing() {
            return self.clone();
        }
        if self.is_nothing() {
            return other.clone();
        }
        let mut out = Value { wide: self.wide || other.wide, ..self.clone() };
        for origin in &other.origins {
            out.insert(origin.clone());
        }
        if out.wide {
            out.narrow();
        } else {
            out.fields = join_fields(self, other);
        }
        out
    }

    fn is_nothing(&self) -> bool {
        self.origins.is_empty() && self.fields.is_none() && !self.wide
    }

    fn insert(&mut self, origin: Origin) {
        let Err(at) = self.origins.binary_search_by(|o| key(o).cmp(&key(&origin))) else { return };
        self.origins.insert(at, origin);
        if self.wide || self.origins.len() > MAX_ORIGINS {
            self.wide = true;
            self.narrow();
        }
    }

    /// Keeps of too many origins the first roles, and that there are others; of fields nothing is known any more.
    fn narrow(&mut self) {
        self.fields = None;
        let Some(first) = self.origins.iter().map(|o| o.span).min() else { return };
        self.origins.retain(|o| matches!(o.kind, OriginKind::Role(_)));
        self.origins.truncate(MAX_ORIGINS - 1);
        let unknown = Origin { kind: OriginKind::Unknown, span: first, way: None, parts: false };
        if let Err(at) = self.origins.binary_search_by(|o| key(o).cmp(&key(&unknown))) {
            self.origins.insert(at, unknown);
        }
    }

    /// The value one step further.
    pub fn step(&self, span: Span, text: &str) -> Value {
        let inner = |(&name, value): (&Symbol, &Value)| (name, value.step(span, text));
        Value {
            origins: self.origins.iter().map(|o| o.step(span, text)).collect(),
            fields: self.fields.as_ref().map(|fields| Arc::new(fields.iter().map(inner).collect())),
            wide: self.wide,
        }
    }

    /// The value one step further, apart from fields that a summary's value `like` leaves as they were passed.
    pub fn step_like(&self, like: &Value, span: Span, text: &str) -> Value {
        let mut out = self.step(span, text);
        if let (Some(own), Some(before), Some(after)) = (&like.fields, &self.fields, &mut out.fields) {
            let kept = before.iter().filter(|(name, _)| !own.contains_key(name));
            Arc::make_mut(after).extend(kept.map(|(&name, value)| (name, value.clone())));
        }
        out
    }

    /// What remains of it in something computed from it: roles stay, constants do not, and of parameters that it is computed from
    /// them.
    pub fn derived(&self, span: Span) -> Value {
        let mut out = Value { wide: self.wide, ..Value::unknown(span) };
        for origin in &self.origins {
            let kind = match &origin.kind {
                kind @ (OriginKind::Role(_) | OriginKind::Derived(..)) => kind.clone(),
                OriginKind::Param(n, field) | OriginKind::Negated(n, field) => {
                    OriginKind::Derived(*n, *field)
                }
                _ => continue,
            };
            out.insert(Origin { kind, parts: false, ..origin.clone() });
        }
        out
    }

    /// What `!` makes of it: of one that is known, or passed as it is, the opposite.
    pub fn negated(&self, span: Span) -> Value {
        let opposite = |kind: &OriginKind| match kind {
            OriginKind::Const(Const::Bool(b)) => Some(OriginKind::Const(Const::Bool(!b))),
            OriginKind::Param(n, field) => Some(OriginKind::Negated(*n, *field)),
            OriginKind::Negated(n, field) => Some(OriginKind::Param(*n, *field)),
            _ => None,
        };
        match &self.origins[..] {
            [only] if self.fields.is_none() => match opposite(&only.kind) {
                Some(kind) => Value { origins: vec![Origin { kind, ..only.clone() }], ..Value::default() },
                None => self.derived(span),
            },
            _ => self.derived(span),
        }
    }

    /// The value with parameters replaced by what is passed for them.
    pub fn substitute(&self, actual: &dyn Fn(usize, Option<Symbol>) -> Value) -> Value {
        self.substitute_at(actual, 0)
    }

    fn substitute_at(&self, actual: &dyn Fn(usize, Option<Symbol>) -> Value, depth: usize) -> Value {
        let mut out = Value { wide: self.wide, ..Value::default() };
        for origin in &self.origins {
            // A function that returns its parameter returns its fields too.
            let passed = match &origin.kind {
                // Below another value only so much of it is kept: calls of calls would nest it ever deeper.
                OriginKind::Param(n, field) => actual(*n, *field).shallow(depth),
                OriginKind::Negated(n, field) => actual(*n, *field).negated(origin.span),
                // That it was computed stands beside it.
                OriginKind::Derived(n, field) => {
                    actual(*n, *field).derived(origin.span).only(|o| o.kind != OriginKind::Unknown)
                }
                _ => Value { origins: vec![origin.clone()], ..Value::default() },
            };
            out = out.join(&passed);
        }
        let Some(own) = self.fields.as_ref().filter(|_| depth < MAX_FIELD_DEPTH && !out.wide) else {
            return out;
        };
        // What the function wrote into it is told by its own fields.
        let mut fields = out.fields.as_deref().cloned().unwrap_or_default();
        fields.extend(own.iter().map(|(&name, value)| (name, value.substitute_at(actual, depth + 1))));
        if self.origins.iter().any(|o| matches!(o.kind, OriginKind::Param(..))) {
            out.forget_constants();
        }
        out.fields = Some(Arc::new(fields));
        out
    }

    /// What is written in part is not the constant any more that it was as a whole.
    fn forget_constants(&mut self) {
        let origins = std::mem::take(&mut self.origins);
        for mut origin in origins {
            if origin.constant().is_some() {
                origin.kind = OriginKind::Unknown;
            }
            self.insert(origin);
        }
    }

    /// Whether it is the given parameter as it was passed.
    pub fn is_param(&self, n: usize) -> bool {
        self.fields.is_none()
            && matches!(&self.origins[..], [Origin { kind: OriginKind::Param(m, None), .. }] if *m == n)
    }

    /// The only parameter or field of a parameter that it may be, if it can be nothing else.
    pub fn only_param(&self) -> Option<(usize, Option<Symbol>)> {
        match &self.origins[..] {
            [Origin { kind: OriginKind::Param(n, field), .. }] => Some((*n, *field)),
            _ => None,
        }
    }

    /// The value of a field.
    pub fn field(&self, name: Symbol, span: Span) -> Value {
        if self.is_nothing() { Value::unknown(span) } else { self.part(name) }
    }

    /// The value of a field: as it is known apart, or what the origins say of it.
    fn part(&self, name: Symbol) -> Value {
        if let Some(found) = self.fields.as_ref().and_then(|f| f.get(&name)) {
            return found.clone();
        }
        let mut out = Value { wide: self.wide, ..Value::default() };
        for origin in self.origins.iter().filter(|o| !o.parts) {
            let kind = match &origin.kind {
                OriginKind::Param(n, None) => OriginKind::Param(*n, Some(name)),
                OriginKind::Param(n, Some(outer)) if dots(*outer) + 1 < MAX_FIELD_DEPTH => {
                    OriginKind::Param(*n, Some(Symbol::new(&format!("{outer}.{name}"))))
                }
                kind @ (OriginKind::Role(_) | OriginKind::Derived(..)) => kind.clone(),
                _ => OriginKind::Unknown,
            };
            out.insert(Origin { kind, span: origin.span, way: origin.way.clone(), parts: false });
        }
        out
    }

    /// One element by its index: of bytes it is a number, which says nothing of the whole.
    pub fn indexed(&self) -> Value {
        if self.has_elements() {
            return self.element();
        }
        let mut out = Value { wide: self.wide, ..Value::default() };
        for origin in &self.origins {
            let kind = match &origin.kind {
                OriginKind::Const(Const::Bytes(_)) => OriginKind::Const(Const::Int(None)),
                other => other.clone(),
            };
            out.insert(Origin { kind, ..origin.clone() });
        }
        Value { fields: self.fields.clone(), ..out }
    }

    /// What is left of a value that was changed by a method which does not write the fields of `of`.
    pub fn keeping_fields(self, of: &Value) -> Value {
        Value { fields: of.fields.clone(), ..self }
    }

    /// The value with one field replaced.
    pub fn with_field(&self, path: &[Symbol], value: Value, span: Span) -> Value {
        let Some((&name, rest)) = path.split_first() else { return value };
        if path.len() > MAX_FIELD_DEPTH || self.wide {
            return self.clone();
        }
        let inner =
            if rest.is_empty() { value } else { self.field(name, span).with_field(rest, value, span) };
        let mut fields = self.fields.as_deref().cloned().unwrap_or_default();
        fields.insert(name, inner.shallow(1));
        let mut out = Value { fields: Some(Arc::new(fields)), ..self.clone() };
        if out.origins.is_empty() {
            out.insert(Origin { kind: OriginKind::Unknown, span, way: None, parts: true });
        }
        out.forget_constants();
        out
    }

    /// The value of a path of fields, `a.b`, as [`OriginKind::Param`] names them.
    pub fn field_path(&self, path: Symbol, span: Span) -> Value {
        path.as_str().split('.').fold(self.clone(), |value, name| value.field(Symbol::new(name), span))
    }
}

fn dots(path: Symbol) -> usize {
    path.as_str().matches('.').count()
}

fn key(origin: &Origin) -> (Span, bool, &OriginKind) {
    (origin.span, origin.parts, &origin.kind)
}

/// The fields that either knows; the other one says what it can of them.
fn join_fields(left: &Value, right: &Value) -> Option<Arc<BTreeMap<Symbol, Value>>> {
    let names = |v: &'_ Value| v.fields.as_ref().map(|f| f.keys().copied().collect::<Vec<_>>());
    let (a, b) = (names(left), names(right));
    if a.is_none() && b.is_none() {
        return None;
    }
    let all = a.into_iter().chain(b).flatten();
    Some(Arc::new(all.map(|name| (name, left.part(name).join(&right.part(name)))).collect()))
}

#[cfg(test)]
mod tests;
