//! A message is used before anybody has verified it.
//!
//! Two shapes. *Late*: a message is verified in this function, and before that it is handed, whole, to a call that is awaited:
//! what the callee stores or decides rests on a forgery; or it, or a part of it, is put into a field of this object, so that a forgery
//! stays there. Silent is what the verification itself needs, such as the key that is fetched for the message. *Never*: the content of a parameter is decrypted though its type carries a signature and has a
//! method that verifies, and nothing here verifies it; the caller may have, so that this one is told by name alone.
//!
//! Example: `policy.admit(&event).await?; event.verify()?;`.

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::detectors::verification::fate::rejects;
use crate::detectors::verification::{is_password, locals_in, name_of};
use crate::detectors::words::Words;
use crate::finding::{Finding, Label};
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::Ty;

/// Expressions around one that are looked at.
const MAX_AROUND: usize = 64;

/// Words of what is handed on everywhere, and is no message.
const HANDLES: &[&str] = &[
    "signer",
    "conn",
    "connection",
    "pool",
    "db",
    "database",
    "client",
    "state",
    "ctx",
    "cx",
    "context",
    "opts",
    "options",
    "args",
    "settings",
    "app",
    "config",
    "key",
    "keys",
    "verifier",
    "service",
    "manager",
    "store",
    "server",
    "stream",
];

/// Words of types through which other services are asked.
const CONNECTIONS: &[&str] = &["pool", "connection", "conn", "client", "database"];

/// Methods that put something into a collection.
const STORES: &[&str] = &["insert", "push", "push_back", "push_front", "replace"];
/// Methods that take it out again.
const TAKES_OUT: &[&str] =
    &["remove", "pop", "pop_back", "pop_front", "swap_remove", "shift_remove", "clear", "retain"];

/// Findings of the lint about messages that are used too early.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let verified = body.exprs().filter(|&id| body.verifies(id) && !is_password(body, id));
    verified.filter_map(|call| too_late(body, lint, call)).collect()
}

fn too_late(body: &BodyCx<'_>, lint: &Lint, call: ExprId) -> Option<Finding> {
    let verified = verified_by(body, call).filter(|&local| rejects(body, call) && !is_drawn(body, local))?;
    let needed = needed_by(body, call);
    let reported = is_reported(body, call);
    let early = body.exprs().find(|&id| {
        let before = body.span(id).hi <= body.span(call).lo && !body.verifies(id);
        before
            && in_sequence(body, id, call)
            && (is_awaited(body, id)
                && bound_to(body, id).is_none_or(|l| !needed.contains(&l))
                && given(body, id).into_iter().any(|arg| message(body, arg) == Some(verified))
                || !reported && is_kept(body, id, verified))
    })?;
    let local = verified;
    let name = |id| body.name(id).map_or("it", |n| n.as_str());
    let shown = body.cx.snippet(body.ir.pats[local].span);
    let message = format!("`{shown}` is used before `{}` has verified it", name(call));
    let mut finding = body.finding(lint, body.span(call), "verified only here", message);
    let label = match body.kind(early) {
        ExprKind::Assign { target, .. } => format!("`{}` becomes what may be forged", body.snippet(*target)),
        _ => format!("`{}` gets what may be forged", name(early)),
    };
    finding.context.push(Label::new(body.span(early), label));
    finding.help.push("verify first, before anything is stored or decided".to_owned());
    Some(finding)
}

/// What a call verifies: the message that it is a method of, else the first that it is given. What follows is what it needs
/// for that: keys, the time, what is expected.
fn verified_by(body: &BodyCx<'_>, call: ExprId) -> Option<PatId> {
    match body.kind(call) {
        ExprKind::MethodCall { receiver, .. } if is_value(body, *receiver) => message(body, *receiver),
        _ => {
            given(body, call).into_iter().find_map(|arg| message(body, arg)).or_else(|| of_parts(body, call))
        }
    }
}

