//! Handlers that change what they are told to before they know who tells them.
//!
//! ```text
//! let event: Event = serde_json::from_slice(&body)?;
//! orders.set_state(event.order, "paid").await?;       done for strangers too
//! verify(&headers, &body, &secret)?;                  and asked then
//! ```
//!
//! Looked at are the statements of the body itself, in their order: one that is named for a change and takes a part of what was
//! sent, and the one behind it with the check that protects the route. Silent: bodies with a transaction, which a refusal may
//! undo, changes inside branches, records of what happens, and what takes the credential or may refuse itself.

use rustc_hash::FxHashSet;

use crate::base::Span;
use crate::ir::{Block, ExprId, ExprKind, PatId, Stmt};
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::identity::call_name;
use crate::web::permission::bound;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Evidence, Late};

/// Calls by these names change something,
const CHANGES: &[&str] = &[
    "set",
    "put",
    "insert",
    "update",
    "upsert",
    "delete",
    "remove",
    "save",
    "store",
    "mark",
    "credit",
    "debit",
    "revoke",
    "purge",
    "destroy",
    "archive",
    "restore",
    "activate",
    "deactivate",
    "cancel",
    "complete",
    "confirm",
    "close",
    "enable",
    "disable",
    "suspend",
    "refund",
    "grant",
];

/// but not if they keep a record, or count.
const RECORDS: &[&str] = &[
    "log",
    "audit",
    "attempt",
    "attempts",
    "nonce",
    "event",
    "events",
    "raw",
    "payload",
    "rate",
    "limit",
    "count",
    "seen",
    "session",
    "cache",
    "metric",
    "metrics",
    "history",
    "expired",
    "idempotency",
    "received",
    "delivery",
    "if",
];

/// What the handler changes before the check that protects it.
pub(super) fn before<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
    check: &Evidence,
) -> Option<Late> {
    let block = info.block()?;
    let statements: Vec<ExprId> = block.stmts.iter().filter_map(Stmt::value).chain(block.tail).collect();
    let holds = |e: ExprId| contains(info.ir.exprs[e].span, check.span);
    let at = statements.iter().position(|&e| holds(e))?;
    let early = Early { judge, info, sent: sent(judge, info, params, block) };
    if early.has_transaction() {
        return None;
    }
    let (deed, span) = statements[..at].iter().find_map(|&e| early.deed_in(e))?;
    Some(Late { deed, span, check: check.clone() })
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.lo <= inner.lo && inner.hi <= outer.hi
}

/// The variables that hold what a client sent, and what is made of it.
fn sent<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
    block: &Block,
) -> FxHashSet<PatId> {
    let parsed = |ty: &Ty| local_adt(ty).is_some_and(|id| judge.derives(id, "Deserialize"));
    let by_type = |ty: &Ty| judge.is_sent(ty) || parsed(ty) || matches!(ty.peel(), Ty::Prim(_));
    let of = |(pat, _): &(PatId, Ty)| bound(info, *pat);
    let mut out: FxHashSet<PatId> = params.iter().filter(|(_, ty)| by_type(ty)).flat_map(of).collect();
    let locals = &judge.world.types(info).locals;
    for stmt in &block.stmts {
        if let Stmt::Let { pat, value: Some(value), .. } = stmt {
            let made = locals.get(pat).is_some_and(parsed) || mentions(info, *value, &out);
            out.extend(bound(info, *pat).into_iter().filter(|_| made));
        }
    }
    out
}

fn mentions(info: &BodyInfo<'_>, root: ExprId, locals: &FxHashSet<PatId>) -> bool {
    let mut found = false;
    info.ir.for_each_expr(root, &mut |e| {
        let local = info.names.exprs.get(&e).map(|found| &found.res);
        found |= matches!(local, Some(Res::Local(pat)) if locals.contains(pat));
    });
    found
}

/// A look for what is done too early.
struct Early<'s, 'w, 'a> {
    judge: &'s Judge<'w, 'a>,
    info: &'s BodyInfo<'a>,
    sent: FxHashSet<PatId>,
}

impl Early<'_, '_, '_> {
    fn has_transaction(&self) -> bool {
        let mut found = false;
        let transaction = |name: &str| vocab::any(&vocab::words(name), &["begin", "transaction", "rollback"]);
        self.info.ir.for_each_expr(self.info.body.root, &mut |e| {
            found |= call_name(self.info, e).is_some_and(|name| transaction(&name));
        });
        found
    }

    /// The name and place of a call that a statement makes for certain and that changes something: one that it waits for or demands,
    /// or one of the workspace.
    fn deed_in(&self, root: ExprId) -> Option<(String, Span)> {
        let mut found = None;
        self.info.ir.for_each_certain(root, &mut |e| {
            let inner = match self.info.ir.exprs[e].kind {
                ExprKind::Await(inner) | ExprKind::Try(inner) => inner,
                _ if e == root && self.called(e).is_some() => e,
                _ => return,
            };
            let name = call_name(self.info, inner).filter(|name| self.is_deed(inner, name));
            found = found.take().or(name.map(|name| (name, self.info.ir.exprs[inner].span)));
        });
        found
    }

    fn is_deed(&self, call: ExprId, name: &str) -> bool {
        let words = vocab::words(name);
        let changes = words.first().is_some_and(|w| CHANGES.contains(&w.as_str()));
        let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) =
            &self.info.ir.exprs[call].kind
        else {
            return false;
        };
        changes
            && !vocab::any(&words, RECORDS)
            && args.iter().any(|&arg| mentions(self.info, arg, &self.sent))
            && !args.iter().any(|&arg| self.names_credential(arg))
            && !self.called(call).is_some_and(|def| self.asks(def))
    }

    /// Whether an argument is named for a credential.
    fn names_credential(&self, root: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| match &self.info.ir.exprs[e].kind {
            ExprKind::Field { name, .. } => found |= vocab::is_sent_credential(name.sym.as_str()),
            ExprKind::Path(path) => {
                found |= path.as_ident().is_some_and(|name| vocab::is_sent_credential(name.sym.as_str()));
            }
            _ => {}
        });
        found
    }

    fn called(&self, call: ExprId) -> Option<DefId> {
        match self.judge.world.callee(self.info, call)? {
            Callee::Def(def) => Some(def),
            _ => None,
        }
    }

    fn asks(&self, def: DefId) -> bool {
        self.judge.call_proof(def).is_some() || self.judge.def_refuses(def, 2)
    }
}
