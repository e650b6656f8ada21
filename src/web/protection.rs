//! What protects one route: its extractors, the layers around it, attributes, and checks in the handler's body, joined.

mod attributes;

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::DefId;
use crate::types::Ty;
use crate::web::collect::Found;
use crate::web::credential::Proof;
use crate::web::defect::{DefectKind, Suspect, Suspicion};
use crate::web::executed;
use crate::web::first_run;
use crate::web::gate::{Gate, Mode, Outcome, Skip, SkipBy};
use crate::web::guard::{Judge, Kind};
use crate::web::handed;
use crate::web::identity::{self, Identity};
use crate::web::idle_handler::{only_answers, refuses_everybody};
use crate::web::lacking;
use crate::web::late;
use crate::web::middleware::{LayerEffect, Layered};
use crate::web::misplaced;
use crate::web::ownership::{self, Ownership};
use crate::web::permission;
use crate::web::router::{Arms, Entry, Layer, LayerKind, Target, are_alternatives, join};
use crate::web::vocabulary as vocab;
use crate::web::weaker;
use crate::web::world::{BodyInfo, World};
use crate::web::{Authentication, Evidence, EvidenceKind, Late, Route, Sibling};

/// A route with what the verdict needs beside it.
pub(super) struct Judged {
    pub(super) route: Route,
    /// Which value it was registered at.
    pub(super) scope: (usize, usize),
    /// Whether its handler notes in a session who has come in.
    pub(super) lets_in: bool,
    /// Why its handler is for everybody, if it is by what it does.
    pub(super) open: Option<&'static str>,
    /// Whether its handler hashes a password.
    pub(super) hashes_password: bool,
    /// Why not all of what protects it may have been seen.
    pub(super) unsure: Option<&'static str>,
    /// Calls in the handler's body that ask whether who is known may.
    pub(super) checks: Vec<Evidence>,
    /// What asks for a role, and looks at nothing that was sent.
    pub(super) role_by: Option<Evidence>,
    /// All that it asks of who is known.
    pub(super) asks: Vec<Evidence>,
    /// What it reads of who asks.
    pub(super) uses: weaker::Uses,
    /// What should guard it and perhaps does not.
    pub(super) suspicions: Vec<Suspicion>,
    /// Who asks, by the parameters of the handler.
    pub(super) identities: Vec<Identity>,
    /// Whether the handler refuses anybody, or a layer around it by role.
    pub(super) refuses: bool,
    /// Names of the layers around it.
    pub(super) layers: Vec<String>,
    /// What the handler does with identifiers of the request, if it knows who asks.
    pub(super) ownership: Option<Ownership>,
    /// Whether it executes a schema whose fields are judged by themselves.
    pub(super) executes: bool,
    /// The arms in which it is registered.
    arms: Arms,
    /// What lies beside the request.
    pub(super) beside: Beside,
    /// Whether it is what is served instead of a guarded route under another setting.
    pub(super) instead: bool,
}

/// What lies beside the requests of a route.
#[derive(Default)]
pub(super) struct Beside {
    /// Who asks, which the handler takes from there, although nothing puts it there.
    pub(super) lacks: Vec<(DefId, Evidence)>,
    /// What the layers around it put there.
    pub(super) puts: Vec<(DefId, Evidence)>,
    /// A route that a layer covers which was meant for this one too.
    pub(super) outside: Option<Sibling>,
}

/// What was found for a handler's own code.
#[derive(Clone, Default)]
struct OfHandler {
    authentication: Option<Authentication>,
    role: bool,
    /// The guard that asks for a role, and nothing that was sent.
    role_by: Option<Evidence>,
    evidence: Vec<Evidence>,
    effects: bool,
    checks: Vec<Evidence>,
    asks: Vec<Evidence>,
    /// Those of them that ask who is known for what they are.
    of_role: Vec<Evidence>,
    /// What it reads of who asks.
    uses: weaker::Uses,
    unsure: Option<&'static str>,
    suspicions: Vec<Suspicion>,
    identities: Vec<Identity>,
    refuses: bool,
    /// Who asks, taken from beside the request, where a layer has to put it.
    taken: Vec<(DefId, Evidence)>,
    /// Whether the only check is under a setting, or of a credential in what was sent: the way in looks like that.
    by_content: bool,
    /// Whether its body alone asks; a parameter may say who asks, and that nobody is known.
    by_body: bool,
    /// Whether it notes in a session who has come in.
    lets_in: bool,
    /// Why it is for everybody, if it is by what it does.
    open: Option<&'static str>,
    /// What it changes before its only check.
    late: Option<Late>,
}

