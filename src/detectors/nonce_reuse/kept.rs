//! `Nonce::from_slice(&self.nonce)` in a method that encrypts what it is given, when no method of the type ever changes the
//! field.
//!
//! Silent: `self` by value, an object that refuses to be used twice, decryption, a message that is kept in the same object, fields of types that change behind a shared
//! reference.

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::condition::exits_before;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::flow::{Arrival, OriginKind, Value};
use crate::ir::{ExprId, ExprKind, FileIr, Literal, PatId, PatKind, Stmt, UnaryOp};
use crate::resolve::{DefId, Res, body_of};
use crate::types::{Ty, local_adt};

/// Steps from an expression to the place that it is a part of.
const MAX_STEPS: usize = 12;

/// An encryption whose nonce is a field that stays as it is.
pub(super) fn kept_nonce(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>) -> Option<Finding> {
    let func = body.body.func?;
    let receiver = func.self_param.as_ref()?;
    let field = field_of_self(&arrival.value)?;
    if (!receiver.by_ref && receiver.ty.is_none()) || decrypts(body) || !takes_message(body, arrival) {
        return None;
    }
    if runs_once(body, arrival.call) || keeps_associated_data(body, arrival) {
        return None;
    }
    let owner = local_adt(body.types.locals.get(&receiver.pat)?)?;
    let ty = field_type(body, owner, field)?;
    if changes_behind_reference(ty.peel()) || is_changed(body, owner, field) {
        return None;
    }
    let name = body.cx.map.def(owner).name;
    let message = format!("`self.{field}` is the nonce of every message, nothing in `{name}` changes it");
    let mut finding = body.finding(lint, body.span(arrival.arg), "the same nonce on every call", message);
    if !encrypts(body) && !is_encryption(arrival) {
        finding.confidence = Confidence::Low;
        finding.notes.push("whether this function encrypts or decrypts is not known".to_owned());
    }
    finding.help.push(
        "draw a fresh nonce for each message and send it along, or count up with `&mut self` before each use"
            .to_owned(),
    );
    Some(finding)
}

/// The field, if the value is a field of `self` on every way.
fn field_of_self(value: &Value) -> Option<Symbol> {
    let mut found = None;
    for origin in value.origins() {
        match &origin.kind {
            OriginKind::Param(0, Some(field)) if found.is_none_or(|f| f == *field) => found = Some(*field),
            _ => return None,
        }
    }
    found
}

fn decrypts(body: &BodyCx<'_>) -> bool {
    let has = |role: &str| body.flow.arrivals.iter().any(|a| a.role.role.as_str() == role);
    let name = Words::of(body.cx.map.def(body.def).name.as_str());
    has("cipher/decrypt-nonce")
        || name.has_any(&["decrypt", "open", "unseal", "decode", "decipher", "unwrap", "decrypted"])
        || calls(body, &["decrypt", "open"])
}

fn encrypts(body: &BodyCx<'_>) -> bool {
    let name = Words::of(body.cx.map.def(body.def).name.as_str());
    name.has_any(&["encrypt", "seal", "encode", "encipher", "write", "wrap", "encrypted"])
        || calls(body, &["encrypt", "seal"])
}

fn calls(body: &BodyCx<'_>, names: &[&str]) -> bool {
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::MethodCall { method, .. } => Words::of(method.sym.as_str()).has_any(names),
        _ => false,
    })
}

/// Whether the object notes that it was used, and refuses then: `if self.used { return Err(..); } self.used = true;`.
fn runs_once(body: &BodyCx<'_>, call: ExprId) -> bool {
    let noted = |flag: Symbol| {
        body.exprs().any(|id| match body.kind(id) {
            ExprKind::Assign { target, op: None, value } => {
                field_of(body, *target) == Some(flag)
                    && matches!(body.kind(*value), ExprKind::Literal(Literal::Bool(true)))
            }
            _ => false,
        })
    };
    exits_before(body, call).into_iter().filter_map(|cond| field_of(body, cond)).any(noted)
}

/// Whether the object keeps the associated data of a message beside its nonce: then it is made for that message.
fn keeps_associated_data(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let (ExprKind::MethodCall { args, .. } | ExprKind::Call { args, .. }) = body.kind(arrival.call) else {
        return false;
    };
    let data = |&&arg: &&ExprId| arg != arrival.arg && body.words(arg).has_any(&["aad", "associated"]);
    args.iter().filter(data).any(|&arg| field_of_self(body.flow.of(arg)).is_some())
}

/// The field that an expression is.
fn field_of(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    if let ExprKind::Field { name, .. } = body.kind(id) { Some(name.sym) } else { None }
}

