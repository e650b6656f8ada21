//! States of builders: what a value means when several of its fields hold certain values together.
//!
//! Example: `{ role = "cors/permissive", when = { origins = "in Any", credentials = "true" } }` at the type of a builder says that
//! each of the two settings alone is something else than both.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::base::Symbol;
use crate::catalog::Role;
use crate::catalog::api::role;
use crate::catalog::condition::Condition;

/// What a value of a type means when all the conditions on its fields hold.
#[derive(Clone, Debug)]
pub struct State {
    /// The meaning.
    pub role: Role,
    /// Fields with conditions of which one has to hold.
    pub when: Vec<(Symbol, Vec<Condition>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawState {
    role: String,
    when: BTreeMap<String, String>,
}

impl RawState {
    /// Reads the conditions; alternatives are separated by ` or `.
    pub(super) fn check(self, path: &str) -> Result<State, String> {
        let condition = |text: &str| {
            Condition::parse(text).ok_or_else(|| format!("unknown condition `{text}` in a state of `{path}`"))
        };
        let field = |(name, text): (&String, &String)| {
            let any: Result<Vec<Condition>, String> = text.split(" or ").map(condition).collect();
            any.map(|any| (Symbol::new(name), any))
        };
        let when = self.when.iter().map(field).collect::<Result<_, _>>()?;
        Ok(State { role: role(&self.role, path)?, when })
    }
}
