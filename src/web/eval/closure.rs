//! Closures that are run where they stand: `let api = || Router::new().route(..); app.merge(api())`.

use rustc_hash::FxHashMap;

use crate::ir::{ExprId, ExprKind};
use crate::resolve::DefId;
use crate::web::eval::{Evaluator, Frame, MAX_CALLS};
use crate::web::router::Val;

impl Evaluator<'_, '_> {
    /// Runs a closure where it stands; one that a function made and returned, without what it captured.
    pub(in crate::web) fn call_closure(&mut self, owner: DefId, closure: ExprId, args: Vec<Val>) -> Val {
        if self.frame().info.id != owner {
            return match args.iter().any(Val::holds_routes) {
                true => self.call_returned(owner, closure, args),
                false => Val::Unknown,
            };
        }
        let ir = self.frame().info.ir;
        let ExprKind::Closure { params, body, .. } = &ir.exprs[closure].kind else { return Val::Unknown };
        let mut args = args.into_iter();
        for param in params {
            self.bind(param.pat, args.next().unwrap_or_default());
        }
        let outer = std::mem::take(&mut self.frame_mut().returns);
        let tail = self.eval(*body);
        let own = std::mem::replace(&mut self.frame_mut().returns, outer);
        own.into_iter().fold(tail, |a, b| self.either(a, b))
    }

    pub(in crate::web) fn call_returned(&mut self, owner: DefId, closure: ExprId, args: Vec<Val>) -> Val {
        let recursive = self.frames.iter().any(|f| f.info.id == owner);
        if recursive || self.frames.len() >= MAX_CALLS {
            return Val::Unknown;
        }
        let Some(info) = self.world.body(owner) else { return Val::Unknown };
        self.frames.push(Frame { info, locals: FxHashMap::default(), returns: Vec::new() });
        let value = self.call_closure(owner, closure, args);
        self.frames.pop();
        value
    }
}
