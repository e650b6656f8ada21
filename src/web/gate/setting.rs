//! What a middleware knew before any request came: its own fields, or what a closure took, as they were when the server was built.
//!
//! ```text
//! if self.token.is_empty() { return self.inner.call(req) }     a setting leads there
//! let trusted = self.network.is_some();                        the same in a variable
//! if trusted { return Ok(request) }
//! fn gate(open: bool) -> impl Layer { from_fn(move |req, next| async move { if open { .. } }) }
//! ```

use crate::ir::{ExprId, ExprKind, PatId, PatKind};
use crate::resolve::Res;
use crate::web::gate::Gate;

impl Gate<'_, '_, '_> {
    /// The body is a method of a middleware, whose fields no request has written.
    pub(in crate::web) fn of_service(mut self) -> Self {
        self.fixed = Some(Default::default());
        self
    }

    /// The body is that of a closure, which a request runs: what it took from around it was there before.
    pub(in crate::web) fn of_closure(mut self, closure: ExprId) -> Self {
        let ir = self.info.ir;
        let own = ir.exprs[closure].span;
        self.fixed = Some(self.info.locals().filter(|&pat| !own.contains(ir.pats[pat].span)).collect());
        self
    }

    /// What the body lets through by the address of a request runs without it.
    pub(in crate::web) fn standing_before(mut self) -> Self {
        self.layered = true;
        self
    }

    /// `let trusted = self.network.is_some();`
    pub(super) fn declare_fixed(&mut self, pat: PatId, value: ExprId) {
        let bound = matches!(self.info.ir.pats[pat].kind, PatKind::Bind { sub: None, .. });
        if bound && self.is_fixed(value) {
            self.fixed.get_or_insert_default().insert(pat);
        }
    }

    /// Whether a condition asks for a setting: by a name, or because it asks for nothing else.
    pub(super) fn is_setting(&self, cond: ExprId) -> bool {
        self.scan().is_setting(cond) || self.is_fixed(cond)
    }

    /// Whether everything that a value is made of was there before the request.
    fn is_fixed(&self, value: ExprId) -> bool {
        let Some(fixed) = &self.fixed else { return false };
        let (mut known, mut other) = (false, false);
        self.info.ir.for_each_expr(value, &mut |e| match &self.info.ir.exprs[e].kind {
            ExprKind::Field { base, .. } if self.is_self(*base) => known = true,
            ExprKind::Path(_) if self.is_self(e) => {}
            ExprKind::Path(_) => match self.info.names.exprs.get(&e).map(|found| &found.res) {
                Some(Res::Local(pat)) if fixed.contains(pat) => known = true,
                _ => other = true,
            },
            // What is called with the middleware as a whole may do anything.
            ExprKind::MethodCall { receiver, .. } => other |= self.is_self(*receiver),
            ExprKind::Call { .. } | ExprKind::Macro(_) | ExprKind::Closure { .. } | ExprKind::Await(_) => {
                other = true;
            }
            _ => {}
        });
        known && !other
    }

    fn is_self(&self, e: ExprId) -> bool {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Path(path) => path.as_ident().is_some_and(|name| name.sym == "self"),
            _ => false,
        }
    }
}
