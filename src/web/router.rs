//! Routers as abstract values.
//!
//! Everything that holds routes (an application, a scope, a resource, a method router, a list of routes) is a [`Node`] of a
//! heap, because builders are passed around, changed in place and changed through `&mut`. A [`Val`] is what an expression
//! of interest evaluates to. Adding one node to another moves its routes there with the path in front; a node that was
//! never added to another is what the program serves.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::base::{Span, Symbol};
use crate::catalog::framework::ExtractorKind;
use crate::ir::ExprId;
use crate::resolve::DefId;
use crate::types::{Ty, local_adt};
use crate::web::given::Given;

/// Index of a node in its heap.
pub(super) type NodeId = usize;

/// What an expression evaluates to, as far as routes are concerned.
#[derive(Clone, Debug, Default)]
pub(super) enum Val {
    /// Not of interest or not known.
    #[default]
    Unknown,
    /// Something that holds routes.
    Node(NodeId),
    /// A function or closure.
    Handler(Handler),
    /// Layers, innermost call last.
    Layers(Vec<Layer>),
    /// Text, as far as known: unknown parts are left out.
    Text(String),
    /// An HTTP method, or the condition to have one.
    Method(Symbol),
    /// An array, list or tuple.
    List(Vec<Val>),
    /// A struct.
    Fields(BTreeMap<Symbol, Val>),
    /// A value of a type without fields.
    Unit(DefId),
}

impl Val {
    /// Whether it is something that holds routes, or a struct with such a field.
    pub(super) fn holds_routes(&self) -> bool {
        match self {
            Val::Node(_) => true,
            Val::Fields(fields) => fields.values().any(|value| matches!(value, Val::Node(_))),
            _ => false,
        }
    }
}

/// What answers a request.
#[derive(Clone, Debug)]
pub(super) struct Handler {
    pub(super) target: Target,
    /// Where it is named.
    pub(super) span: Span,
    /// Layers around it alone.
    pub(super) layers: Vec<Layer>,
    /// What its parameters are given, as far as the types do not say it.
    pub(super) given: Vec<ExtractorKind>,
}

impl Handler {
    /// A handler as it is named.
    pub(super) fn new(target: Target, span: Span) -> Handler {
        Handler { target, span, layers: Vec::new(), given: Vec::new() }
    }
}

/// A function or closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    /// A function of the workspace.
    Def(DefId),
    /// A closure in the body of a definition.
    Closure(DefId, ExprId),
    /// Neither.
    Unknown,
}

/// Where routes are mounted.
pub(super) struct Place {
    /// `None` if a part of it is not known.
    pub(super) path: Option<String>,
    /// What it is called if it is not known: `/{base}`.
    pub(super) named: Option<String>,
}

impl Place {
    /// A path, if it is known.
    pub(super) fn at(path: Option<String>) -> Place {
        Place { path, named: None }
    }
}

/// Something around routes.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub(super) kind: LayerKind,
    pub(super) name: String,
    pub(super) span: Span,
    /// Whether it is added only under a condition.
    pub(super) conditional: bool,
    /// The path that routers around it have put in front, which some frameworks take off before the layer sees it.
    pub(super) front: String,
    /// The texts that it was given where it was made.
    pub(super) given: Rc<[Given]>,
}

impl Layer {
    /// A layer that is always there.
    pub(super) fn new(kind: LayerKind, name: String, span: Span) -> Layer {
        Layer { kind, name, span, conditional: false, front: String::new(), given: Rc::default() }
    }

    /// Marks a middleware function that goes on by itself when it returns.
    pub(super) fn goes_on(&mut self) {
        if let LayerKind::Function(target) = self.kind {
            self.kind = LayerKind::Validator(target, Vec::new());
        }
    }

    /// Marks a layer that lets everybody pass, if that is so: with `None` it depends.
    pub(super) fn waive(&mut self, waived: Option<bool>) {
        match waived {
            Some(true) => self.kind = LayerKind::Other,
            Some(false) => {}
            None => self.conditional = true,
        }
    }

    /// Marks what is known to be asked about each request, and goes on by itself.
    pub(super) fn intercepts(&mut self) {
        self.goes_on();
        self.kind = match std::mem::replace(&mut self.kind, LayerKind::Unknown) {
            LayerKind::Type(ty) if local_adt(&ty).is_some() => LayerKind::Interceptor(ty),
            LayerKind::Type(_) | LayerKind::Unknown => LayerKind::Validator(Target::Unknown, Vec::new()),
            other => other,
        };
    }
}

/// What a layer is.
#[derive(Clone, Debug)]
pub(super) enum LayerKind {
    /// A library layer that refuses.
    Guard,
    /// A middleware function.
    Function(Target),
    /// A function that answers `Ok` or `Err`, with what its parameters are given.
    Validator(Target, Vec<ExtractorKind>),
    /// One of several lists of layers.
    AnyOf(Vec<Vec<Layer>>),
    /// An extractor run for its refusal.
    Extractor(Ty),
    /// A value of this type.
    Type(Ty),
    /// A value of this type, which goes on by itself when it returns.
    Interceptor(Ty),
    /// A library layer that does not refuse anybody.
    Other,
    /// Not known.
    Unknown,
}