impl OfHandler {
    /// What it knows of who asks before it does what it is for.
    fn asked_in_time(&mut self, way_in: bool, late: Option<&Late>) -> (Authentication, Vec<Evidence>) {
        if way_in {
            return (Authentication::None, Vec::new());
        }
        let mut evidence = std::mem::take(&mut self.evidence);
        evidence.retain(|e| late.is_none_or(|late| *e != late.check));
        (self.authentication.filter(|_| late.is_none()).unwrap_or(Authentication::None), evidence)
    }

    /// Notes what a body checks; whether it checks anything.
    fn note_check(&mut self, outcome: &Outcome) -> bool {
        let Some(credential) = &outcome.credential else { return false };
        let found = match outcome.weakest() {
            Some(Proof::Verified) => Authentication::Required,
            _ if outcome.conditional() && credential.proof == Proof::Verified => Authentication::Conditional,
            _ => return false,
        };
        let (name, span) = (credential.name.clone(), credential.span);
        self.evidence.push(Evidence { kind: EvidenceKind::Body, name, span });
        self.authentication = self.authentication.max(Some(found));
        true
    }
}

/// Judges routes; handlers and layers are judged once.
pub(super) struct Protections<'w, 'a> {
    world: &'w World<'a>,
    /// Judges guards and layers.
    pub(super) judge: Judge<'w, 'a>,
    handlers: FxHashMap<(Target, Vec<ExtractorKind>), OfHandler>,
    layers: FxHashMap<(Span, bool, bool), Layered>,
    /// Layers that ask for a role.
    pub(super) roles: FxHashMap<Span, bool>,
    /// What layers put beside the request.
    put: FxHashMap<Span, Vec<DefId>>,
}

impl<'w, 'a> Protections<'w, 'a> {
    pub(super) fn new(world: &'w World<'a>) -> Self {
        let judge = Judge::new(world);
        let (handlers, layers) = (FxHashMap::default(), FxHashMap::default());
        let (roles, put) = (FxHashMap::default(), FxHashMap::default());
        Protections { world, judge, handlers, layers, roles, put }
    }

    /// Judges all routes, without verdict.
    pub(super) fn judge(&mut self, found: Vec<Found>) -> Vec<Judged> {
        for entry in found.iter().map(|f| &f.entry) {
            let asked = |l: &Layer| matches!(l.kind, LayerKind::Validator(..) | LayerKind::AnyOf(_));
            if let Target::Def(def) = entry.handler.target
                && !entry.handler.given.is_empty()
                && entry.layers.iter().any(asked)
            {
                self.judge.note_handed(def);
            }
        }
        let mut out: Vec<Judged> = found.into_iter().map(|f| self.one(f)).collect();
        under_settings(&mut out);
        misplaced::settle(&mut out);
        executed::inherit(self.world, &mut out);
        out
    }

