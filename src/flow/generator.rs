//! What a random generator is, told by what it draws.
//!
//! The output of a call that draws carries, beside `rng/output`, what is known of the generator: `rng/weak` if its type or the
//! row says that it is predictable, `rng/seeded` if its seed is a constant or the time, and, inside a function that is lent a
//! generator of any type, the parameter, for which the caller's summary puts what it passes. Hashes keep these roles:
//! a guess of what goes in is a guess of what comes out.
//!
//! Example: `let mut rng = Pcg64::seed_from_u64(7); rng.fill_bytes(&mut key)` leaves `key` with the origins `rng/output` (the
//! call), `rng/weak` (the constructor) and `rng/seeded` (the literal), the last two with the draw as a step.

use crate::base::Span;
use crate::catalog::{AccessPath, Api, Role};
use crate::flow::call::Parts;
use crate::flow::eval::Eval;
use crate::flow::value::{Origin, OriginKind, Value};
use crate::ir::ExprId;
use crate::resolve::Res;
use crate::types::Ty;

/// A generator that is predictable by its algorithm.
const WEAK: &str = "rng/weak";
/// A generator that is predictable by its seed.
const SEEDED: &str = "rng/seeded";
/// A hash that is not made to withstand anybody, whose output carries the role too.
const TABLE_HASH: &str = "hash/non-cryptographic";
/// What a draw gives.
const OUTPUT: &str = "rng/output";
/// The step of a draw.
const DRAWN: &str = "drawn from it here";

impl<'a> Eval<'a, '_> {
    /// What a call that draws, or hashes what was drawn, says of its result and of what it fills.
    pub(super) fn drawn(
        &self,
        parts: &Parts<'_>,
        rows: &[&'a Api],
        received: Option<&Value>,
        values: &[Value],
    ) -> Value {
        let span = self.span(parts.id);
        let own = parts.receiver.zip(received);
        if gives(rows, "hash/output") {
            let all = own.map(|(_, v)| v).into_iter().chain(values);
            let weak = parts.receiver.is_some_and(|id| self.is(id, TABLE_HASH)) || uses(rows, TABLE_HASH);
            let out = if weak { role(TABLE_HASH, span) } else { Value::nothing() };
            return all.fold(out, |out, v| out.join(&v.only(is_guessable).step(span, "hashed here")));
        }
        let unmodelled = rows.is_empty() && parts.receiver.is_some_and(|id| self.is(id, WEAK));
        if !unmodelled && !gives(rows, OUTPUT) {
            return Value::nothing();
        }
        let mut out = if uses(rows, WEAK) { role(WEAK, span) } else { Value::nothing() };
        let filled = |n: usize| rows.iter().any(|api| api.fills.contains(&AccessPath::Argument(n)));
        let passed = parts.args.iter().copied().zip(values).enumerate();
        let lent = passed.filter(|(n, _)| !filled(*n)).map(|(_, passed)| passed);
        for (id, value) in own.into_iter().chain(lent) {
            out = out.join(&self.of_generator(id, value, span));
        }
        out
    }

    /// What a generator passes on to what it draws.
    fn of_generator(&self, id: ExprId, value: &Value, span: Span) -> Value {
        let known = value.only(is_predictable);
        if !known.origins().is_empty() {
            return known.step(span, DRAWN);
        }
        if self.is(id, WEAK) {
            return role(WEAK, span);
        }
        let any_type = matches!(self.types.of(id).peel(), Ty::Param(_) | Ty::Dyn(_));
        let lent = |o: &Origin| matches!(o.kind, OriginKind::Param(_, None));
        if any_type { value.only(lent).step(span, DRAWN) } else { Value::nothing() }
    }

    /// What the result of a call of a library is by its type, and by the seed that it was given.
    pub(super) fn generator(
        &self,
        parts: &Parts<'_>,
        rows: &[&'a Api],
        values: &[Value],
        made: &Value,
    ) -> Value {
        let span = self.span(parts.id);
        let weak = self.is(parts.id, WEAK) && made.role(WEAK).is_none();
        let out = if weak { role(WEAK, span) } else { Value::nothing() };
        let seeds = rows.iter().flat_map(|api| &api.roles).filter(|r| r.role.as_str() == "rng/seed");
        let values = seeds.filter_map(|r| match r.at {
            AccessPath::Argument(n) => values.get(n),
            _ => None,
        });
        values.fold(out, |out, seed| out.join(&seeded(seed, span)))
    }

    /// Whether the type of an expression has a role.
    fn is(&self, id: ExprId, role: &str) -> bool {
        let Ty::Adt(Res::Ext(ext), _) = self.types.of(id).peel() else { return false };
        let model = self.cx.types.catalog().type_model(ext.path, ext.krate.version.as_ref());
        model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == role))
    }
}

/// A generator by its seed: predictable if that is a constant or the time, unless something random went into it.
fn seeded(seed: &Value, span: Span) -> Value {
    let Some(role) = Role::parse(SEEDED) else { return Value::nothing() };
    let constant = seed.is_constant();
    let guessed = |o: &Origin| constant || is_guessable(o);
    if seed.role(OUTPUT).is_some() && seed.role(WEAK).is_none() {
        return Value::nothing();
    }
    seed.only(guessed).become_role(role).step(span, "seeds the generator here")
}

fn role(name: &str, span: Span) -> Value {
    Role::parse(name).map_or_else(Value::nothing, |role| Value::of(OriginKind::Role(role), span))
}

/// Whether a row says that using the function has a role.
fn uses(rows: &[&Api], role: &str) -> bool {
    rows.iter().any(|api| api.roles_at(&AccessPath::Use).any(|r| r.role.as_str() == role))
}

/// Whether a row gives a role to the result or to what it fills.
fn gives(rows: &[&Api], role: &str) -> bool {
    let gives = |api: &&Api| {
        api.roles.iter().any(|r| {
            r.role.as_str() == role && (*r.at.root() == AccessPath::Return || api.fills.contains(&r.at))
        })
    };
    rows.iter().any(gives)
}

fn is_predictable(origin: &Origin) -> bool {
    matches!(&origin.kind, OriginKind::Role(r) if matches!(r.as_str(), WEAK | SEEDED))
}

/// What can be guessed by whoever knows when it was made.
fn is_guessable(origin: &Origin) -> bool {
    is_predictable(origin)
        || matches!(&origin.kind, OriginKind::Role(r) if matches!(r.as_str(), "time/now" | "value/guessable"))
}