/// A route under construction.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) framework: Symbol,
    pub(super) method: Symbol,
    /// `None` if a part of it is not known.
    pub(super) path: Option<String>,
    /// The path with names for the parts that are not known, which only a reader sees.
    pub(super) named: Option<String>,
    pub(super) handler: Handler,
    pub(super) layers: Vec<Layer>,
    /// Where it is registered: the call, or the attribute.
    pub(super) span: Span,
    /// The first value with other routes that it was added to.
    pub(super) scope: Option<NodeId>,
    /// Whether the route is declared by an attribute of the handler.
    pub(super) by_attribute: bool,
    /// What it asks for so far, if it is put together of conditions.
    pub(super) filter: Option<Filter>,
    /// Why not all of what protects it may have been seen.
    pub(super) unsure: Option<&'static str>,
    /// The arms in which it is registered.
    pub(super) arms: Arms,
}

/// The arms of `if` and `match` that are run, outermost first: the place of the whole, and which arm of it.
pub(super) type Arms = Rc<[(Span, usize)]>;

/// Whether a program that runs the one arms does not run the others.
pub(super) fn are_alternatives(one: &Arms, other: &Arms) -> bool {
    one.iter().any(|(span, arm)| other.iter().any(|(s, a)| s == span && a != arm))
}

/// A route that is put together of conditions.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// What it hands to the next function.
    pub(super) gives: Vec<ExtractorKind>,
    /// The function that was given something last.
    pub(super) applied: Option<Applied>,
    /// That function, as it is written.
    pub(super) name: String,
    /// Whether a refusal is caught.
    pub(super) rescued: bool,
    /// Whether it answers without a function.
    pub(super) answers: bool,
}

/// How a function is used in a [`Filter`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Applied {
    /// Whether it may end the request.
    pub(super) fails: bool,
    /// Whether its result is waited for.
    pub(super) waits: bool,
}

impl Entry {
    /// Whether it says nothing about the address and method of requests.
    pub(super) fn is_anywhere(&self) -> bool {
        self.path.as_deref() == Some("") && self.method == "ANY"
    }

    /// Whether it is a condition that nothing was made of, not a route.
    pub(super) fn is_condition(&self) -> bool {
        let Some(filter) = &self.filter else { return false };
        (filter.applied.is_none() && !filter.answers) || (self.is_anywhere() && self.scope.is_none())
    }
}

/// A value that holds routes.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) family: Symbol,
    pub(super) prefix: Option<String>,
    /// A path in front of the routes that are added from now on.
    pub(super) front: Option<String>,
    /// Whether a path that is put in front is `front`, not `prefix`.
    pub(super) later: bool,
    /// Methods of a route that still lacks its handler.
    pub(super) pending: Option<Symbol>,
    pub(super) entries: Vec<Entry>,
    /// Layers over all of it, later routes too.
    pub(super) wraps: Vec<Layer>,
    /// Whether its routes were moved into another node.
    pub(super) consumed: bool,
    /// Depth of conditions where it was made.
    pub(super) depth: usize,
    /// Whether it is only a description of routes until it is added to something that serves them.
    pub(super) loose: bool,
}

impl Node {
    pub(super) fn new(family: Symbol, depth: usize) -> Node {
        Node {
            family,
            prefix: Some(String::new()),
            front: Some(String::new()),
            later: false,
            pending: None,
            entries: Vec::new(),
            wraps: Vec::new(),
            consumed: false,
            depth,
            loose: false,
        }
    }

    /// Its routes as seen from outside: prefix in front, layers over all around.
    pub(super) fn finished(&self) -> Vec<Entry> {
        let mut out = self.entries.clone();
        for entry in &mut out {
            entry.named = join(self.prefix.as_deref(), entry.named.as_deref());
            entry.path = join(self.prefix.as_deref(), entry.path.as_deref());
            entry.layers.extend(self.wraps.iter().cloned());
        }
        out
    }
}

/// Two paths after each other with one slash between; `None` if one is not known.
pub(super) fn join(front: Option<&str>, back: Option<&str>) -> Option<String> {
    let (front, back) = (front?, back?);
    if back.is_empty() || (back == "/" && !front.is_empty()) {
        return Some(front.to_owned());
    }
    let front = front.trim_end_matches('/');
    Some(format!("{front}/{}", back.trim_start_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_with_one_slash() {
        assert_eq!(join(Some("/api/"), Some("/users")).as_deref(), Some("/api/users"));
        assert_eq!(join(Some(""), Some("x")).as_deref(), Some("/x"));
        assert_eq!(join(Some("/api"), Some("/")).as_deref(), Some("/api"));
        assert_eq!(join(Some(""), Some("/")).as_deref(), Some("/"));
        assert_eq!(join(None, Some("/")), None);
    }
}
