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

use semver::Version;
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
    /// Attributes that give a type of parameters the path of the routes that take it.
    #[serde(default)]
    pub path_attributes: Vec<String>,
    /// Impls of traits that are operations.
    pub services: Option<ServiceRow>,
    /// Attributes of fields of a schema.
    pub fields: Option<FieldRow>,
    /// Traits whose impls take something out of a request, by path.
    #[serde(default)]
    pub extractor_traits: Vec<String>,
    /// Library types as parameters of a handler, by path.
    #[serde(default)]
    pub extractors: BTreeMap<String, ExtractorKind>,
    /// Bare names of derives for types that hold what a client sent, taken without a wrapper.
    #[serde(default)]
    pub sent: Vec<String>,
    /// Library functions, macros and types used as a layer, by path.
    #[serde(default)]
    pub layers: BTreeMap<String, LayerMeaning>,
    /// What older versions of the library mean by the same names.
    #[serde(default)]
    pub older: Vec<OlderRow>,
    /// Methods by which a middleware that goes on by itself ends a request.
    #[serde(default)]
    pub ends: Vec<String>,
    /// Types that keep what middlewares put beside the request, where they are no `http::Extensions`.
    #[serde(default)]
    pub stores: Vec<String>,
    /// Methods that say what a layer found when it verified the credential of the request.
    #[serde(default)]
    pub verified: Vec<String>,
    /// Methods of a layer that refuses, with their type, which make it let everybody pass if their argument is `true`.
    #[serde(default)]
    pub waivers: Vec<String>,
    /// Types that stand for the rest of the chain in a middleware function.
    #[serde(default)]
    pub next: Vec<String>,
    /// What sees every request and cannot refuse one.
    #[serde(default)]
    pub observers: Observers,
    /// Attributes that guard the handler they stand on, by path.
    #[serde(default)]
    pub guard_attributes: Vec<String>,
    /// Derives that make a type take a credential out of a request, by path.
    #[serde(default)]
    pub schemes: BTreeMap<String, SchemeRow>,
}

/// Operations: methods of a trait's impl that take a request and give an answer. The trait, and the type that serves an
/// impl, are generated from a description of the service and often not there to be read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ServiceRow {
    /// The type of the first parameter, by path.
    pub request: String,
    /// The type in the result, by path.
    pub answer: String,
    /// How the name of the type that serves an impl ends.
    pub suffix: String,
    /// The macro that brings in what was generated for a package; its argument is the package's name.
    pub package_macro: String,
    /// Constants that say how a service is called.
    pub names: Vec<String>,
    /// Associated functions of types that serve an impl, by bare name.
    pub makers: BTreeMap<String, Op>,
}

/// What an attribute of a schema's field says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FieldRow {
    /// The attribute, by bare name.
    pub attribute: String,
    /// Its argument with an expression that makes a guard.
    pub guard: Option<String>,
    /// The method of a guard that refuses.
    #[serde(default)]
    pub judges: String,
    /// Its argument that leaves a method out.
    pub skip: String,
    /// Its argument that gives the field another name.
    pub name: String,
    /// Derives of types whose fields are parts of one root, by bare name.
    #[serde(default)]
    pub merges: Vec<String>,
    /// The type of a schema, whose arguments are its roots.
    #[serde(default)]
    pub schema: String,
    /// Methods that hand out what the request carries, by the type that is asked for.
    #[serde(default)]
    pub reads: Vec<String>,
}

