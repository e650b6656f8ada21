//! What the project says of itself in its configuration file: rows beside those of the models, for its own items, and the
//! policy of its routes. Plain data; the file is read in `config`, names are resolved where they are used.

use crate::base::Span;
use crate::catalog::route::RoutePattern;
use crate::finding::Level;

/// A value of the configuration file with its place there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// What the project says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Paths of extractors and attributes that refuse strangers.
    pub guards: Vec<Entry<String>>,
    /// Paths of what looks like a guard, layer or check and is none.
    pub not_guards: Vec<Entry<String>>,
    /// Paths of functions that ask for a permission and refuse.
    pub checks: Vec<Entry<String>>,
    /// Paths of middleware that refuses strangers: functions, types, functions that make one.
    pub layers: Vec<Entry<String>>,
    /// Bare names of macros that list handlers with route attributes.
    pub macros: Vec<Entry<String>>,
    /// What holds for the routes, if that is said.
    pub policy: Option<Policy>,
}

/// What holds for the routes of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Routes for everybody.
    pub public: Vec<Entry<RoutePattern>>,
    /// Routes that ask for more than to be signed in.
    pub require: Vec<Requirement>,
    /// What becomes of routes whose protection cannot be told.
    pub unsure: Level,
    /// What becomes of routes that are guarded only under a setting.
    pub conditional: Level,
}

/// Routes that ask for more than to be signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Which.
    pub routes: Entry<RoutePattern>,
    /// Names of guards, layers or checks, one of which has to protect them; empty if any does.
    pub protected_by: Vec<Entry<String>>,
    /// Whether a role or permission has to be asked for, by whatever name.
    pub role: bool,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy { public: Vec::new(), require: Vec::new(), unsure: Level::Deny, conditional: Level::Warn }
    }
}

impl Policy {
    /// Whether a route with this method and these paths is listed as one for everybody: with all of them.
    pub fn is_public<'p>(&self, method: &str, paths: impl IntoIterator<Item = &'p str>) -> bool {
        let mut paths = paths.into_iter().peekable();
        paths.peek().is_some()
            && paths.all(|path| self.public.iter().any(|entry| entry.value.matches(method, path)))
    }
}
