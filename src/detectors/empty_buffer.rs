//! Random bytes, a key or a digest are written into a vector without elements: `let mut key = Vec::with_capacity(32);
//! rng.fill_bytes(&mut key);`.
//!
//! Such functions fill the slice that they are given, and that of a vector has its length, not its capacity. The call does nothing,
//! without an error, and the key is empty. The call is one whose model says that it fills an argument, or a function of the workspace that
//! has it done in a slice that it is lent; the vector is a variable
//! of this body that is made empty and is not named between its making and the call, apart from calls that change no length.

use crate::catalog::{AccessPath, Lint, RoleAt};
use crate::detectors::BodyCx;
use crate::detectors::body::short_path;
use crate::finding::{Finding, Label};
use crate::ir::{Block, ExprId, ExprKind, MacroForm, PatId, PatKind, UnaryOp};
use crate::types::Ty;

/// What is made to be written into a buffer.
const OUTPUTS: &[&str] = &["rng/output", "kdf/output", "hash/output", "mac/output"];
/// Methods of a vector that give all of it as a slice.
const SLICES: &[&str] = &["as_mut_slice", "as_mut", "deref_mut", "borrow_mut"];
/// Methods of a vector that leave its length alone.
const KEEPS_LENGTH: &[&str] = &["reserve", "reserve_exact", "capacity", "len", "is_empty", "clear"];
/// Functions that make a vector without elements.
const EMPTY: &[&str] = &["new", "with_capacity", "default"];
/// Variables that stand for one another.
const MAX_NAMES: usize = 4;
/// Wrappers around a new vector that are looked into.
const MAX_WRAPPERS: usize = 6;

/// Findings of the `empty-output-buffer` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let filled = body.exprs().flat_map(|call| outputs(body, call).into_iter().map(move |out| (call, out)));
    filled.filter_map(|(call, (name, buffer))| judge(body, lint, call, (&name, buffer))).collect()
}

/// The buffers that a call writes its output into, with the name of what is called.
fn outputs(body: &BodyCx<'_>, call: ExprId) -> Vec<(String, ExprId)> {
    let args = match body.kind(call) {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => args,
        _ => return Vec::new(),
    };
    let Some(rows) = body.flow.rows.get(&call) else { return by_function(body, call, args) };
    let is_output = |r: &&RoleAt| OUTPUTS.contains(&r.role.as_str());
    let mut out = Vec::new();
    for &api in rows {
        let places = api.roles.iter().filter(is_output).filter(|r| api.fills.contains(&r.at));
        out.extend(places.filter_map(|r| match r.at {
            AccessPath::Argument(n) => args.get(n).map(|&arg| (short_path(api.path.as_str()), arg)),
            _ => None,
        }));
    }
    out.truncate(1);
    out
}

/// The slices that a function of the workspace is lent and in which it has an output written.
fn by_function(body: &BodyCx<'_>, call: ExprId, args: &[ExprId]) -> Vec<(String, ExprId)> {
    let targets = body.targets(call);
    let [def] = targets[..] else { return Vec::new() };
    let (Some(summary), Some(sig)) = (body.summaries.get(def), body.cx.world.table.sig(def)) else {
        return Vec::new();
    };
    let slice = |n: usize| sig.params.get(n).is_some_and(|ty| matches!(ty.peel(), Ty::Slice(_)));
    // The first of the parameters that a summary counts is `self`, whether there is one or not.
    let filled =
        summary.writes.iter().filter(|(_, value)| OUTPUTS.iter().any(|role| value.role(role).is_some()));
    let filled = filled.filter_map(|(n, _)| n.checked_sub(1)).filter(|&n| slice(n));
    let name = body.cx.map.def(def).name;
    filled.filter_map(|n| args.get(n).map(|&arg| (name.as_str().to_owned(), arg))).take(1).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, call: ExprId, (by, buffer): (&str, ExprId)) -> Option<Finding> {
    let chain = variables(body, buffer);
    let (local, made) = *chain.last()?;
    if !is_empty_vector(body, made) || chain.iter().any(|one| is_used_between(body, *one, call, &chain)) {
        return None;
    }
    let name = match &body.ir.pats[local].kind {
        PatKind::Bind { name, .. } => name.sym,
        _ => return None,
    };
    let message = format!("`{by}` writes into a vector without elements");
    let mut finding = body.finding(lint, body.span(buffer), "nothing is written here", message);
    let label = "its length is zero, whatever its capacity";
    finding.context.push(Label::new(body.span(made), label));
    finding.help.push(format!("make it with the length that is wanted: `let mut {name} = vec![0; 32];`"));
    Some(finding)
}

