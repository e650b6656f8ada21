//! Which calls verify something: a signature, a tag, a token, a password.
//!
//! A call of a library does if a row says so. A function of the workspace does if its result *is* such an outcome, or if it is
//! named like a verification, answers yes or no, and has one inside: a call that verifies, a comparison in constant time, a
//! tag that is computed. So the property climbs through wrappers, and ends where a function does more than verify.
//!
//! Example: `fn valid_signature(key: &[u8], body: &[u8], tag: &[u8]) -> bool` that folds the differences of two tags verifies;
//! `fn login(..) -> Result<User, Error>` that asks it does not.

use crate::base::Symbol;
use crate::catalog::Api;
use crate::flow::facts::{Comparison, Facts};
use crate::flow::{BodyFlow, Summaries};
use crate::ir::{ExprId, ExprKind, FileIr, Fn, TypeId, TypeKind};
use crate::resolve::DefId;

/// Roles of functions whose answer is the outcome of a verification.
const ROLES: &[&str] = &["signature/verify-result", "password/verify", "compare/constant-time"];
/// The role of an outcome.
const OUTCOME: &str = "signature/verify-result";
/// The role of a tag that is computed.
const TAG: &str = "mac/output";
/// Parts of names of functions that verify.
const NAMES: &[&str] = &["verif", "check", "valid", "authentic"];

/// Whether one of the rows of a call says that it verifies.
pub fn by_rows(rows: &[&Api]) -> bool {
    rows.iter().any(|api| api.roles.iter().any(|r| ROLES.contains(&r.role.as_str())))
}

/// Whether all functions that a call may reach verify.
pub fn by_targets(summaries: &Summaries<'_>, targets: &[DefId]) -> bool {
    !targets.is_empty() && targets.iter().all(|&def| summaries.get(def).is_some_and(|s| s.facts.verifies))
}

/// Whether a function verifies. `targets` gives the functions of the workspace that a call may reach.
pub fn verifies(
    ir: &FileIr,
    (name, func, root): (Symbol, &Fn, ExprId),
    (flow, facts): (&BodyFlow<'_>, &Facts),
    summaries: &Summaries<'_>,
    targets: &dyn std::ops::Fn(ExprId) -> Vec<DefId>,
) -> bool {
    if !func.ret.is_some_and(|ret| answers(ir, ret)) {
        return false;
    }
    if flow.ret.role(OUTCOME).is_some() {
        return true;
    }
    let name = name.as_str().to_ascii_lowercase();
    if !NAMES.iter().any(|part| name.contains(part)) {
        return false;
    }
    let inside = || {
        let mut found = false;
        ir.for_each_expr(root, &mut |id| {
            let call = matches!(ir.exprs[id].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. });
            found = found || call && by_targets(summaries, &targets(id));
        });
        found
    };
    facts.comparison == Some(Comparison::ConstantTime)
        || flow.rows.values().any(|rows| by_rows(rows))
        || flow.values.values().any(|value| value.role(TAG).is_some())
        || inside()
}

/// Whether a type can say yes or no: a truth value, a result, an option.
fn answers(ir: &FileIr, ty: TypeId) -> bool {
    match &ir.types[ty].kind {
        TypeKind::Path(path) => path.last().is_some_and(|s| {
            let name = s.name.sym.as_str();
            matches!(name, "bool" | "Option" | "Choice") || name.ends_with("Result")
        }),
        _ => false,
    }
}