/// Whether this function makes something of nothing that it was given, such as the challenge that an answer is verified against:
/// `Challenge::new(&mut rng())`. Nobody has forged it.
fn is_drawn(body: &BodyCx<'_>, local: PatId) -> bool {
    body.initializer(local).is_some_and(|value| {
        matches!(body.kind(body.peel(value)), ExprKind::Call { .. }) && locals_in(body, value).is_empty()
    })
}

/// The message of which a call verifies the parts: `key.verify(&[message.id, message.body], message.tag)`.
fn of_parts(body: &BodyCx<'_>, call: ExprId) -> Option<PatId> {
    let mut found = Vec::new();
    for arg in given(body, call).into_iter().skip(usize::from(is_method(body, call))) {
        body.ir.for_each_expr(arg, &mut |id| {
            if let ExprKind::Field { base, .. } = body.kind(id)
                && let Some(local) = message(body, *base)
                && !found.contains(&local)
            {
                found.push(local);
            }
        });
    }
    let [only] = found[..] else { return None };
    Some(only)
}

fn is_method(body: &BodyCx<'_>, call: ExprId) -> bool {
    matches!(body.kind(call), ExprKind::MethodCall { .. })
}

/// Whether a message, or a part of it, is put into a field of this object, and stays there: `self.seen.insert(message.id)`,
/// `self.last = message.seq`.
fn is_kept(body: &BodyCx<'_>, id: ExprId, verified: PatId) -> bool {
    match body.kind(id) {
        ExprKind::Assign { op: None, target, value } => {
            own_field(body, *target).is_some() && is_part(body, *value, verified)
        }
        ExprKind::MethodCall { receiver, method, args, .. } if STORES.contains(&method.sym.as_str()) => {
            own_field(body, *receiver).is_some_and(|field| !is_taken_out(body, field))
                && args.iter().any(|&arg| is_part(body, arg, verified))
        }
        _ => false,
    }
}

/// Whether a failure is told to this object, `if !reply.verify(..) { self.ban(..); return }`: then it knows that what it keeps is forged.
fn is_reported(body: &BodyCx<'_>, call: ExprId) -> bool {
    let mut at = call;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::If { cond, then, .. } if *cond == at => return tells_itself(body, *then),
            ExprKind::Block(_) | ExprKind::Async(_) | ExprKind::Closure { .. } => return false,
            _ => at = parent,
        }
    }
    false
}

fn tells_itself(body: &BodyCx<'_>, branch: ExprId) -> bool {
    let own = body.body.func.and_then(|f| f.self_param.as_ref()).map(|s| s.pat);
    let mut found = false;
    body.ir.for_each_expr(branch, &mut |id| {
        if let ExprKind::MethodCall { receiver, .. } = body.kind(id) {
            found |= own.is_some() && body.local(body.peel(*receiver)) == own;
        }
    });
    found
}

/// Whether a value is a message or a field of it, copied or converted.
fn is_part(body: &BodyCx<'_>, id: ExprId, verified: PatId) -> bool {
    let mut at = body.peel(id);
    while let ExprKind::Field { base, .. } = body.kind(at) {
        at = body.peel(*base);
    }
    message(body, at) == Some(verified)
}

/// The field of this object that something is, behind calls that lock it: `cache` of `self.cache.write()`.
fn own_field(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let at = body.chain_root(id);
    let ExprKind::Field { base, name } = body.kind(at) else { return None };
    let own = body.body.func.and_then(|f| f.self_param.as_ref()).map(|s| s.pat)?;
    (body.local(body.peel(*base)) == Some(own)).then_some(name.sym)
}

/// Whether the function takes something out of a field too, as what it put there before it knew better.
fn is_taken_out(body: &BodyCx<'_>, field: Symbol) -> bool {
    body.exprs().any(|id| match body.kind(id) {
        ExprKind::MethodCall { receiver, method, .. } => {
            TAKES_OUT.contains(&method.sym.as_str()) && own_field(body, *receiver) == Some(field)
        }
        _ => false,
    })
}

