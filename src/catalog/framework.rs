//! `[framework]` of a model: how a web framework declares routes and what guards them.
//!
//! The engine knows shapes (a value that holds routes, a call that adds one, a layer that covers those already there);
//! this table says which names have which shape. Packages of one `family` work on the same values: a router made by one
//! is mounted by another. Names of functions and types are full paths as resolution gives them, names of methods and
//! macros are bare, because a method is only looked up on a value that is known to hold routes.
//!
//! ```toml
//! [framework]
//! family = "axum"
//! nodes = ["axum::Router"]
//! [framework.functions]
//! "axum::Router::new" = { op = "empty" }
//! "axum::routing::get" = { op = "endpoint", method = "GET", handler = 0 }
//! [framework.methods]
//! nest = [{ op = "mount", path = 0, routes = 1 }]
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

/// How one package takes part in declaring and guarding routes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Framework {
    /// Packages of one family share values; reports name the family.
    pub family: String,
    /// Types whose values hold routes.
    #[serde(default)]
    pub nodes: Vec<String>,
    /// Free and associated functions by path.
    #[serde(default)]
    pub functions: BTreeMap<String, Op>,
    /// Methods of values that hold routes: the first alternative whose arguments are there is taken.
    #[serde(default)]
    pub methods: BTreeMap<String, Vec<Op>>,
    /// Function-like macros by bare name.
    #[serde(default)]
    pub macros: BTreeMap<String, MacroMeaning>,
    /// Attributes of handlers by path.
    #[serde(default)]
    pub attributes: BTreeMap<String, AttributeRow>,
    /// Traits whose impls take something out of a request, by path.
    #[serde(default)]
    pub extractor_traits: Vec<String>,
    /// Library types as parameters of a handler, by path.
    #[serde(default)]
    pub extractors: BTreeMap<String, ExtractorKind>,
    /// Library functions, macros and types used as a layer, by path.
    #[serde(default)]
    pub layers: BTreeMap<String, LayerMeaning>,
    /// Methods by which a middleware that goes on by itself ends a request.
    #[serde(default)]
    pub ends: Vec<String>,
    /// Types that stand for the rest of the chain in a middleware function.
    #[serde(default)]
    pub next: Vec<String>,
    /// Attributes that guard the handler they stand on, by path.
    #[serde(default)]
    pub guard_attributes: Vec<String>,
    /// Derives that make a type take a credential out of a request, by path.
    #[serde(default)]
    pub schemes: BTreeMap<String, SchemeRow>,
}

/// A derive whose attribute says how a credential is verified.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SchemeRow {
    /// The attribute of the type and its variants.
    pub attribute: String,
    /// Its argument that names the function which verifies; without it presence is all that is asked for.
    pub checker: String,
    /// Its argument that marks the variant for requests without a credential.
    pub fallback: String,
}

/// What a call does to routes. Numbers are positions of arguments without the receiver.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case", tag = "op")]
pub enum Op {
    /// Makes a value without routes.
    Empty {
        /// A path in front of all its routes.
        prefix: Option<usize>,
    },
    /// Adds a route without a path of its own.
    Endpoint {
        /// The HTTP method; `ANY` for all.
        method: Option<String>,
        /// Where the method is given instead.
        method_at: Option<usize>,
        /// The path, where the call has one.
        path: Option<usize>,
        /// The handler.
        handler: usize,
    },
    /// Makes a route that still lacks its handler.
    Pending {
        /// The HTTP method; `ANY` for all.
        method: Option<String>,
        /// Where the method is given instead.
        method_at: Option<usize>,
    },
    /// Gives the pending route its handler.
    Handler {
        /// The handler.
        handler: usize,
    },
    /// Adds routes below a path.
    Mount {
        /// The path.
        path: usize,
        /// The value that holds them.
        routes: usize,
    },
    /// Adds routes as they are.
    Merge {
        /// The value that holds them, or a handler whose attribute says method and path.
        routes: usize,
    },
    /// Wraps routes.
    Layer {
        /// The layer.
        layer: usize,
        /// Which routes.
        covers: Covers,
        /// Whether it goes on by itself when it returns, and ends a request by a failure or by a call named in
        /// [`Framework::ends`].
        #[serde(default)]
        goes_on: bool,
    },
    /// Restricts the methods that are answered.
    MethodGuard {
        /// The condition.
        guard: usize,
    },
    /// The condition "has this method".
    MethodCondition {
        /// The method.
        method: String,
    },
    /// Calls a function with the value.
    Configure {
        /// The function.
        function: usize,
    },
    /// Answers what no route matches.
    Fallback {
        /// The handler.
        handler: usize,
    },
    /// Puts a path in front of all its routes.
    Prefix {
        /// The path.
        path: usize,
    },
    /// Adds the routes that the methods of values declare by attributes.
    Group {
        /// The value, or a tuple of them.
        routes: usize,
    },
    /// Gives something else.
    Other {},
    /// Gives back a tuple whose first field is the value.
    Split {},
    /// Makes a list of layers.
    Layers {},
}

