//! Handlers that make an account: they hash a password that was sent.
//!
//! Whoever makes an account is not known yet. A handler that does so without asking is the way to one, whatever its name
//! (`join`, `enrol`), unless another one that nobody guards is named for it: then this is how others make accounts.

use crate::ir::{ExprId, ExprKind};
use crate::resolve::DefId;
use crate::types::Callee;
use crate::web::Route;
use crate::web::guard::Judge;
use crate::web::identity::call_name;
use crate::web::protection::Judged;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Calls are looked into this deep.
const MAX_CALLS: usize = 2;

impl<'a> Judge<'_, 'a> {
    /// Whether the handler of a route that nobody guards hashes a password, itself or in a function that it calls.
    pub(super) fn makes_account(&self, route: &Route) -> bool {
        let open = !route.is_guarded() && route.writes();
        route.handler_def.is_some_and(|def| open && self.hashes_within(def, MAX_CALLS))
    }

    fn hashes_within(&self, def: DefId, depth: usize) -> bool {
        let Some(info) = self.world.body(def) else { return false };
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            found = found
                || hashes_here(&info, e)
                || depth > 0
                    && matches!(self.world.callee(&info, e), Some(Callee::Def(callee))
                        if callee != def && self.hashes_within(callee, depth - 1));
        });
        found
    }
}

/// Whether a call hashes what is named for a password.
fn hashes_here(info: &BodyInfo<'_>, e: ExprId) -> bool {
    let Some(name) = call_name(info, e) else { return false };
    if !vocab::is_hashing(&name) {
        return false;
    }
    let mut named = false;
    info.ir.for_each_child(e, &mut |child| {
        info.ir.for_each_expr(child, &mut |part| {
            named |= match &info.ir.exprs[part].kind {
                ExprKind::Field { name, .. } => vocab::is_password(name.sym.as_str()),
                ExprKind::Path(path) => {
                    path.as_ident().is_some_and(|name| vocab::is_password(name.sym.as_str()))
                }
                _ => false,
            };
        });
    });
    named
}

/// Whether a route that nobody guards is where accounts are made.
pub(super) fn signs_up(judged: &[Judged], index: usize) -> bool {
    let one = &judged[index];
    let makes = |j: &Judged| {
        j.hashes_password
            && !j.route.is_guarded()
            && matches!(j.route.method.as_str(), "POST" | "RPC" | "MUTATION")
    };
    let other = |(i, j): (usize, &Judged)| i != index && makes(j) && is_named(&j.route, vocab::is_signup);
    makes(one) && !is_named(&one.route, vocab::is_role) && !judged.iter().enumerate().any(other)
}

/// The same of a route that is named for it.
pub(super) fn is_sign_up(judged: &[Judged], index: usize) -> bool {
    is_named(&judged[index].route, vocab::is_signup) && signs_up(judged, index)
}

fn is_named(route: &Route, test: fn(&str) -> bool) -> bool {
    test(&route.handler) || route.paths().any(test)
}