    fn one(&mut self, found: Found) -> Judged {
        let (standalone, scope, entry) = (found.is_standalone(), found.scope, found.entry);
        let target = entry.handler.target;
        let mut own = self.handler(target, &entry.handler.given);
        own.refuses |= !own.identities.is_empty() && entry.layers.iter().any(|l| self.asks_role(l));
        let method = entry.method.to_string();
        let (handler, handler_def, handler_span) = self.name(target, entry.handler.span);
        let way_in = is_way_in(&own, &method, &handler, entry.path.as_deref());
        let late = own.late.take().filter(|_| !way_in);
        let (own_check, mut evidence) = own.asked_in_time(way_in, late.as_ref());
        let notes = (&mut evidence, &mut own.suspicions);
        let authentication = self.authentication(own_check, &own.taken, &entry, notes);
        let lacks = own.taken.into_iter().filter(|_| authentication < Authentication::Conditional).collect();
        let asked = (own.role, own.role_by, &own.asks[..], &own.of_role[..]);
        let (authorization, role_by) =
            self.authorization(asked, &entry.layers, authentication, &mut evidence);
        let (in_test, selected) = self.standing(found.in_test, found.from, handler_def);
        let unsure = entry.unsure.or(own.unsure);
        let mut route = Route {
            state_changing: changes_state(&method, own.effects, &handler, standalone),
            framework: entry.framework.to_string(),
            path: shown(&method, entry.path),
            method,
            handler,
            handler_def,
            handler_owner: owner_of(target),
            handler_span,
            route_span: entry.span,
            by_attribute: entry.by_attribute,
            authentication,
            authorization,
            evidence,
            unfollowed: unsure.is_some() || authentication == Authentication::Unknown,
            late: late.filter(|_| authentication < Authentication::Conditional),
            in_test,
            selected,
            ..Route::unjudged(handler_span)
        };
        let (ownership, hashes_password) = (self.ownership(&route), self.judge.makes_account(&route));
        route.rides_on_cookies = self.rides_on_cookies(&route, &entry.layers);
        Judged {
            ownership,
            arms: entry.arms,
            instead: false,
            beside: Beside { lacks, puts: self.puts(&entry.layers), outside: None },
            executes: false,
            route,
            scope,
            lets_in: own.lets_in,
            open: own.open,
            hashes_password,
            unsure,
            checks: own.checks,
            role_by,
            asks: own.asks,
            uses: own.uses,
            suspicions: own.suspicions,
            identities: own.identities,
            refuses: own.refuses,
            layers: entry.layers.into_iter().map(|l| l.name).collect(),
        }
    }

    /// Whether a route knows who asks, by its handler, the layers around it, or what they put beside the request.
    fn authentication(
        &mut self,
        own: Authentication,
        taken: &[(DefId, Evidence)],
        entry: &Entry,
        (evidence, suspicions): (&mut Vec<Evidence>, &mut Vec<Suspicion>),
    ) -> Authentication {
        let known = self.around(entry, evidence, suspicions).max(own);
        let put =
            known < Authentication::Conditional && self.takes_what_is_put(taken, &entry.layers, evidence);
        if put { Authentication::Required } else { known }
    }

    /// Whether a route is one of tests, and whether it was asked about.
    fn standing(&self, in_test: bool, from: DefId, handler: Option<DefId>) -> (bool, bool) {
        let in_test = in_test || handler.is_some_and(|d| self.world.cx.map.def(d).in_test);
        (in_test, std::iter::once(from).chain(handler).any(|d| self.world.is_selected(d)))
    }

    /// Whether a layer puts beside the request who asks, and the handler takes it.
    fn takes_what_is_put(
        &self,
        taken: &[(DefId, Evidence)],
        layers: &[Layer],
        evidence: &mut Vec<Evidence>,
    ) -> bool {
        let before = evidence.len();
        let put = taken.iter().filter(|(id, _)| self.is_put(layers, *id));
        evidence.extend(put.map(|(_, taken)| taken.clone()));
        evidence.len() > before
    }

    /// What the layers around a route ask.
    fn around(
        &mut self,
        entry: &Entry,
        evidence: &mut Vec<Evidence>,
        suspicions: &mut Vec<Suspicion>,
    ) -> Authentication {
        let mut authentication = Authentication::None;
        for layer in &entry.layers {
            let known = self.layer(layer, (entry.method, entry.path.as_deref()), suspicions);
            if known > Authentication::None {
                let name = layer.name.clone();
                evidence.push(Evidence { kind: EvidenceKind::Layer, name, span: layer.span });
            }
            authentication = authentication.max(known);
        }
        authentication
    }

    fn ownership(&self, route: &Route) -> Option<Ownership> {
        let known = route.authentication == Authentication::Required && !route.in_test;
        let names = ownership::names_in(route.path.as_deref());
        route.handler_def.filter(|_| known).map(|def| ownership::judge(&self.judge, def, &names))
    }

    fn rides_on_cookies(&self, route: &Route, layers: &[Layer]) -> bool {
        // Other websites send forms and follow links; everything else a browser asks about first.
        let sent = route.method == "POST" || route.method == "GET" && route.state_changing;
        let rides = |def| self.judge.rides_on_cookies(def, layers);
        sent && !route.in_test && route.is_guarded() && route.handler_def.is_some_and(rides)
    }