/// What sees every request and cannot refuse one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observers {
    /// Functions by path, with the position of the closure.
    #[serde(default)]
    pub functions: BTreeMap<String, usize>,
    /// Traits by path, with the name of the method.
    #[serde(default)]
    pub traits: BTreeMap<String, String>,
    /// Methods of a request by which one is sent to a route that refuses it.
    #[serde(default)]
    pub diverts: Vec<String>,
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
        /// Whether a path that is put in front stands before the routes that are added after it alone.
        #[serde(default)]
        later: bool,
    },
    /// Adds a route without a path of its own.
    Endpoint {
        /// The HTTP method; `ANY` for all.
        method: Option<String>,
        /// Where the method is given instead.
        method_at: Option<usize>,
        /// The path, where the call has one.
        path: Option<usize>,
        /// Whether the path stands on the type of a parameter of the handler, see [`Framework::path_attributes`].
        #[serde(default)]
        typed: bool,
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
        /// Whether another argument says for whom or under which setting.
        #[serde(default)]
        conditional: bool,
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
    /// Puts a path in front of all its routes, behind the one that is there.
    Prefix {
        /// The path.
        path: usize,
        /// Whether it takes the place of the one that is there.
        #[serde(default)]
        replaces: bool,
    },
    /// Adds the routes that the methods of values declare by attributes.
    Group {
        /// The value, or a tuple of them.
        routes: usize,
    },
    /// Makes a condition on requests, which routes are put together of, see [`Op::And`].
    Filter {
        /// The HTTP method that it asks for.
        method: Option<String>,
        /// The path that it asks for.
        path: Option<usize>,
        /// A part of a path with any content, as it is shown; a generic argument of the call takes its place.
        segment: Option<String>,
        /// What it hands to the function that comes after it.
        #[serde(default)]
        gives: Vec<ExtractorKind>,
        /// The header or cookie that it hands on.
        header: Option<usize>,
        /// Whether it refuses requests without a certain content of the header.
        #[serde(default)]
        refuses: bool,
        /// Whether it answers by itself.
        #[serde(default)]
        answers: bool,
    },
    /// Both conditions.
    And {
        /// The other.
        filter: usize,
    },
    /// One of two conditions.
    Or {
        /// The other.
        filter: usize,
    },
    /// Gives what was handed on to a function, whose result is handed on instead.
    Apply {
        /// The function.
        function: usize,
        /// Whether it may end the request.
        #[serde(default)]
        fails: bool,
        /// Whether the result of the function is waited for.
        #[serde(default)]
        waits: bool,
    },
    /// Goes on after a refusal.
    Rescue {},
    /// Hands on the parts of what was handed on, or nothing.
    Untuple {},
    /// Adds the operations that the type of a value implements, with a layer that goes on by itself.
    Service {
        /// The value, or one that holds them already.
        routes: usize,
        /// The layer.
        layer: Option<usize>,
    },
    /// Adds the fields of the types of three values, the roots of a schema.
    Schema {
        /// What only reads.
        query: usize,
        /// What changes something.
        mutation: usize,
        /// What is sent later.
        subscription: usize,
    },
    /// Gives something else.
    Other {},
    /// Gives back a tuple whose first field is the value.
    Split {},
    /// Describes the routes and serves none of them.
    Describe {},
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
    /// A condition on the path: texts and types between slashes.
    PathFilter,
    /// Adds routes to its first argument: a path in front, one thing more, then pairs of a path and routes.
    Mounts,
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
    /// Whether the methods of a group are fields of a schema.
    #[serde(default)]
    pub fields: bool,
    /// The argument of a group or of a standalone route that holds the path in front.
    pub prefix: Option<String>,
    /// The path in front where no argument gives one.
    #[serde(default)]
    pub default_prefix: String,
    /// The path of a route that is served without being registered; `{prefix}` stands for the path in front.
    pub standalone: Option<String>,
    /// The argument of a standalone route that stands in its path for `{hash}`.
    pub endpoint: Option<String>,
    /// Arguments that make a standalone route one for reading.
    #[serde(default)]
    pub reads: Vec<String>,
    /// The argument that says which credentials are asked for.
    pub security: Option<String>,
    /// The argument that describes the answers.
    pub responses: Option<String>,
    /// The argument that names a middleware around the handler.
    pub wrap: Option<String>,
    /// The argument that names a function which is asked whether the route is for the request.
    pub condition: Option<String>,
}

/// What the types of a library mean before a version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OlderRow {
    /// The version from which on the table of the framework holds.
    pub below: Version,
    /// Types as parameters of handlers.
    pub extractors: BTreeMap<String, ExtractorKind>,
}

/// What a library type means as a parameter of a handler.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
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
