//! What layers do with a request: refuse strangers, refuse them under a setting, or let everybody through.
//!
//! A middleware function is a guard if it never calls the rest of the chain without proof and ends some requests itself;
//! one that always goes on only loads. A middleware type is judged by the `call` of the service that it makes.

use crate::base::Span;
use crate::catalog::framework::{ExtractorKind, LayerMeaning};
use crate::ir::{ExprId, ExprKind, Literal, PatId};
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::credential::Proof;
use crate::web::defect::{DefectKind, Suspect, hands_on, heedless};
use crate::web::gate::{Gate, Mode, Outcome, SkipRule};
use crate::web::given;
use crate::web::guard::Judge;
use crate::web::own::Items;
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Calls of an observer are looked into this deep.
const MAX_DIVERTING: usize = 2;

/// What a layer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LayerEffect {
    /// Refuses strangers.
    Guard {
        /// Only under a setting.
        conditional: bool,
        /// Addresses that are let through.
        skips: Vec<SkipRule>,
    },
    /// Lets everybody through.
    Open,
    /// Cannot be told, and may be a guard.
    Unknown,
}

/// What a layer does, and what is suspected of it.
#[derive(Clone, Debug)]
pub(super) struct Layered {
    pub(super) effect: LayerEffect,
    pub(super) suspect: Option<Suspect>,
    /// The function that was looked at.
    pub(super) function: Option<DefId>,
}

impl From<LayerEffect> for Layered {
    fn from(effect: LayerEffect) -> Layered {
        Layered { effect, suspect: None, function: None }
    }
}

