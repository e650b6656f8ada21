//! Conditions of rows on a constant: what follows `if` in a role, and, of another place of the same call, `where`.

use crate::catalog::Role;
use crate::catalog::text::TextCondition;

/// A condition on a constant argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `true`, `false`.
    Bool(bool),
    /// `< n`.
    Less(u128),
    /// `> n`.
    Greater(u128),
    /// `in A, B`: a path whose last segment is one of these, or a string literal equal to one.
    OneOf(Vec<String>),
    /// `none`: `None`.
    None,
    /// `is cors/any-origin`: what an API makes that gives it this role.
    Is(Role),
    /// `like http://*`, `lists RC4`: the content of a text.
    Text(TextCondition),
    /// `lacks exp`: a list of constants, none of which is this text.
    Lacks(String),
    /// `has -k, --insecure`: a list of which one element is one of these texts.
    Has(Vec<String>),
}

impl Condition {
    /// Parses what follows `if` in a role: `true`, `< 600000`, `in TLSv1_0, TLSv1_1`, `none`, `like http://*`.
    pub fn parse(text: &str) -> Option<Condition> {
        let number = |t: &str| t.trim().replace('_', "").parse().ok();
        match text.trim() {
            "true" => Some(Condition::Bool(true)),
            "false" => Some(Condition::Bool(false)),
            "none" => Some(Condition::None),
            other => {
                let (op, rest) = other.split_once(' ')?;
                match op {
                    "<" => number(rest).map(Condition::Less),
                    ">" => number(rest).map(Condition::Greater),
                    "is" => Role::parse(rest.trim()).map(Condition::Is),
                    "lacks" => Some(Condition::Lacks(rest.trim().to_owned())),
                    "has" => Some(Condition::Has(list(rest))),
                    "in" => Some(Condition::OneOf(list(rest))),
                    _ => TextCondition::parse(op, rest).map(Condition::Text),
                }
            }
        }
    }
}

/// The parts of `A, B`.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(|s| s.trim().to_owned()).collect()
}