/// Whether a variable is what a method is about, though its type be unknown: neither this object nor one that is handed on
/// everywhere.
fn is_value(body: &BodyCx<'_>, id: ExprId) -> bool {
    let at = named(body, id);
    let own = body.body.func.and_then(|f| f.self_param.as_ref()).map(|s| s.pat);
    let local = matches!(body.kind(at), ExprKind::Path(_)).then(|| body.local(at)).flatten();
    local.is_some_and(|local| own != Some(local) && !name_of(body, local).has_any(HANDLES))
}

/// The receiver and the arguments of a call.
fn given(body: &BodyCx<'_>, call: ExprId) -> Vec<ExprId> {
    match body.kind(call) {
        ExprKind::Call { args, .. } => args.clone(),
        ExprKind::MethodCall { receiver, args, .. } => {
            std::iter::once(*receiver).chain(args.iter().copied()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a type, or what it wraps, is named for a connection: `Data<RedisPool>`.
fn connects(body: &BodyCx<'_>, ty: &Ty) -> bool {
    let Ty::Adt(res, args) = ty.peel() else { return false };
    let named = body.cx.map.name_of(res).is_some_and(|name| Words::of(name).has_any(CONNECTIONS));
    named || args.first().is_some_and(|arg| connects(body, arg))
}

/// The variable that an argument hands on whole, if it is a message: a struct, no text or bytes. What is lent to be changed is
/// a connection or a buffer.
fn message(body: &BodyCx<'_>, arg: ExprId) -> Option<PatId> {
    let at = named(body, arg);
    let local = matches!(body.kind(at), ExprKind::Path(_)).then(|| body.local(at))??;
    if name_of(body, local).has_any(HANDLES) || connects(body, body.types.of(at)) {
        return None;
    }
    let own = body.body.func.and_then(|f| f.self_param.as_ref()).map(|s| s.pat);
    let is_struct = match body.types.of(at).peel() {
        Ty::Adt(Res::Def(_), _) => true,
        Ty::Adt(Res::Ext(ext), _) => ext.krate.package.as_str() != "std" && !body.types.of(at).is_text(),
        _ => false,
    };
    (is_struct && own != Some(local)).then_some(local)
}

/// The variable behind references, blocks and other names of it.
fn named(body: &BodyCx<'_>, arg: ExprId) -> ExprId {
    let mut at = arg;
    for _ in 0..MAX_AROUND {
        let next = match body.kind(at) {
            ExprKind::Ref { mutable: false, operand } => Some(*operand),
            ExprKind::Block(block) if block.stmts.is_empty() => block.tail,
            ExprKind::Path(_) => {
                let value = body.local(at).and_then(|local| body.initializer(local));
                value.filter(|&v| matches!(body.kind(v), ExprKind::Ref { .. } | ExprKind::Path(_)))
            }
            _ => None,
        };
        let Some(next) = next else { break };
        at = next;
    }
    at
}

fn is_awaited(body: &BodyCx<'_>, call: ExprId) -> bool {
    matches!(body.kind(call), ExprKind::Call { .. } | ExprKind::MethodCall { .. })
        && body.parent(call).is_some_and(|p| matches!(body.kind(p), ExprKind::Await(_)))
}

/// The variables that a verification reads, and those that these are made from.
fn needed_by(body: &BodyCx<'_>, call: ExprId) -> Vec<PatId> {
    let mut out = locals_in(body, call);
    let mut at = 0;
    while at < out.len().min(MAX_AROUND) {
        let below = body.initializer(out[at]).map(|value| locals_in(body, value));
        for local in below.into_iter().flatten() {
            if !out.contains(&local) {
                out.push(local);
            }
        }
        at += 1;
    }
    out
}

/// The variable in whose definition a call stands.
fn bound_to(body: &BodyCx<'_>, call: ExprId) -> Option<PatId> {
    let (mut at, mut steps) = (call, 0);
    while let Some(parent) = body.parent(at).filter(|_| steps < MAX_AROUND) {
        if let ExprKind::Block(block) | ExprKind::Async(block) = body.kind(parent) {
            return block.stmts.iter().find_map(|stmt| match stmt {
                crate::ir::Stmt::Let { pat, value: Some(value), .. } if *value == at => Some(*pat),
                _ => None,
            });
        }
        (at, steps) = (parent, steps + 1);
    }
    None
}

/// Whether the second follows the first: they are not in different arms or branches, and the first is in none that leaves.
fn in_sequence(body: &BodyCx<'_>, first: ExprId, second: ExprId) -> bool {
    let mut at = first;
    while let Some(parent) = body.parent(at) {
        if body.span(parent).contains(body.span(second)) {
            return match body.kind(parent) {
                ExprKind::Match { scrutinee, .. } => *scrutinee == at,
                ExprKind::If { cond, .. } => *cond == at,
                ExprKind::Block(_) | ExprKind::Async(_) => true,
                _ => false,
            };
        }
        if leaves(body, parent) {
            return false;
        }
        at = parent;
    }
    false
}

/// Whether a block or statement ends the function: what it did with the message is another way to answer it.
fn leaves(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Return(_) => true,
        ExprKind::Block(block) => {
            let last = match block.stmts.last() {
                Some(crate::ir::Stmt::Expr(e, _)) => Some(*e),
                _ => None,
            };
            let last = block.tail.or(last);
            last.is_some_and(|e| matches!(body.kind(e), ExprKind::Return(_)))
        }
        _ => false,
    }
}

/// Findings of the lint about messages that nobody verifies.
pub fn detect_never(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let Some(func) = body.body.func else { return Vec::new() };
    let decrypts = body.exprs().filter(|&id| {
        matches!(body.kind(id), ExprKind::Call { .. } | ExprKind::MethodCall { .. })
            && body.words(id).has("decrypt")
    });
    let found = decrypts.filter_map(|call| {
        let (arg, local, verifier) = given(body, call).into_iter().find_map(|arg| {
            let ExprKind::Field { base, .. } = body.kind(body.peel(arg)) else { return None };
            let local = body.local(*base).filter(|local| func.params.iter().any(|p| p.pat == *local))?;
            Some((arg, local, signed_type(body, body.types.locals.get(&local)?)?))
        })?;
        (!is_verified(body, local)).then(|| never(body, lint, (call, arg), local, verifier))
    });
    found.collect()
}

/// The method by which a type with a signature is verified.
fn signed_type(body: &BodyCx<'_>, ty: &Ty) -> Option<DefId> {
    let Ty::Adt(res @ Res::Def(def), _) = ty.peel() else { return None };
    let fields = body.cx.world.table.fields(*def);
    fields.iter().find(|(name, _)| Words::of(name.as_str()).has_any(&["sig", "signature"]))?;
    ["verify", "verify_signature", "is_valid", "validate"]
        .iter()
        .find_map(|name| body.cx.map.associated(res, Symbol::new(name)))
        .filter(|&method| matches!(body.cx.map.def(method).kind, DefKind::Method(_)))
}

/// Whether a call that is named like a verification gets the message, or one of the same type, such as what was in it.
fn is_verified(body: &BodyCx<'_>, local: PatId) -> bool {
    let ty = body.types.locals.get(&local).map(Ty::peel);
    body.exprs().any(|id| {
        let named = body.words(id).has_any(&["verify", "validate", "check", "verified", "authenticate"]);
        let message = |arg: ExprId| body.local(arg) == Some(local) || Some(body.types.of(arg).peel()) == ty;
        named && given(body, id).into_iter().any(message)
    })
}

fn never(
    body: &BodyCx<'_>,
    lint: &Lint,
    (call, arg): (ExprId, ExprId),
    local: PatId,
    verifier: DefId,
) -> Finding {
    let shown = body.cx.snippet(body.ir.pats[local].span);
    let message = format!("`{shown}` is decrypted without being verified");
    let mut finding = body.finding(lint, body.span(call), "trusts whoever wrote it", message);
    finding.context.push(Label::new(body.span(arg), "signed, but nobody looked"));
    let name = body.cx.map.def(verifier).name;
    finding.help.push(format!("call `{name}` first, and compare the author with the one that is expected"));
    finding
}