/// Whether the message comes from outside of the object; one that is kept beside its nonce is encrypted once.
fn takes_message(body: &BodyCx<'_>, arrival: &Arrival<'_>) -> bool {
    let func = body.body.func;
    if func.is_none_or(|f| f.params.is_empty()) {
        return false;
    }
    let (ExprKind::MethodCall { args, .. } | ExprKind::Call { args, .. }) = body.kind(arrival.call) else {
        return true;
    };
    let others: Vec<ExprId> = args.iter().copied().filter(|&a| a != arrival.arg).collect();
    let own = |id: &ExprId| {
        let origins = body.flow.of(*id).origins();
        let of_self = |k: &OriginKind| matches!(k, OriginKind::Param(0, _) | OriginKind::Const(_));
        !origins.is_empty() && origins.iter().all(|o| of_self(&o.kind))
    };
    !is_encryption(arrival) || others.is_empty() || !others.iter().all(own)
}

/// Whether the function that takes the nonce gives a ciphertext.
fn is_encryption(arrival: &Arrival<'_>) -> bool {
    arrival.api.roles.iter().any(|r| r.role.as_str() == "cipher/ciphertext")
}

fn field_type(body: &BodyCx<'_>, owner: DefId, field: Symbol) -> Option<Ty> {
    body.cx.world.table.fields(owner).iter().find(|(name, _)| *name == field).map(|(_, ty)| ty.clone())
}

fn changes_behind_reference(ty: &Ty) -> bool {
    let Some(path) = ty.ext_path() else { return false };
    let name = path.rsplit("::").next().unwrap_or_default();
    name.starts_with("Atomic")
        || name.ends_with("Cell")
        || name.ends_with("Lock")
        || name == "Mutex"
        || ["Arc", "Rc", "Box"].contains(&name) && changes_behind_reference(ty.arg(0).peel())
}

/// Whether any method of the type writes the field, borrows it mutably, or calls something on it that may change it.
pub(in crate::detectors) fn is_changed(body: &BodyCx<'_>, owner: DefId, field: Symbol) -> bool {
    let map = &body.cx.map;
    let impls = map.impls_of.get(&Res::Def(owner)).map_or(&[][..], Vec::as_slice);
    let methods = impls.iter().flat_map(|&i| map.impls[i].items.values());
    methods.into_iter().any(|&method| changes(body, method, field))
}

fn changes(body: &BodyCx<'_>, method: DefId, field: Symbol) -> bool {
    let Some(found) = body_of(body.cx.program, &body.cx.map, method) else { return false };
    let ir = body.cx.program.file(found.file);
    let may_write = found.func.and_then(|f| f.self_param.as_ref()).is_some_and(|s| s.mutable);
    let mut changed = false;
    ir.for_each_expr(found.root, &mut |id| {
        changed |= match &ir.exprs[id].kind {
            ExprKind::Assign { target, .. } => is_place_of(ir, *target, field),
            ExprKind::Ref { mutable: true, operand } => is_place_of(ir, *operand, field),
            ExprKind::MethodCall { receiver, method, .. } => {
                may_write && is_place_of(ir, *receiver, field) && may_change(body, method.sym)
            }
            _ => false,
        };
    });
    changed || may_write && takes_apart(ir, found.root, field)
}

/// A method that is not known to leave its receiver as it is.
fn may_change(body: &BodyCx<'_>, method: Symbol) -> bool {
    let name = method.as_str();
    let conversion = body.cx.conversions.get(method).is_some() && !name.contains("mut");
    !conversion && !matches!(name, "len" | "is_empty" | "iter" | "get" | "first" | "last")
}

/// `field`, `x.field`, `x.field[..]`, `*x.field`, `x.field.iter_mut()`.
fn is_place_of(ir: &FileIr, id: ExprId, field: Symbol) -> bool {
    let mut at = id;
    for _ in 0..MAX_STEPS {
        at = match &ir.exprs[at].kind {
            ExprKind::Field { name, .. } if name.sym == field => return true,
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => *base,
            ExprKind::Unary { op: UnaryOp::Deref, operand } | ExprKind::Ref { operand, .. } => *operand,
            ExprKind::MethodCall { receiver, .. } => *receiver,
            _ => return false,
        };
    }
    false
}

/// `let Self { field, .. } = self`.
fn takes_apart(ir: &FileIr, root: ExprId, field: Symbol) -> bool {
    let mut found = false;
    ir.for_each_expr(root, &mut |id| {
        let pats: Vec<PatId> = match &ir.exprs[id].kind {
            ExprKind::Let { pat, .. } => vec![*pat],
            ExprKind::Match { arms, .. } => arms.iter().map(|a| a.pat).collect(),
            ExprKind::Block(block) => {
                let pat = |s: &Stmt| if let Stmt::Let { pat, .. } = s { Some(*pat) } else { None };
                block.stmts.iter().filter_map(pat).collect()
            }
            _ => Vec::new(),
        };
        for pat in pats {
            ir.for_each_pat(pat, &mut |p| {
                if let PatKind::Struct(_, fields) = &ir.pats[p].kind {
                    found |= fields.iter().any(|(name, _)| name.sym == field);
                }
            });
        }
    });
    found
}