    fn name(&self, target: Target, span: Span) -> (String, Option<DefId>, Span) {
        match target {
            Target::Def(def) => {
                let data = self.world.cx.map.def(def);
                let item = &self.world.cx.program.file(data.file).items[data.item];
                (self.world.cx.map.path_of(def), Some(def), item.head)
            }
            _ => (crate::web::ops::short(self.world.cx.program.sources.slice(span)), None, span),
        }
    }

    fn layer(
        &mut self,
        layer: &Layer,
        (method, path): (Symbol, Option<&str>),
        suspicions: &mut Vec<Suspicion>,
    ) -> Authentication {
        // Several lists of layers have no place of their own.
        let several = matches!(layer.kind, LayerKind::AnyOf(_));
        let key = (layer.span, layer.conditional, several);
        let judge = &self.judge;
        let found = match self.layers.get(&key) {
            Some(known) if !several => known.clone(),
            _ => judge.layer(layer),
        };
        self.layers.insert(key, found.clone());
        suspicions.extend(found.suspect.iter().map(|suspect| (suspect.clone(), layer.span)));
        match &found.effect {
            LayerEffect::Guard { conditional, skips } => {
                let inner = path.and_then(|path| path.strip_prefix(layer.front.as_str()));
                let paths: Vec<&str> = path.into_iter().chain(inner).collect();
                if let Some(rule) = skips.iter().find(|rule| rule.fits(method.as_str(), &paths)) {
                    let named = found.function.zip(rule.named(&paths));
                    suspicions.extend(named.and_then(|(f, skip)| suspect_skip(f, skip, layer)));
                    return Authentication::None;
                }
                if *conditional { Authentication::Conditional } else { Authentication::Required }
            }
            LayerEffect::Open => Authentication::None,
            LayerEffect::Unknown => Authentication::Unknown,
        }
    }

    /// Whether one of the layers puts a value of this type beside the request.
    fn is_put(&self, layers: &[Layer], id: DefId) -> bool {
        let functions = layers.iter().flat_map(|layer| self.judge.functions_of(layer));
        functions.into_iter().any(|function| self.judge.inserts(function, id))
    }

    /// What layers put beside the request.
    fn puts(&mut self, layers: &[Layer]) -> Vec<(DefId, Evidence)> {
        let mut out = Vec::new();
        for layer in layers {
            let judge = &self.judge;
            let found = || judge.functions_of(layer).into_iter().flat_map(|f| judge.inserted_by(f)).collect();
            let guard = Evidence { kind: EvidenceKind::Layer, name: layer.name.clone(), span: layer.span };
            let ids = self.put.entry(layer.span).or_insert_with(found);
            out.extend(ids.iter().map(|id| (*id, guard.clone())));
        }
        out
    }

    fn handler(&mut self, target: Target, given: &[ExtractorKind]) -> OfHandler {
        let key = (target, given.to_vec());
        if let Some(known) = self.handlers.get(&key) {
            return known.clone();
        }
        let found = match target {
            Target::Def(def) => self.function(def, given),
            Target::Closure(owner, closure) => self.closure(owner, closure, given),
            Target::Unknown => OfHandler::default(),
        };
        self.handlers.insert(key, found.clone());
        found
    }

    fn closure(&self, owner: DefId, closure: ExprId, given: &[ExtractorKind]) -> OfHandler {
        let params = self.world.closure_params(owner, closure);
        let mut out = self.extractors(&params, &self.pattern_spans(owner, &params));
        let Some(info) = self.world.body(owner) else { return out };
        let ExprKind::Closure { body, .. } = &info.ir.exprs[closure].kind else { return out };
        if out.authentication < Some(Authentication::Conditional) {
            let outcome =
                Gate::new(&self.judge, &info, Mode::Handler).given(&params, given).run(&params, *body);
            out.note_check(&outcome);
        }
        self.effects(&info, *body, &mut out);
        out.open = only_answers(&info, *body).then_some("does nothing but answer");
        out
    }

    fn pattern_spans(&self, owner: DefId, params: &[(PatId, Ty)]) -> Vec<Span> {
        let file = self.world.cx.map.def(owner).file;
        params.iter().map(|(pat, _)| self.world.cx.program.file(file).pats[*pat].span).collect()
    }

