//! What functions are given that says nothing of who asks, or says it only perhaps.

use rustc_hash::FxHashSet;

use crate::ir::{ExprId, ExprKind};
use crate::resolve::DefId;
use crate::types::{Callee, local_adt};
use crate::web::credential::Scan;
use crate::web::eval::is_function;
use crate::web::identity::call_name;
use crate::web::vocabulary as vocab;

impl Scan<'_, '_, '_> {
    /// Adds what a call is told of who asks, if it is told so only perhaps and asks nothing by itself.
    pub(super) fn told_perhaps(&self, call: ExprId, aside: &mut FxHashSet<ExprId>) {
        let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) =
            &self.info.ir.exprs[call].kind
        else {
            return;
        };
        let name = call_name(self.info, call).unwrap_or_default();
        for &arg in args.iter().filter(|&&arg| self.is_told_perhaps(call, arg, &name)) {
            self.info.ir.for_each_expr(arg, &mut |part| aside.extend([part]));
        }
    }

    /// `count(user).await.map_err(Failure::status)?` of an `Option`: a function that is told who asks, if somebody is known, and asks
    /// nothing by itself.
    pub(super) fn is_told_perhaps(&self, call: ExprId, arg: ExprId, name: &str) -> bool {
        let world = self.judge.world;
        let option =
            world.ext_type(world.types(self.info).of(arg)).is_some_and(|p| p == "std::option::Option");
        let asks = |def: DefId| {
            let function = is_function(world.cx.map.def(def).kind);
            !function || vocab::is_asking(name) || vocab::is_role(name) || self.judge.def_refuses(def, 2)
        };
        option && matches!(world.callee(self.info, call), Some(Callee::Def(def)) if !asks(def))
    }

    /// `Arc<Settings>`: what all requests share, so that a function which is given nothing else cannot know who asks.
    pub(super) fn is_shared_state(&self, arg: ExprId) -> bool {
        let ty = self.judge.world.types(self.info).of(arg).peel().clone();
        let shared = self.judge.world.ext_type(&ty).is_some_and(|path| path == "std::sync::Arc");
        let name = self.judge.type_name(ty.arg(0).peel());
        shared && local_adt(&ty.arg(0)).is_some() && !vocab::is_of_request(&name)
    }
}
