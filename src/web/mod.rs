//! Routes of web applications, and who checks what before they run.
//!
//! ```text
//! models/*.toml [framework] --> rules       names with their shapes
//! bodies --> collect, eval, ops --> router  routers as abstract values: Route{method, path, handler, layers}
//! impls  --> guard (by gate)                what extractors refuse
//! layers --> middleware (by gate)           what layers refuse
//!                    misplaced              layers that cover less than they were meant to
//! handler bodies --> gate                   checks in the body
//!                    identity               who takes the identity of who asks and drops it
//! impls  --> outlier                        methods, routes or not, that do not ask what those beside them ask
//! bodies --> dispatch                       branches of dispatchers that do not ask what those beside them ask
//!                    ownership              who changes what an identifier names and does not ask whose it is
//!                    lesser                 which routes ask for less than those beside them
//!                    late                   who acts first and asks then
//!                    carrier                which routes are told by cookies alone who asks
//!                    declared               whose description says that strangers are refused, and who refuses nobody
//!                    verdict                joined; what the siblings do decides what is missing
//! ```
//!
//! Guards are judged by what their code does ([`gate`]), never by their names. Absent on purpose: whether the right person
//! is let in.

mod attribute;
mod carrier;
mod collect;
mod credential;
mod cycles;
mod declared;
mod defect;
mod dispatch;
mod eval;
mod executed;
mod extension;
mod filter;
mod first_run;
mod foreign;
mod gate;
mod given;
mod group;
mod guard;
mod handed;
mod identity;
mod idle_handler;
mod ignored;
mod inserted;
mod inverted;
mod items;
mod lacking;
mod late;
mod lesser;
mod made_up;
mod marker;
mod middleware;
mod misplaced;
mod ops;
mod outlier;
mod own;
mod ownership;
mod permission;
mod protection;
mod question;
mod refusal;
mod repeat;
mod role;
mod router;
mod rules;
mod service;
mod signup;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod unread;
mod verdict;
mod vocabulary;
mod world;
mod weaker;
mod wrap;

pub use defect::{Defect, DefectKind};
pub use ownership::{Lack, Unowned};
use rustc_hash::FxHashMap;

use crate::base::{Problem, Span};
use crate::resolve::DefId;
use crate::types::TypeCx;
use crate::workspace::Workspace;
pub use marker::{Marker, MarkerFate, parse as parse_marker};

/// What route collection reads.
#[derive(Clone, Copy)]
pub struct WebCx<'a> {
    /// The code, its names and types, and the catalog.
    pub types: TypeCx<'a>,
    /// The packages.
    pub workspace: &'a Workspace,
}

/// A route.
#[derive(Clone, Debug)]
pub struct Route {
    /// The framework's family, e.g. `axum`.
    pub framework: String,
    /// The HTTP method in capitals; `ANY` for all.
    pub method: String,
    /// The path; `None` if a part of it is not known.
    pub path: Option<String>,
    /// Other paths of the same registration.
    pub also_at: Vec<String>,
    /// The handler's path inside its crate; source text if it is no function.
    pub handler: String,
    /// The handler, if it is a function of the workspace.
    pub handler_def: Option<DefId>,
    /// The handler, or the function that holds it if it is a closure.
    pub handler_owner: Option<DefId>,
    /// The head of the handler; of a closure all of it.
    pub handler_span: Span,
    /// Where the route is registered.
    pub route_span: Span,
    /// Whether that is an attribute of the handler.
    pub by_attribute: bool,
    /// Whether calling it changes something.
    pub state_changing: bool,
    /// Whether it knows who asks.
    pub authentication: Authentication,
    /// Whether it checks that they may.
    pub authorization: Authorization,
    /// What protects it.
    pub evidence: Vec<Evidence>,
    /// What follows.
    pub verdict: Verdict,
    /// Why, where it is not obvious.
    pub reason: Option<String>,
    /// Why it is meant for everybody, if the project says so and it does not always ask who is there.
    pub declared_public: Option<String>,
    /// A sibling that is guarded, for a missing guard: handler, place, name of the guard.
    pub sibling: Option<Sibling>,
    /// Whether a [`Defect`] of what should guard it says why it is open.
    pub explained: bool,
    /// An identity that the handler takes and drops, although its siblings ask whether it may.
    pub dropped: Option<Dropped>,
    /// An identifier of the request that decides alone what is changed, although a question is expected.
    pub unowned: Option<Unowned>,
    /// What its description says is asked, although nothing is.
    pub declared: Option<Declared>,
    /// A permission that it asks for, and that is not enough for what it does.
    pub lesser: Option<Lesser>,
    /// What it changes before it knows who asks.
    pub late: Option<Late>,
    /// Whether only cookies say who asks, which browsers send along with requests that other websites cause.
    pub rides_on_cookies: bool,
    /// Whether not all of what protects it could be followed.
    pub unfollowed: bool,
    /// Whether it lies in test code.
    pub in_test: bool,
    /// Whether a selected package serves or handles it.
    pub selected: bool,
}