/// The variable of which all is given, `&mut key`, `&mut key[..]`, `key.as_mut_slice()`, with what it is made by; before it those that
/// stand for it: `let out = &mut key;`.
fn variables(body: &BodyCx<'_>, buffer: ExprId) -> Vec<(PatId, ExprId)> {
    let mut out = Vec::new();
    let mut at = buffer;
    while out.len() < MAX_NAMES {
        let Some(named) = whole(body, at) else { break };
        let Some(local) = body.local(named) else { break };
        let Some(made) = body.initializer(local) else { break };
        out.push((local, made));
        at = made;
    }
    out
}

/// The path of which an expression gives all.
fn whole(body: &BodyCx<'_>, buffer: ExprId) -> Option<ExprId> {
    let mut at = buffer;
    loop {
        at = match body.kind(at) {
            ExprKind::Path(_) => return Some(at),
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
            ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
            ExprKind::Index { base, index } if is_all(body, *index) => *base,
            ExprKind::MethodCall { receiver, method, args, .. }
                if args.is_empty() && SLICES.contains(&method.sym.as_str()) =>
            {
                *receiver
            }
            _ => return None,
        };
    }
}

fn is_all(body: &BodyCx<'_>, index: ExprId) -> bool {
    matches!(body.kind(index), ExprKind::Range { start: None, end: None })
}

/// `Vec::with_capacity(32)`, `vec![]`, and these inside of `Zeroizing::new(..)`.
fn is_empty_vector(body: &BodyCx<'_>, made: ExprId) -> bool {
    let mut at = made;
    for _ in 0..MAX_WRAPPERS {
        let vector = body.types.of(at).ext_path() == Some("std::vec::Vec");
        at = match body.kind(at) {
            ExprKind::Call { callee, args } => {
                let ExprKind::Path(path) = body.kind(*callee) else { return false };
                let Some(name) = path.last().map(|s| s.name.sym.as_str()) else { return false };
                match args[..] {
                    _ if vector => return EMPTY.contains(&name),
                    [inner] if name == "new" => inner,
                    _ => return false,
                }
            }
            ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
            // What is given away under this name was not changed under it.
            ExprKind::Path(_) => {
                let local = body.local(at).filter(|&local| !is_mutable(body, local));
                let Some(made) = local.and_then(|local| body.initializer(local)) else { return false };
                made
            }
            ExprKind::Macro(call) => match call.form {
                MacroForm::Expr(list) => return matches!(body.kind(list), ExprKind::Array(l) if l.is_empty()),
                _ => return false,
            },
            _ => return false,
        };
    }
    false
}

fn is_mutable(body: &BodyCx<'_>, local: PatId) -> bool {
    matches!(body.ir.pats[local].kind, PatKind::Bind { mutable: true, .. })
}

/// Whether a variable is named between its making and the call, other than by what leaves its length alone or makes another name
/// for it.
fn is_used_between(
    body: &BodyCx<'_>,
    (local, made): (PatId, ExprId),
    call: ExprId,
    names: &[(PatId, ExprId)],
) -> bool {
    let (after, before) = (body.span(made), body.span(call));
    let named = |id: ExprId| matches!(body.kind(id), ExprKind::Path(_)) && body.local(id) == Some(local);
    let keeps = |id: ExprId| {
        let renames = names.iter().any(|(_, made)| body.span(*made).contains(body.span(id)));
        let parent = body.parent(id).map(|parent| body.kind(parent));
        let looks = match parent {
            Some(ExprKind::MethodCall { receiver, method, .. }) => {
                *receiver == id && KEEPS_LENGTH.contains(&method.sym.as_str())
            }
            _ => false,
        };
        renames || looks
    };
    let between = |id: ExprId| body.span(id).lo >= after.hi && body.span(id).hi <= before.lo;
    body.exprs().any(|id| named(id) && between(id) && !keeps(id))
}