    fn function(&self, def: DefId, given: &[ExtractorKind]) -> OfHandler {
        if !self.judge.has_body(def) {
            return OfHandler::default();
        }
        let Some(info) = self.world.body(def) else { return OfHandler::default() };
        let spans: Vec<Span> = info.body.func.iter().flat_map(|f| &f.params).map(|p| p.span).collect();
        let params = self.judge.params(def);
        let mut out = self.extractors(&params, &spans);
        self.attributes(def, &mut out);
        if out.authentication < Some(Authentication::Conditional) {
            self.body(def, &params, given, &mut out);
        }
        out.checks = permission::checks(&self.judge, &info, &params);
        out.asks = lacking::asked(&self.judge, &info, &params);
        (out.of_role, out.uses) = weaker::of_handler(&self.judge, &info, &params);
        out.identities = identity::identities(&self.judge, &info, &params, &spans);
        out.refuses = out.identities.iter().any(Identity::is_dropped)
            && (self.judge.def_refuses(def, 2) || refuses_everybody(&info));
        if out.authentication == Some(Authentication::Required) && !out.checks.is_empty() {
            out.role = true;
            for check in &out.checks {
                if !out.evidence.contains(check) {
                    out.evidence.push(check.clone());
                }
            }
        }
        self.effects(&info, info.body.root, &mut out);
        out
    }

    fn effects(&self, info: &BodyInfo<'a>, root: ExprId, out: &mut OfHandler) {
        info.ir.for_each_expr(root, &mut |e| {
            if let ExprKind::MethodCall { method, .. } = &info.ir.exprs[e].kind {
                out.effects |= vocab::is_effect(method.sym.as_str());
            }
            out.lets_in |= self.lets_in(info, e);
        });
    }

    /// `session.login(&user)`, `Identity::login(&extensions, id)`: whoever asks is known from then on.
    fn lets_in(&self, info: &BodyInfo<'a>, call: ExprId) -> bool {
        let types = self.world.types(info);
        let (name, of) = match &info.ir.exprs[call].kind {
            ExprKind::MethodCall { receiver, method, .. } => (Some(method.sym), Some(types.of(*receiver))),
            ExprKind::Call { callee, .. } => match &info.ir.exprs[*callee].kind {
                ExprKind::Path(path) => (path.last().map(|s| s.name.sym), types.owners.get(callee)),
                _ => return false,
            },
            _ => return false,
        };
        name.is_some_and(|name| vocab::lets_in(name.as_str()))
            && of.is_some_and(|ty| {
                matches!(self.judge.kind_of(ty).kind, ExtractorKind::Session | ExtractorKind::Guard)
            })
    }

    fn extractors(&self, params: &[(PatId, Ty)], spans: &[Span]) -> OfHandler {
        let mut out = OfHandler::default();
        for ((_, ty), &span) in params.iter().zip(spans) {
            let Kind { kind, conditional, role } = self.judge.kind_of(ty);
            out.suspicions.extend(self.judge.suspect_of(ty).map(|suspect| (suspect, span)));
            if let Some(id) = self.judge.taken(ty) {
                let name = self.judge.type_name(ty);
                out.taken.push((id, Evidence { kind: EvidenceKind::Extractor, name, span }));
            }
            let found = match kind {
                ExtractorKind::Guard if conditional => Authentication::Conditional,
                ExtractorKind::Guard => Authentication::Required,
                ExtractorKind::Optional => Authentication::Optional,
                _ => continue,
            };
            let name = self.judge.type_name(ty);
            let evidence = Evidence { kind: EvidenceKind::Extractor, name, span };
            if role && found > Authentication::Optional {
                out.role = true;
                out.role_by.get_or_insert_with(|| evidence.clone());
            }
            out.evidence.push(evidence);
            out.authentication = out.authentication.max(Some(found));
        }
        out.by_body = out.authentication <= Some(Authentication::Optional);
        out
    }