impl Route {
    /// A route of which nothing is known but where its handler stands.
    fn unjudged(handler_span: Span) -> Route {
        Route {
            framework: String::new(),
            method: String::new(),
            path: None,
            also_at: Vec::new(),
            handler: String::new(),
            handler_def: None,
            handler_owner: None,
            handler_span,
            route_span: handler_span,
            by_attribute: false,
            state_changing: false,
            authentication: Authentication::None,
            authorization: Authorization::None,
            evidence: Vec::new(),
            verdict: Verdict::Unsure,
            reason: None,
            declared_public: None,
            sibling: None,
            explained: false,
            dropped: None,
            unowned: None,
            declared: None,
            lesser: None,
            late: None,
            rides_on_cookies: false,
            unfollowed: false,
            in_test: false,
            selected: false,
        }
    }

    /// All paths that are known.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.path.iter().chain(&self.also_at).map(String::as_str)
    }

    /// Whether lists and counts show it.
    pub fn is_listed(&self) -> bool {
        self.selected && !self.in_test
    }

    /// Whether it asks who is there, at least under a setting.
    pub fn is_guarded(&self) -> bool {
        self.authentication >= Authentication::Conditional
    }

    /// Whether the method says that it changes something; of a call of a service, or a function served alone, its effects do. Effects of reading methods are
    /// too weak a sign.
    pub fn writes(&self) -> bool {
        match self.method.as_str() {
            "PUT" | "PATCH" | "DELETE" | "MUTATION" => true,
            // A function that is served by its attribute is sent a POST whatever it does.
            "POST" | "RPC" => self.state_changing,
            _ => false,
        }
    }
}

/// An identity that a handler takes and never reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its type.
    pub name: String,
    /// The parameter.
    pub span: Span,
    /// Whether the handler takes it; else it is what the handlers beside it take, and the place is the handler.
    pub taken: bool,
    /// What makes one expect that it is read.
    pub why: Why,
}

/// What makes one expect that a handler reads the identity that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A handler that asks.
    Asks(Sibling),
    /// A field of the request that says for whom it is done.
    Named(String),
}

/// A method that does not ask what the methods beside it ask before they do the like, or a branch of a dispatcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlier {
    /// The method.
    pub method: DefId,
    /// Its name, or that of the command to which the branch belongs.
    pub name: String,
    /// The function of which it is a branch.
    pub within: Option<String>,
    /// The first thing that it does without having asked.
    pub span: Span,
    /// The name of the question.
    pub question: String,
    /// A method beside it that asks,
    pub sibling: String,
    /// and where.
    pub asks_at: Span,
}

/// A permission for less than a route does, or for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesser {
    /// The permission,
    pub asked: String,
    /// and where it is asked for.
    pub span: Span,
    /// What the handler beside it asks for,
    pub fits: String,
    /// its path,
    pub sibling: String,
    /// and where it asks.
    pub sibling_span: Span,
}

/// A change that comes before the check of who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// What is called.
    pub deed: String,
    /// The call.
    pub span: Span,
    /// The check.
    pub check: Evidence,
}

/// What the description of a route says, and the route does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The credential that is asked for, or the answer.
    pub name: String,
    /// The argument of the description.
    pub span: Span,
    /// Whether a credential is required by it, and not only an answer described.
    pub required: bool,
    /// A route with such a description that is guarded.
    pub sibling: Sibling,
}

/// A guarded route beside one that is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// Its handler's path.
    pub handler: String,
    /// Where it is registered.
    pub route_span: Span,
    /// The head of its handler.
    pub handler_span: Span,
    /// What guards it.
    pub guard: Evidence,
}

