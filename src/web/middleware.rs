//! What layers do with a request: refuse strangers, refuse them under a setting, or let everybody through.
//!
//! A middleware function is a guard if it never calls the rest of the chain without proof and ends some requests itself;
//! one that always goes on only loads. A middleware type is judged by the `call` of the service that it makes.

use crate::catalog::framework::{ExtractorKind, LayerMeaning};
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::DefId;
use crate::types::{Ty, local_adt};
use crate::web::credential::Proof;
use crate::web::gate::{Gate, Mode, Outcome};
use crate::web::guard::Judge;
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::vocabulary as vocab;

/// What a layer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LayerEffect {
    /// Refuses strangers.
    Guard {
        /// Only under a setting.
        conditional: bool,
        /// Addresses that are let through; with whether they are prefixes.
        skips: Vec<(String, bool)>,
    },
    /// Lets everybody through.
    Open,
    /// Cannot be told, and may be a guard.
    Unknown,
}

impl<'a> Judge<'_, 'a> {
    /// What a layer does.
    pub(super) fn layer(&self, layer: &Layer) -> LayerEffect {
        let guard = LayerEffect::Guard { conditional: layer.conditional, skips: Vec::new() };
        let effect = match &layer.kind {
            LayerKind::Guard => guard,
            LayerKind::Other => LayerEffect::Open,
            LayerKind::Function(target) => self.function(*target, Mode::Middleware),
            LayerKind::Validator(target) => self.function(*target, Mode::Extractor),
            LayerKind::Extractor(ty) => match self.kind_of(ty).kind {
                ExtractorKind::Guard => guard,
                _ => LayerEffect::Open,
            },
            LayerKind::Type(ty) => self.service(ty),
            LayerKind::Unknown if vocab::is_credential(&layer.name) => LayerEffect::Unknown,
            LayerKind::Unknown => LayerEffect::Open,
        };
        match effect {
            LayerEffect::Guard { conditional, skips } => {
                LayerEffect::Guard { conditional: conditional || layer.conditional, skips }
            }
            other => other,
        }
    }

    /// Whether a layer asks for a role, or may do so: then the handlers behind it need not.
    pub(super) fn layer_asks_role(&self, layer: &Layer) -> bool {
        match &layer.kind {
            LayerKind::Function(Target::Def(def)) | LayerKind::Validator(Target::Def(def)) => {
                self.refuses_by_role(*def)
            }
            LayerKind::Extractor(ty) => self.kind_of(ty).role,
            LayerKind::Function(_) | LayerKind::Validator(_) | LayerKind::Type(_) | LayerKind::Unknown => {
                vocab::is_role(&layer.name)
            }
            LayerKind::Guard | LayerKind::Other => false,
        }
    }

    fn function(&self, target: Target, mode: Mode) -> LayerEffect {
        match target {
            Target::Def(def) => self.function_def(def, mode),
            Target::Closure(owner, closure) => self.closure(owner, closure, mode),
            Target::Unknown => LayerEffect::Unknown,
        }
    }

    fn function_def(&self, def: DefId, mode: Mode) -> LayerEffect {
        let Some(info) = self.world.body(def) else { return LayerEffect::Unknown };
        let params = self.params(def);
        let outcome = Gate::new(self, &info, mode).run(&params, info.body.root);
        let guarded = params.iter().any(|(_, ty)| self.kind_of(ty).kind == ExtractorKind::Guard);
        self.effect(&outcome, mode, guarded, &|| self.def_refuses(def, 2))
    }

    fn closure(&self, owner: DefId, closure: ExprId, mode: Mode) -> LayerEffect {
        let Some(info) = self.world.body(owner) else { return LayerEffect::Unknown };
        let ExprKind::Closure { body, .. } = &info.ir.exprs[closure].kind else {
            return LayerEffect::Unknown;
        };
        let params = self.closure_params(owner, closure);
        let guarded = params.iter().any(|(_, ty)| self.kind_of(ty).kind == ExtractorKind::Guard);
        let outcome = Gate::new(self, &info, mode).run(&params, *body);
        let refuses = || {
            let mut found = false;
            info.ir.for_each_expr(*body, &mut |e| found = found || self.refuses_here(&info, e, 2));
            found
        };
        self.effect(&outcome, mode, guarded, &refuses)
    }

    /// The parameters of a closure with their declared types.
    pub(super) fn closure_params(&self, owner: DefId, closure: ExprId) -> Vec<(PatId, Ty)> {
        let Some(info) = self.world.body(owner) else { return Vec::new() };
        let ExprKind::Closure { params, .. } = &info.ir.exprs[closure].kind else { return Vec::new() };
        let scope = self.world.cx.scope_of(owner);
        let ty = |p: &crate::ir::ClosureParam| p.ty.map_or(Ty::Unknown, |t| self.world.cx.lower(&scope, t));
        params.iter().map(|p| (p.pat, ty(p))).collect()
    }

    /// `refuses`: whether the code names a refusal. One that does not, and verifies nothing, may fail for other reasons.
    fn effect(
        &self,
        outcome: &Outcome,
        mode: Mode,
        guarded: bool,
        refuses: &dyn Fn() -> bool,
    ) -> LayerEffect {
        let skips = outcome.skips.clone();
        if guarded {
            return LayerEffect::Guard { conditional: false, skips };
        }
        if outcome.credential.is_none() || (mode == Mode::Middleware && outcome.refusals == 0) {
            return LayerEffect::Open;
        }
        match outcome.weakest() {
            Some(Proof::Presence) if !refuses() => LayerEffect::Unknown,
            Some(Proof::Verified | Proof::Presence) => LayerEffect::Guard { conditional: false, skips },
            Some(Proof::None) if outcome.conditional() => LayerEffect::Guard { conditional: true, skips },
            Some(Proof::None) | None => LayerEffect::Open,
        }
    }

    /// A middleware type: the `call` of it and of the types that its `new_transform` or `layer` make.
    fn service(&self, ty: &Ty) -> LayerEffect {
        let Some(id) = local_adt(ty) else {
            let path = self.world.ext_type(ty);
            return match path {
                Some(path) if self.world.rules.layer(path) == Some(&LayerMeaning::Guard) => {
                    LayerEffect::Guard { conditional: false, skips: Vec::new() }
                }
                Some(path) if self.world.rules.layer(path).is_some() => LayerEffect::Open,
                Some(path) if vocab::is_credential(path.as_str()) => LayerEffect::Unknown,
                _ => LayerEffect::Open,
            };
        };
        let mut types = vec![id];
        for maker in self.methods_named(id, &["new_transform", "layer"]) {
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
        let mut best = LayerEffect::Open;
        for ty in types {
            for method in self.methods_named(ty, &["call", "validate", "authorize"]) {
                let called = self.world.cx.map.def(method).name == "call";
                let mode = if called { Mode::Middleware } else { Mode::Extractor };
                let found = self.function_def(method, mode);
                if found != LayerEffect::Open && !matches!(best, LayerEffect::Guard { .. }) {
                    best = found;
                }
            }
        }
        best
    }
}