impl<'a> Judge<'_, 'a> {
    /// What a layer does.
    pub(super) fn layer(&self, layer: &Layer) -> Layered {
        let guard = LayerEffect::Guard { conditional: layer.conditional, skips: Vec::new() };
        let mut found = match &layer.kind {
            kind if self.is_one_of(kind, &self.world.own.not_guards) => LayerEffect::Open.into(),
            kind if self.is_one_of(kind, &self.world.own.layers) => guard.into(),
            LayerKind::Guard => guard.into(),
            LayerKind::Other => LayerEffect::Open.into(),
            LayerKind::Function(target) => self.function(*target, Mode::Middleware, &[]),
            LayerKind::Validator(target, given) => self.function(*target, Mode::Extractor, given),
            LayerKind::AnyOf(lists) => self.weakest(lists),
            LayerKind::Extractor(ty) => match self.kind_of(ty).kind {
                ExtractorKind::Guard => guard.into(),
                _ => LayerEffect::Open.into(),
            },
            LayerKind::Type(ty) => self.service(ty, Mode::Middleware),
            LayerKind::Interceptor(ty) => self.service(ty, Mode::Extractor),
            LayerKind::Unknown if vocab::is_credential(head(&layer.name)) => LayerEffect::Unknown.into(),
            LayerKind::Unknown => LayerEffect::Open.into(),
        };
        if let LayerEffect::Guard { conditional, skips } = &mut found.effect {
            *conditional |= layer.conditional;
            let known = |rule: SkipRule| rule.with_given(&|field| given::kept(self, &layer.given, field));
            *skips = std::mem::take(skips).into_iter().map(known).collect();
        }
        found
    }

    fn is_one_of(&self, kind: &LayerKind, items: &Items) -> bool {
        match kind {
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def), _) => {
                items.defs.contains(def)
            }
            LayerKind::Type(ty) => items.has_type(ty),
            _ => false,
        }
    }

    /// Whether a layer asks for a role, or may do so: then the handlers behind it need not.
    pub(super) fn layer_asks_role(&self, layer: &Layer) -> bool {
        match &layer.kind {
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def), _) => {
                self.refuses_by_role(*def)
            }
            LayerKind::Extractor(ty) => self.kind_of(ty).role,
            LayerKind::AnyOf(lists) => lists.iter().flatten().any(|layer| self.layer_asks_role(layer)),
            LayerKind::Function(_)
            | LayerKind::Validator(..)
            | LayerKind::Type(_)
            | LayerKind::Interceptor(_)
            | LayerKind::Unknown => vocab::is_role(&layer.name),
            LayerKind::Guard | LayerKind::Other => false,
        }
    }

    /// Several lists of layers of which one applies: what the weakest list does.
    fn weakest(&self, lists: &[Vec<Layer>]) -> Layered {
        let strength = |found: &Layered| match &found.effect {
            LayerEffect::Guard { conditional: false, skips } if skips.is_empty() => 4,
            LayerEffect::Guard { conditional: false, .. } => 3,
            LayerEffect::Guard { .. } => 2,
            LayerEffect::Unknown => 1,
            LayerEffect::Open => 0,
        };
        let strongest = |list: &Vec<Layer>| list.iter().map(|l| self.layer(l)).max_by_key(strength);
        let effects = lists.iter().map(|list| strongest(list).unwrap_or(LayerEffect::Open.into()));
        effects.min_by_key(strength).unwrap_or(LayerEffect::Open.into())
    }

    fn function(&self, target: Target, mode: Mode, given: &[ExtractorKind]) -> Layered {
        match target {
            Target::Def(def) => self.function_def(def, mode, given),
            Target::Closure(owner, closure) => self.closure(owner, closure, mode, given),
            Target::Unknown => LayerEffect::Unknown.into(),
        }
    }

    fn function_def(&self, def: DefId, mode: Mode, given: &[ExtractorKind]) -> Layered {
        self.judged(def, mode, given, false)
    }

    /// The same, also of a method of a middleware.
    fn judged(&self, def: DefId, mode: Mode, given: &[ExtractorKind], of_service: bool) -> Layered {
        let Some(info) = self.world.body(def) else { return LayerEffect::Unknown.into() };
        let params = self.params(def);
        let gate = Gate::new(self, &info, mode).given(&params, given);
        let gate = if of_service { gate.of_service() } else { gate }.standing_before();
        let outcome = gate.run(&params, info.body.root);
        let guarded = params.iter().any(|(_, ty)| self.kind_of(ty).kind == ExtractorKind::Guard);
        let refuses = || self.def_refuses(def, 2);
        let only_breaks = || self.only_breaks(&info, info.body.root, &outcome);
        let found = self.effect(&outcome, mode, guarded, (&refuses, &only_breaks));
        let effect = match with_witness(found, given, &refuses) {
            LayerEffect::Open if mode == Mode::Middleware && self.always_inserts(&info) => {
                LayerEffect::Guard { conditional: false, skips: Vec::new() }
            }
            other => other,
        };
        let place = (self.head(def), mode == Mode::Extractor && self.demands_credential(&params));
        Layered {
            effect,
            suspect: self.suspect_layer(&info, info.body.root, &outcome, place),
            function: Some(def),
        }
    }

    /// Whether a function is given a credential that has to be there: what comes without one is refused before it.
    fn demands_credential(&self, params: &[(PatId, Ty)]) -> bool {
        let option = |ty: &Ty| self.world.ext_type(ty).is_some_and(|p| p == "std::option::Option");
        params.iter().any(|(_, ty)| self.kind_of(ty).kind == ExtractorKind::Credential && !option(ty))
    }

    /// A middleware that looks at a credential, goes on whatever it is and hands nothing on. One that is given a credential that has to
    /// be there (`demands`) may hand on who has sent it: it is there to refuse.
    fn suspect_layer(
        &self,
        info: &BodyInfo<'a>,
        root: ExprId,
        outcome: &Outcome,
        (span, demands): (Span, bool),
    ) -> Option<Suspect> {
        let place = Some(heedless(outcome)?);
        let name = self.world.cx.map.def(info.id).name.to_string();
        let kind = DefectKind::Middleware;
        let looks = demands || self.names_credential(info, root) && !hands_on(info.ir, root);
        looks.then_some(Suspect { kind, owner: info.id, span, name, place, by_siblings: false })
    }

    /// What only observes requests, and verifies a credential without handing on who was found.
    pub(super) fn observers(&self) -> Vec<Suspect> {
        let rules = &self.world.rules;
        let mut out = Vec::new();
        for (_, data) in self.world.cx.map.impls.iter().filter(|_| !rules.observer_traits.is_empty()) {
            let Some(Res::Ext(ext)) = &data.trait_ else { continue };
            let path = self.world.cx.externals.canonical(ext).path;
            let method = rules.observer_traits.get(&path).and_then(|name| data.items.get(name));
            let method = method.filter(|&&method| !self.diverts(method, MAX_DIVERTING));
            let found = method.and_then(|&method| self.function_def(method, Mode::Extractor, &[]).suspect);
            out.extend(found.map(|s| Suspect { kind: DefectKind::Observer, place: None, ..s }));
        }
        out
    }

    /// Whether a function sends requests to another route, which may refuse them: `request.set_uri(denied)`.
    fn diverts(&self, function: DefId, depth: usize) -> bool {
        let Some(info) = self.world.body(function) else { return false };
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            found = found
                || match &info.ir.exprs[e].kind {
                    ExprKind::MethodCall { method, .. } if self.world.rules.diverts.contains(&method.sym) => true,
                    ExprKind::Call { .. } | ExprKind::MethodCall { .. } if depth > 0 => {
                        matches!(self.world.callee(&info, e), Some(Callee::Def(def)) if self.diverts(def, depth - 1))
                    }
                    _ => false,
                };
        });
        found
    }

    /// The same of a closure: `AdHoc::on_request("tokens", |request, _| ..)`.
    pub(super) fn observer_in(&self, info: &BodyInfo<'a>, call: ExprId) -> Option<Suspect> {
        let ExprKind::Call { callee, args } = &info.ir.exprs[call].kind else { return None };
        let Some(Callee::Ext(ext)) = self.world.callee(info, *callee) else { return None };
        let closure = *args.get(*self.world.rules.observers.get(&ext.path)?)?;
        let found = self.closure(info.id, closure, Mode::Extractor, &[]).suspect?;
        let span = info.ir.exprs[*callee].span;
        Some(Suspect { kind: DefectKind::Observer, place: None, span, ..found })
    }

    fn closure(&self, owner: DefId, closure: ExprId, mode: Mode, given: &[ExtractorKind]) -> Layered {
        let Some(info) = self.world.body(owner) else { return LayerEffect::Unknown.into() };
        let ExprKind::Closure { body, .. } = &info.ir.exprs[closure].kind else {
            return LayerEffect::Unknown.into();
        };
        let params = self.world.closure_params(owner, closure);
        let guarded = params.iter().any(|(_, ty)| self.kind_of(ty).kind == ExtractorKind::Guard);
        let gate = Gate::new(self, &info, mode).given(&params, given).of_closure(closure);
        let outcome = gate.standing_before().run(&params, *body);
        let refuses = || {
            let mut found = false;
            info.ir.for_each_expr(*body, &mut |e| found = found || self.refuses_here(&info, e, 2));
            found
        };
        let only_breaks = || self.only_breaks(&info, *body, &outcome);
        let found = self.effect(&outcome, mode, guarded, (&refuses, &only_breaks));
        let effect = with_witness(found, given, &refuses);
        let span = info.ir.exprs[closure].span;
        Layered {
            effect,
            suspect: self.suspect_layer(&info, *body, &outcome, (span, false)),
            function: Some(owner),
        }
    }

    /// `refuses`: whether the code names a refusal. One that does not, and verifies nothing, may fail for other reasons.
    /// `only_breaks`: see the function of this name.
    fn effect(
        &self,
        outcome: &Outcome,
        mode: Mode,
        guarded: bool,
        (refuses, only_breaks): (&dyn Fn() -> bool, &dyn Fn() -> bool),
    ) -> LayerEffect {
        let skips = outcome.skips.clone();
        if guarded {
            return LayerEffect::Guard { conditional: false, skips };
        }
        if outcome.credential.is_none() || (mode == Mode::Middleware && outcome.refusals == 0) {
            return LayerEffect::Open;
        }
        if mode == Mode::Middleware && only_breaks() && !refuses() {
            return LayerEffect::Open;
        }
        match outcome.weakest() {
            Some(Proof::Presence) if !refuses() => LayerEffect::Unknown,
            Some(Proof::Verified | Proof::Presence) => LayerEffect::Guard { conditional: false, skips },
            Some(Proof::None) if outcome.conditional() => LayerEffect::Guard { conditional: true, skips },
            Some(Proof::None) | None => LayerEffect::Open,
        }
    }

    /// Whether the only answers that a middleware gives itself say that the server failed, as where the store of the
    /// sessions cannot be reached, or that there are too many requests: strangers are let through by it.
    fn only_breaks(&self, info: &BodyInfo<'a>, root: ExprId, outcome: &Outcome) -> bool {
        let mut failures = 0;
        info.ir.for_each_expr(root, &mut |e| {
            failures += usize::from(match &info.ir.exprs[e].kind {
                ExprKind::Path(path) => {
                    path.last().is_some_and(|s| vocab::is_other_failure(s.name.sym.as_str()))
                }
                ExprKind::MethodCall { method, .. } => vocab::is_other_failure(method.sym.as_str()),
                ExprKind::Literal(Literal::Int(Some(code), _)) => matches!(*code, 429 | 500),
                _ => false,
            });
        });
        outcome.refusals > 0 && failures >= outcome.refusals
    }

    /// A middleware type and those that its `new_transform`, `layer` or `transform` make.
    fn services_of(&self, id: DefId) -> Vec<DefId> {
        let mut types = vec![id];
        for maker in self.methods_named(id, &["new_transform", "layer", "transform"]) {
            let Some(info) = self.world.body(maker) else { continue };
            let inferred = self.world.types(&info);
            info.ir.for_each_expr(info.body.root, &mut |e| {
                if let Some(made) = local_adt(inferred.of(e))
                    && !types.contains(&made)
                {
                    types.push(made);
                }
            });
        }
        types
    }

    /// The functions of the workspace that a layer runs for each request.
    pub(super) fn functions_of(&self, layer: &Layer) -> Vec<DefId> {
        match &layer.kind {
            LayerKind::Function(Target::Def(def) | Target::Closure(def, _))
            | LayerKind::Validator(Target::Def(def) | Target::Closure(def, _), _) => vec![*def],
            LayerKind::Type(ty) | LayerKind::Interceptor(ty) => {
                let types = local_adt(ty).map(|id| self.services_of(id)).unwrap_or_default();
                types.into_iter().flat_map(|ty| self.methods_named(ty, &["call"])).collect()
            }
            LayerKind::AnyOf(lists) => lists.iter().flatten().flat_map(|l| self.functions_of(l)).collect(),
            _ => Vec::new(),
        }
    }

    /// A middleware type: the `call` of it and of the types that its `new_transform`, `layer` or `transform` make.
    fn service(&self, ty: &Ty, mode: Mode) -> Layered {
        let Some(id) = local_adt(ty) else {
            let path = self.world.ext_type(ty);
            let effect = match path {
                Some(path) if self.world.rules.waivable.contains(&path) => LayerEffect::Unknown,
                Some(path) if self.world.rules.layer(path) == Some(&LayerMeaning::Guard) => {
                    LayerEffect::Guard { conditional: false, skips: Vec::new() }
                }
                Some(path) if self.world.rules.layer(path).is_some() => LayerEffect::Open,
                Some(path) if vocab::is_credential(path.as_str()) => LayerEffect::Unknown,
                _ => LayerEffect::Open,
            };
            return effect.into();
        };
        let types = self.services_of(id);
        let mut best: Layered = LayerEffect::Open.into();
        for ty in types {
            for method in self.methods_named(ty, &["call", "handle", "validate", "authorize"]) {
                let found = match self.world.cx.map.def(method).name.as_str() {
                    "call" => self.judged(method, mode, &[], true),
                    // A handler that stands before others goes on by itself, as a function does.
                    "handle" => self.judged(method, Mode::Extractor, &[], false),
                    _ => self.judged(method, Mode::Extractor, &[], true),
                };
                let better = found.effect != LayerEffect::Open || found.suspect.is_some();
                if better && !matches!(best.effect, LayerEffect::Guard { .. }) {
                    best = found;
                }
            }
        }
        best
    }
}

/// What is called, without what it is given: the headers that a layer hides from logs make it no guard.
pub(super) fn head(name: &str) -> &str {
    name.split(['(', '{', '[']).next().unwrap_or(name)
}

/// A function that is given parts of a request may fail for what is in them: it is a guard only if a credential is among
/// them, or the failure is named for a lack of identity or permission.
fn with_witness(effect: LayerEffect, given: &[ExtractorKind], refuses: &dyn Fn() -> bool) -> LayerEffect {
    let silent = !given.is_empty() && !given.contains(&ExtractorKind::Credential);
    match effect {
        LayerEffect::Guard { .. } if silent && !refuses() => LayerEffect::Unknown,
        other => other,
    }
}
