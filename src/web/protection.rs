//! What protects one route: its extractors, the layers around it, attributes, and checks in the handler's body, joined.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprKind, PatId};
use crate::resolve::DefId;
use crate::types::Ty;
use crate::web::collect::Found;
use crate::web::credential::Proof;
use crate::web::gate::{Gate, Mode};
use crate::web::guard::{Judge, Kind};
use crate::web::identity::{self, Identity};
use crate::web::middleware::LayerEffect;
use crate::web::permission;
use crate::web::router::{Layer, Target, join};
use crate::web::vocabulary as vocab;
use crate::web::world::World;
use crate::web::{Authentication, Authorization, Evidence, EvidenceKind, Route, Verdict};

/// A route with what the verdict needs beside it.
pub(super) struct Judged {
    pub(super) route: Route,
    /// Which value it was registered at.
    pub(super) scope: (usize, usize),
    /// Calls in the handler's body that ask whether who is known may.
    pub(super) checks: Vec<Evidence>,
    /// Who asks, by the parameters of the handler.
    pub(super) identities: Vec<Identity>,
    /// Whether the handler refuses anybody, or a layer around it by role.
    pub(super) refuses: bool,
    /// Names of the layers around it.
    pub(super) layers: Vec<String>,
}

/// What was found for a handler's own code.
#[derive(Clone, Default)]
struct OfHandler {
    authentication: Option<Authentication>,
    role: bool,
    evidence: Vec<Evidence>,
    effects: bool,
    checks: Vec<Evidence>,
    identities: Vec<Identity>,
    refuses: bool,
}

/// Judges routes; handlers and layers are judged once.
pub(super) struct Protections<'w, 'a> {
    world: &'w World<'a>,
    judge: Judge<'w, 'a>,
    handlers: FxHashMap<Target, OfHandler>,
    layers: FxHashMap<(Span, bool), LayerEffect>,
    /// Layers that ask for a role.
    roles: FxHashMap<Span, bool>,
}

impl<'w, 'a> Protections<'w, 'a> {
    pub(super) fn new(world: &'w World<'a>) -> Self {
        let judge = Judge::new(world);
        let (handlers, layers) = (FxHashMap::default(), FxHashMap::default());
        Protections { world, judge, handlers, layers, roles: FxHashMap::default() }
    }

    /// Judges all routes, without verdict.
    pub(super) fn judge(mut self, found: Vec<Found>) -> Vec<Judged> {
        found.into_iter().map(|f| self.one(f)).collect()
    }