    /// Checks in the handler's body: every answer but a refusal comes after one.
    fn body(&self, def: DefId, params: &[(PatId, Ty)], given: &[ExtractorKind], out: &mut OfHandler) {
        let Some(info) = self.world.body(def) else { return };
        if refuses_everybody(&info) {
            out.unsure = Some("refuses everybody");
            return;
        }
        let gate = Gate::new(&self.judge, &info, Mode::Handler).given(params, given);
        let outcome = gate.run(params, info.body.root);
        let hands_on = || handed::hands_on(&self.judge, &info, params);
        let maybe =
            || hands_on().then_some("who asks, or a token, is handed on to a function that may refuse");
        if !out.note_check(&outcome) {
            let first = first_run::until_somebody(&self.judge, &info, params);
            out.open = first.then_some("only as long as there is no account");
            out.unsure = maybe();
            return;
        }
        let only = out.evidence.last().filter(|_| out.by_body);
        out.late = only.and_then(|e| late::before(&self.judge, &info, params, e));
        out.by_content = out.by_body && {
            let gate = Gate::new(&self.judge, &info, Mode::Handler).given(params, given).without_content();
            gate.run(params, info.body.root).weakest() < Some(Proof::Verified)
        };
    }
}

/// `if let Some(key) = key { r.route(p, get(h).layer(auth(key))) } else { r.route(p, get(h)) }`: one route, and a setting decides
/// whether it is guarded.
fn under_settings(judged: &mut [Judged]) {
    let mut same: FxHashMap<(String, String, Span), Vec<usize>> = FxHashMap::default();
    for (i, Judged { route, arms, .. }) in judged.iter().enumerate() {
        if let Some(path) = route.path.clone().filter(|_| !arms.is_empty()) {
            same.entry((route.method.clone(), path, route.handler_span)).or_default().push(i);
        }
    }
    for places in same.into_values().filter(|places| places.len() > 1) {
        for &open in &places {
            if judged[open].route.is_guarded() {
                continue;
            }
            let alternative = |&&i: &&usize| {
                judged[i].route.is_guarded() && are_alternatives(&judged[i].arms, &judged[open].arms)
            };
            let Some(&guarded) = places.iter().find(alternative) else { continue };
            judged[open].route.evidence = judged[guarded].route.evidence.clone();
            judged[open].route.authentication = Authentication::Conditional;
            judged[open].instead = true;
        }
    }
}

/// Whether what a handler checks is what it is for: it lets people in.
fn is_way_in(own: &OfHandler, method: &str, handler: &str, path: Option<&str>) -> bool {
    own.by_content && vocab::is_public_route(method, handler, path)
        || own.by_body
            && (own.lets_in
                || vocab::is_way_in(handler)
                || own.evidence.iter().any(|e| vocab::lets_in(&e.name)))
}

/// Whether a call changes something: its method says so, or its effects do.
/// What a function that is served by its attribute alone is sent says nothing: it is a POST whatever it does.
fn changes_state(method: &str, effects: bool, handler: &str, standalone: bool) -> bool {
    match method {
        "POST" if standalone => effects || vocab::is_writing(handler),
        "GET" | "HEAD" | "OPTIONS" | "TRACE" | "ANY" | "QUERY" | "SUBSCRIPTION" => effects,
        "RPC" => effects || !vocab::is_reading(handler),
        _ => true,
    }
}

/// A path as it is shown: with a slash in front, unless it is the name of a field.
fn shown(method: &str, path: Option<String>) -> Option<String> {
    let path = path?;
    if is_field(method) {
        return Some(path.trim_start_matches('/').to_owned());
    }
    Some(join(Some("/"), Some(&path)).unwrap_or(path))
}

/// The function in which the code of a handler stands.
fn owner_of(target: Target) -> Option<DefId> {
    match target {
        Target::Def(def) | Target::Closure(def, _) => Some(def),
        Target::Unknown => None,
    }
}

/// Whether a method is that of a schema's field, whose path is a name.
pub(super) fn is_field(method: &str) -> bool {
    matches!(method, "QUERY" | "MUTATION" | "SUBSCRIPTION")
}

/// An address that is open by a part of it opens more than was thought of; a whole one was meant, unless the siblings of the
/// route have a guard.
fn suspect_skip(owner: DefId, skip: &Skip, layer: &Layer) -> Option<Suspicion> {
    let suspect = Suspect {
        kind: DefectKind::Skip,
        owner,
        span: skip.span,
        name: skip.text.clone(),
        place: Some(layer.span),
        by_siblings: skip.by == SkipBy::Whole,
    };
    (!vocab::is_public("", Some(&skip.text))).then_some((suspect, layer.span))
}