/// Whether a route knows who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Authentication {
    /// Not at all.
    None,
    /// Something is there that could not be judged.
    Unknown,
    /// It looks, but lets anybody in.
    Optional,
    /// Only under a setting.
    Conditional,
    /// Always.
    Required,
}

/// Whether a route checks that who asks may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Authorization {
    /// Not at all.
    None,
    /// Not known.
    Unknown,
    /// By a role or permission.
    Role,
    /// By the object.
    Object,
}

/// Something that protects a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub span: Span,
}

/// Kinds of [`Evidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// A parameter of the handler.
    Extractor,
    /// A layer or middleware around the route.
    Layer,
    /// A check in the handler's body.
    Body,
    /// An attribute of the handler.
    Attribute,
}

/// What follows for a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It asks who is there.
    Protected,
    /// It is meant for everybody, as far as can be told.
    Public,
    /// It should ask, as its siblings do, and does not.
    Missing,
    /// Cannot be told.
    Unsure,
}

/// What was found of the routes of a workspace.
#[derive(Debug, Default)]
pub struct Routes {
    /// In the order of the functions that build them.
    pub routes: Vec<Route>,
    /// What should guard routes and does not.
    pub defects: Vec<Defect>,
    /// Methods, routes or not, that act without asking.
    pub outliers: Vec<Outlier>,
    /// What could not be followed, and entries of the configuration file that name nothing.
    pub problems: Vec<Problem>,
    /// Comments that say that a handler is for everybody.
    pub markers: Vec<Marker>,
}

/// Finds all routes of a workspace and judges them, and what the project says of them.
pub fn collect_all(cx: &WebCx<'_>) -> Routes {
    let frameworks = rules::Rules::new(cx.types.catalog());
    let mut markers = marker::Markers::new(&cx.types);
    let impls = outlier::candidates(cx);
    let dispatchers = dispatch::candidates(cx);
    let is_web = cx.workspace.packages.iter().any(|p| frameworks.concern(p));
    if !is_web && impls.is_empty() && dispatchers.is_empty() {
        return Routes { markers: markers.into_all(), ..Routes::default() };
    }
    let world = world::World::new(cx);
    let judge = guard::Judge::new(&world);
    let mut outliers = outlier::find(&judge, &impls);
    outliers.extend(dispatch::find(&judge, &dispatchers));
    if !is_web {
        return Routes { markers: markers.into_all(), outliers, ..Routes::default() };
    }
    let (found, mut problems) = collect::collect(&world, cx.workspace);
    problems.extend(world.unknown.iter().cloned());
    let mut protections = protection::Protections::new(&world);
    let mut judged = protections.judge(found);
    markers.apply(&cx.types, judged.iter_mut().map(|j| &mut j.route));
    let suspicions = judged.iter_mut().map(|j| std::mem::take(&mut j.suspicions)).collect();
    let mut routes = verdict::decide(judged);
    let mut defects = defect::settle(&mut routes, suspicions);
    declared::mark(&protections.judge, &mut routes);
    lesser::mark(&protections.judge, &mut routes);
    defects.extend(ignored::find(&protections.judge, cx.workspace, &mut routes));
    Routes { routes: without_aliases(routes), defects, outliers, problems, markers: markers.into_all() }
}

/// A router that is mounted twice gives the same routes under two paths: one route, which is also at the other path, unless
/// they are protected differently.
fn without_aliases(routes: Vec<Route>) -> Vec<Route> {
    let mut out: Vec<Route> = Vec::with_capacity(routes.len());
    let mut known: FxHashMap<(Span, Span, String), Vec<usize>> = FxHashMap::default();
    for route in routes {
        let same = known.entry((route.route_span, route.handler_span, route.method.clone())).or_default();
        let alias = |i: &&usize| {
            let first = &out[**i];
            first.path.is_some()
                && route.path.is_some()
                && (first.verdict, first.authentication, first.authorization)
                    == (route.verdict, route.authentication, route.authorization)
                && first.declared_public == route.declared_public
                && first.evidence == route.evidence
        };
        match same.iter().find(alias) {
            Some(&first) => out[first].also_at.extend(route.path),
            None => {
                same.push(out.len());
                out.push(route);
            }
        }
    }
    out
}