/// Which routes a layer covers.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// Those that were added before.
    Present,
    /// All of the value it is called on.
    All,
}

/// What a function-like macro means.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum MacroMeaning {
    /// A list of handlers with route attributes.
    Handlers,
    /// Leaves the function if its argument is a failure.
    Try,
}

/// A route attribute on a handler.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AttributeRow {
    /// The HTTP method. Without it the arguments name it: `get`, `GET`, `method = "GET"`.
    pub method: Option<String>,
    /// The argument that holds the path; without it the first string.
    pub path: Option<String>,
    /// Whether it only describes the route, which stands where the handler is registered.
    #[serde(default)]
    pub describes: bool,
    /// Whether it stands on an impl whose methods declare routes.
    #[serde(default)]
    pub group: bool,
    /// The argument of a group or of a standalone route that holds the path in front.
    pub prefix: Option<String>,
    /// The path in front where no argument gives one.
    #[serde(default)]
    pub default_prefix: String,
    /// The path of a route that is served without being registered; `{prefix}` stands for the path in front.
    pub standalone: Option<String>,
}

/// What a library type means as a parameter of a handler.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ExtractorKind {
    /// Refuses requests without a valid identity.
    Guard,
    /// Never refuses, says whether somebody is known.
    Optional,
    /// Hands out a credential that nobody has verified.
    Credential,
    /// Hands out a session that may be anonymous.
    Session,
    /// A jar whose content the server has signed or encrypted.
    SignedJar,
    /// Says no more than its first argument.
    Transparent,
    /// Hands out what a layer has put beside the request, a value of the type that is its first argument.
    Inserted,
    /// Nothing about who is asking.
    Other,
}

/// What a library layer means.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case", tag = "kind")]
pub enum LayerMeaning {
    /// Refuses requests without a valid identity.
    Guard,
    /// Runs a middleware function.
    Function {
        /// The function.
        function: usize,
    },
    /// Asks a function that answers `Ok` or `Err`.
    Validator {
        /// The function.
        function: usize,
    },
    /// Runs the extractor that is its generic argument.
    Extractor,
    /// Applies its last argument only under a condition.
    Conditional,
    /// Nothing about who is asking.
    Other,
}

impl Framework {
    /// Reads the table.
    ///
    /// # Errors
    /// An unknown key, a missing one; the message lists the right ones.
    pub fn parse(table: toml::Table) -> Result<Framework, String> {
        let framework: Framework = table.try_into().map_err(|e: toml::de::Error| e.message().to_owned())?;
        if framework.family.is_empty() {
            return Err("the framework has no family".to_owned());
        }
        Ok(framework)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused_with_the_right_ones() {
        let table = toml::from_str("family = \"x\"\nnode = []").unwrap();
        let error = Framework::parse(table).unwrap_err();
        assert!(error.contains("`node`") && error.contains("`nodes`"), "{error}");
    }

    #[test]
    fn an_operation_with_a_foreign_argument_is_refused() {
        let table = toml::from_str(
            "family = \"x\"\n[methods]\na = [{ op = \"mount\", path = 0, routes = 1, guard = 2 }]",
        )
        .unwrap();
        assert!(Framework::parse(table).is_err());
    }
}
