//! A nonce that comes again under the same key. Two shapes:
//!
//! 1. `let mut rng = self.rng.clone(); rng.fill_bytes(&mut nonce)`: the clone advances, the generator that is kept does not.
//!    The clone is followed to what it draws, that to a nonce or salt: by a place with the role, or by name. Generators
//!    without a state of their own (the system's, the thread's: secure and not seedable in the models) may be cloned.
//! 2. `Nonce::from_slice(&self.nonce)` in a method that encrypts what it is given, when no method of the type ever changes the
//!    field. Silent: `self` by value, decryption, a message that is kept in the same object, fields of types that change behind
//!    a shared reference.

use crate::base::Symbol;
use crate::catalog::{Lint, Role};
use crate::detectors::BodyCx;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Arrival, OriginKind, Value};
use crate::ir::{ExprId, ExprKind, FileIr, PatId, PatKind, Stmt, UnaryOp};
use crate::resolve::{DefId, DefKind, Res, body_of};
use crate::types::{Ty, local_adt};

/// Steps from a value to where it is kept.
const MAX_STEPS: usize = 12;

/// Findings of the `nonce-reuse` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for id in body.exprs() {
        out.extend(cloned_generator(body, lint, id));
    }
    for arrival in body.flow.arrivals.iter().filter(|a| is_nonce(a)) {
        let finding = kept_nonce(body, lint, arrival);
        out.extend(finding.filter(|f| out.iter().all(|known| known.primary.span != f.primary.span)));
    }
    out
}

fn is_nonce(arrival: &Arrival<'_>) -> bool {
    arrival.role.role.as_str() == "cipher/nonce"
}

// The first shape.

/// `id` clones a kept generator that then draws a nonce.
fn cloned_generator(body: &BodyCx<'_>, lint: &Lint, id: ExprId) -> Option<Finding> {
    let ExprKind::MethodCall { receiver, method, args, .. } = body.kind(id) else { return None };
    if method.sym != *"clone" || !args.is_empty() || !is_kept(body, *receiver) {
        return None;
    }
    let confidence = repeats(body, body.types.of(*receiver).peel())?;
    if is_put_back(body, *receiver) {
        return None;
    }
    let (draw, what) = drawn_nonce(body, id)?;
    let shown = body.snippet(*receiver);
    let message = format!("every {what} is drawn from a copy of `{shown}` in the same state");
    let mut finding = body.finding(lint, body.span(id), "the copy advances, the original does not", message);
    finding.confidence = finding.confidence.min(confidence);
    finding.context.push(Label::new(body.span(draw), format!("the {what} is drawn here")));
    finding.help.push(format!(
        "draw from `{shown}` itself, for instance through `&mut self` or a mutex, or from the operating system's generator"
    ));
    Some(finding)
}

/// Whether an expression is a place that outlives the call: of `self`, or behind a parameter that is a reference.
fn is_kept(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(func) = body.body.func else { return false };
    if func.self_param.as_ref().is_some_and(|s| !s.by_ref && s.ty.is_none()) {
        return false;
    }
    let Some(local) = root(body, id) else { return false };
    let of_self = func.self_param.as_ref().is_some_and(|s| s.pat == local);
    let of_parameter = func.params.iter().any(|p| {
        let is_reference = matches!(body.ir.types[p.ty].kind, crate::ir::TypeKind::Ref { .. });
        is_reference && binds(body.ir, p.pat, local)
    });
    of_self || of_parameter
}

fn binds(ir: &FileIr, pat: PatId, local: PatId) -> bool {
    let mut found = false;
    ir.for_each_pat(pat, &mut |p| found |= p == local);
    found
}

/// The variable in which a value is kept in the end: through fields, guards of locks, and patterns that take a place apart.
fn root(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    let mut at = id;
    for _ in 0..MAX_STEPS {
        at = match body.kind(at) {
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => *base,
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Try(inner) | ExprKind::Await(inner) => *inner,
            ExprKind::MethodCall { receiver, method, .. } if reaches_into(method.sym.as_str()) => *receiver,
            ExprKind::Path(_) => {
                let local = body.local(at)?;
                match taken_from(body, local) {
                    Some(from) => from,
                    None => return Some(local),
                }
            }
            _ => return None,
        };
    }
    None
}

fn reaches_into(method: &str) -> bool {
    matches!(
        method,
        "lock"
            | "read"
            | "borrow"
            | "unwrap"
            | "expect"
            | "as_ref"
            | "get"
            | "as_mut"
            | "borrow_mut"
            | "write"
    )
}

/// The expression that a pattern around this variable takes apart, or the place that it is a name of.
fn taken_from(body: &BodyCx<'_>, local: PatId) -> Option<ExprId> {
    body.exprs().find_map(|id| match body.kind(id) {
        ExprKind::Match { scrutinee, arms } => {
            arms.iter().any(|arm| binds(body.ir, arm.pat, local)).then_some(*scrutinee)
        }
        ExprKind::Let { pat, value } => binds(body.ir, *pat, local).then_some(*value),
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), .. } => binds(body.ir, *pat, local).then_some(*value),
            _ => None,
        }),
        _ => None,
    })
}