    fn one(&mut self, found: Found) -> Judged {
        let entry = found.entry;
        let target = entry.handler.target;
        let own = self.handler(target);
        let layers = entry.layers.iter().map(|l| l.name.clone()).collect();
        let role_layer = !own.identities.is_empty() && entry.layers.iter().any(|l| self.asks_role(l));
        let mut evidence = own.evidence.clone();
        let mut authentication = own.authentication.unwrap_or(Authentication::None);
        for layer in &entry.layers {
            let known = self.layer(layer, entry.path.as_deref());
            if known > Authentication::None {
                let name = layer.name.clone();
                evidence.push(Evidence { kind: EvidenceKind::Layer, name, span: layer.span });
            }
            authentication = authentication.max(known);
        }
        let (handler, handler_def, handler_span) = self.name(target, entry.handler.span);
        let method = entry.method.to_string();
        let reads = matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE");
        let state_changing = if reads || method == "ANY" { own.effects } else { true };
        let route = Route {
            framework: entry.framework.to_string(),
            method,
            path: entry.path.map(|p| join(Some("/"), Some(&p)).unwrap_or(p)),
            also_at: Vec::new(),
            handler,
            handler_def,
            handler_span,
            route_span: entry.span,
            by_attribute: entry.by_attribute,
            state_changing,
            authentication,
            authorization: if own.role { Authorization::Role } else { Authorization::None },
            evidence,
            verdict: Verdict::Unsure,
            reason: None,
            sibling: None,
            dropped: None,
            in_test: found.in_test || handler_def.is_some_and(|d| self.world.cx.map.def(d).in_test),
        };
        let OfHandler { checks, identities, refuses, .. } = own;
        Judged { route, scope: found.scope, checks, identities, refuses: refuses || role_layer, layers }
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

    fn layer(&mut self, layer: &Layer, path: Option<&str>) -> Authentication {
        let key = (layer.span, layer.conditional);
        let judge = &self.judge;
        let effect = self.layers.entry(key).or_insert_with(|| judge.layer(layer));
        match effect {
            LayerEffect::Guard { skips, .. } if path.is_some_and(|p| is_skipped(skips, p)) => {
                Authentication::None
            }
            LayerEffect::Guard { conditional: true, .. } => Authentication::Conditional,
            LayerEffect::Guard { .. } => Authentication::Required,
            LayerEffect::Open => Authentication::None,
            LayerEffect::Unknown => Authentication::Unknown,
        }
    }

    fn asks_role(&mut self, layer: &Layer) -> bool {
        let judge = &self.judge;
        *self.roles.entry(layer.span).or_insert_with(|| judge.layer_asks_role(layer))
    }

    fn handler(&mut self, target: Target) -> OfHandler {
        if let Some(known) = self.handlers.get(&target) {
            return known.clone();
        }
        let found = match target {
            Target::Def(def) => self.function(def),
            Target::Closure(owner, closure) => {
                let params = self.judge.closure_params(owner, closure);
                let spans = self.pattern_spans(owner, &params);
                self.extractors(&params, &spans)
            }
            Target::Unknown => OfHandler::default(),
        };
        self.handlers.insert(target, found.clone());
        found
    }

    fn pattern_spans(&self, owner: DefId, params: &[(PatId, Ty)]) -> Vec<Span> {
        let file = self.world.cx.map.def(owner).file;
        params.iter().map(|(pat, _)| self.world.cx.program.file(file).pats[*pat].span).collect()
    }

    fn function(&self, def: DefId) -> OfHandler {
        if !self.judge.has_body(def) {
            return OfHandler::default();
        }
        let Some(info) = self.world.body(def) else { return OfHandler::default() };
        let spans: Vec<Span> = info.body.func.iter().flat_map(|f| &f.params).map(|p| p.span).collect();
        let params = self.judge.params(def);
        let mut out = self.extractors(&params, &spans);
        self.attributes(def, &mut out);
        if out.authentication < Some(Authentication::Conditional) {
            self.body(def, &params, &mut out);
        }
        out.checks = permission::checks(&self.judge, &info, &params);
        out.identities = identity::identities(&self.judge, &info, &params, &spans);
        out.refuses = out.identities.iter().any(Identity::is_dropped) && self.judge.def_refuses(def, 2);
        if out.authentication == Some(Authentication::Required) && !out.checks.is_empty() {
            out.role = true;
            out.evidence.extend(out.checks.iter().cloned());
        }
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let ExprKind::MethodCall { method, .. } = &info.ir.exprs[e].kind {
                out.effects |= vocab::is_effect(method.sym.as_str());
            }
        });
        out
    }

    fn extractors(&self, params: &[(PatId, Ty)], spans: &[Span]) -> OfHandler {
        let mut out = OfHandler::default();
        for ((_, ty), &span) in params.iter().zip(spans) {
            let Kind { kind, conditional, role } = self.judge.kind_of(ty);
            let found = match kind {
                ExtractorKind::Guard if conditional => Authentication::Conditional,
                ExtractorKind::Guard => Authentication::Required,
                ExtractorKind::Optional => Authentication::Optional,
                _ => continue,
            };
            out.role |= role && found > Authentication::Optional;
            let name = self.judge.type_name(ty);
            out.evidence.push(Evidence { kind: EvidenceKind::Extractor, name, span });
            out.authentication = out.authentication.max(Some(found));
        }
        out
    }

    fn attributes(&self, def: DefId, out: &mut OfHandler) {
        let data = self.world.cx.map.def(def);
        let item = &self.world.cx.program.file(data.file).items[data.item];
        for attr in &item.attrs {
            let path = self.world.ext_of_path(def, &attr.path).map(|e| e.path);
            if path.is_some_and(|p| self.world.rules.guard_attributes.contains(&p)) {
                let name = format!("#[{}]", attr.path.text());
                out.evidence.push(Evidence { kind: EvidenceKind::Attribute, name, span: attr.span });
                out.authentication = Some(Authentication::Required);
                out.role = true;
            }
        }
    }

    /// Checks in the handler's body: every answer but a refusal comes after one.
    fn body(&self, def: DefId, params: &[(PatId, Ty)], out: &mut OfHandler) {
        let Some(info) = self.world.body(def) else { return };
        let outcome = Gate::new(&self.judge, &info, Mode::Handler).run(params, info.body.root);
        let Some(credential) = &outcome.credential else { return };
        if outcome.weakest() == Some(Proof::Verified) {
            let (name, span) = (credential.name.clone(), credential.span);
            out.evidence.push(Evidence { kind: EvidenceKind::Body, name, span });
            out.authentication = Some(Authentication::Required);
        }
    }
}

fn is_skipped(skips: &[(String, bool)], path: &str) -> bool {
    skips.iter().any(|(skip, prefix)| if *prefix { path.starts_with(skip.as_str()) } else { path == skip })
}