/// Whether a clone of this generator repeats what the original will draw, and how sure that is.
fn repeats(body: &BodyCx<'_>, ty: &Ty) -> Option<Confidence> {
    let catalog = body.cx.catalog;
    let has_role = |path: Symbol, role: &str| {
        catalog.type_model(path, None).is_some_and(|t| t.roles.iter().any(|r| r.as_str() == role))
    };
    match ty {
        Ty::Adt(Res::Ext(ext), _) => {
            let traits = catalog.traits_of(ext.path, ext.krate.version.as_ref());
            if traits.iter().any(|&t| has_role(t, "rng/seedable")) {
                return Some(Confidence::High);
            }
            let known = catalog.type_model(ext.path, ext.krate.version.as_ref()).is_some();
            // The standard library's clones share (`Arc`) or hold no generator.
            (!known && ext.krate.package != *"std").then_some(Confidence::Low)
        }
        Ty::Adt(Res::Def(id), _) => {
            let has_state =
                body.cx.map.def(*id).kind == DefKind::Enum || !body.cx.world.table.fields(*id).is_empty();
            has_state.then_some(Confidence::Low)
        }
        // Whoever fills the parameter in may choose a seedable one.
        Ty::Param(_) => Some(Confidence::Medium),
        Ty::Unknown => Some(Confidence::Low),
        _ => None,
    }
}

/// `self.rng = rng` after the draw makes the original advance.
fn is_put_back(body: &BodyCx<'_>, original: ExprId) -> bool {
    let text = |id: ExprId| body.cx.program.sources.slice(body.span(id)).trim_start_matches('*');
    let place = text(original);
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::Assign { target, .. } => text(*target) == place,
        _ => false,
    })
}

/// The first draw from the generator `clone` that gives a nonce or salt.
fn drawn_nonce(body: &BodyCx<'_>, clone: ExprId) -> Option<(ExprId, &'static str)> {
    let variable = bound_to(body, clone);
    let is_it = |e: ExprId| {
        let inner = strip(body, e);
        inner == clone
            || variable.is_some()
                && matches!(body.kind(inner), ExprKind::Path(_))
                && body.local(inner) == variable
    };
    body.exprs().filter(|&id| id != clone).find_map(|id| {
        let (receiver, args) = match body.kind(id) {
            ExprKind::MethodCall { receiver, args, .. } => (Some(*receiver), args),
            ExprKind::Call { args, .. } => (None, args),
            _ => return None,
        };
        if !receiver.is_some_and(is_it) && !args.iter().any(|&a| is_it(a)) {
            return None;
        }
        let buffers = args.iter().filter(|&&a| !is_it(a)).copied();
        Some((id, purpose(body, id, buffers)?))
    })
}

/// An expression without references and dereferences.
fn strip(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    let mut at = id;
    loop {
        at = match body.kind(at) {
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::MethodCall { receiver, method, .. } if method.sym == *"by_ref" => *receiver,
            _ => return at,
        };
    }
}

/// The variable that a `let` or an assignment gives the value of an expression.
fn bound_to(body: &BodyCx<'_>, id: ExprId) -> Option<PatId> {
    body.exprs().find_map(|e| match body.kind(e) {
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { pat, value: Some(value), .. } if strip_conversions(body, *value) == id => {
                matches!(body.ir.pats[*pat].kind, PatKind::Bind { .. }).then_some(*pat)
            }
            _ => None,
        }),
        ExprKind::Assign { target, value, .. } if strip_conversions(body, *value) == id => {
            body.local(*target)
        }
        _ => None,
    })
}

fn strip_conversions(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    // Peeling goes through `clone()`, which is what is looked for.
    match body.kind(strip(body, id)) {
        ExprKind::Try(inner) | ExprKind::Await(inner) => strip(body, *inner),
        _ => strip(body, id),
    }
}

/// What a draw is for, if it is for something that must not repeat.
fn purpose(body: &BodyCx<'_>, draw: ExprId, buffers: impl Iterator<Item = ExprId>) -> Option<&'static str> {
    let mut targets: Vec<PatId> = buffers.filter_map(|b| body.local(b)).collect();
    targets.extend(bound_to(body, draw));
    let span = body.span(draw);
    for arrival in &body.flow.arrivals {
        let what = match arrival.role.role.as_str() {
            "cipher/nonce" => "nonce",
            "kdf/salt" => "salt",
            _ => continue,
        };
        let same_origin = arrival
            .value
            .origins()
            .iter()
            .any(|o| o.span == span || o.steps().iter().any(|s| s.span == span));
        let same_variable = body.local(arrival.arg).is_some_and(|l| targets.contains(&l));
        if same_origin || same_variable || body.span(arrival.arg).contains(span) {
            return Some(what);
        }
    }
    let mut words = body.words(draw);
    for &pat in &targets {
        if let PatKind::Bind { name, .. } = &body.ir.pats[pat].kind {
            words.extend(Words::of(name.sym.as_str()));
        }
    }
    ["nonce", "salt", "iv"]
        .into_iter()
        .find(|w| words.has(w))
        .map(|w| if w == "salt" { "salt" } else { "nonce" })
}

// The second shape.

fn kept_nonce(body: &BodyCx<'_>, lint: &Lint, arrival: &Arrival<'_>) -> Option<Finding> {
    let func = body.body.func?;
    let receiver = func.self_param.as_ref()?;
    let field = field_of_self(&arrival.value)?;
    if (!receiver.by_ref && receiver.ty.is_none()) || decrypts(body) || !takes_message(body, arrival) {
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
    if !encrypts(body) {
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
    let is_encryption = arrival.api.roles.iter().any(|r| Role::as_str(r.role) == "cipher/ciphertext");
    !is_encryption || others.is_empty() || !others.iter().all(own)
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
fn is_changed(body: &BodyCx<'_>, owner: DefId, field: Symbol) -> bool {
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
