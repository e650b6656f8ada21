//! Random bytes, a key or a digest are written into a vector without elements: `let mut key = Vec::with_capacity(32);
//! rng.fill_bytes(&mut key);`.
//!
//! Such functions fill the slice that they are given, and that of a vector has its length, not its capacity. The call does nothing,
//! without an error, and the key is empty. The call is one whose model says that it fills an argument; the vector is a variable
//! of this body that is made empty and is not named between its making and the call, apart from calls that change no length.

use crate::catalog::{AccessPath, Api, Lint, RoleAt};
use crate::detectors::BodyCx;
use crate::detectors::body::short_path;
use crate::finding::{Finding, Label};
use crate::ir::{ExprId, ExprKind, MacroForm, PatId, UnaryOp};

/// What is made to be written into a buffer.
const OUTPUTS: &[&str] = &["rng/output", "kdf/output", "hash/output", "mac/output"];
/// Methods of a vector that give all of it as a slice.
const SLICES: &[&str] = &["as_mut_slice", "as_mut", "deref_mut", "borrow_mut"];
/// Methods of a vector that leave its length alone.
const KEEPS_LENGTH: &[&str] = &["reserve", "reserve_exact", "capacity", "len", "is_empty", "clear"];
/// Functions that make a vector without elements.
const EMPTY: &[&str] = &["new", "with_capacity", "default"];
/// Wrappers around a new vector that are looked into.
const MAX_WRAPPERS: usize = 3;

/// Findings of the `empty-output-buffer` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let filled = body.exprs().flat_map(|call| outputs(body, call).into_iter().map(move |out| (call, out)));
    filled.filter_map(|(call, (api, buffer))| judge(body, lint, call, (api, buffer))).collect()
}

/// The buffers that a call writes its output into.
fn outputs<'a>(body: &BodyCx<'a>, call: ExprId) -> Vec<(&'a Api, ExprId)> {
    let args = match body.kind(call) {
        ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => args,
        _ => return Vec::new(),
    };
    let Some(rows) = body.flow.rows.get(&call) else { return Vec::new() };
    let is_output = |r: &&RoleAt| OUTPUTS.contains(&r.role.as_str());
    let mut out = Vec::new();
    for &api in rows {
        let places = api.roles.iter().filter(is_output).filter(|r| api.fills.contains(&r.at));
        out.extend(places.filter_map(|r| match r.at {
            AccessPath::Argument(n) => args.get(n).map(|&arg| (api, arg)),
            _ => None,
        }));
    }
    out.truncate(1);
    out
}

fn judge(body: &BodyCx<'_>, lint: &Lint, call: ExprId, (api, buffer): (&Api, ExprId)) -> Option<Finding> {
    let local = body.local(variable(body, buffer)?)?;
    let made = body.initializer(local)?;
    if !is_empty_vector(body, made) || is_used_between(body, local, made, call) {
        return None;
    }
    let name = body.name(buffer).map_or_else(String::new, |name| name.to_string());
    let message = format!("`{}` writes into a vector without elements", short_path(api.path.as_str()));
    let mut finding = body.finding(lint, body.span(buffer), "nothing is written here", message);
    let label = "its length is zero, whatever its capacity";
    finding.context.push(Label::new(body.span(made), label));
    finding.help.push(format!("make it with the length that is wanted: `let mut {name} = vec![0; 32];`"));
    Some(finding)
}

/// The variable of which all is given: `&mut key`, `&mut key[..]`, `key.as_mut_slice()`.
fn variable(body: &BodyCx<'_>, buffer: ExprId) -> Option<ExprId> {
    let mut at = buffer;
    loop {
        at = match body.kind(at) {
            ExprKind::Path(_) => return Some(at),
            ExprKind::Ref { operand, .. } | ExprKind::Unary { op: UnaryOp::Deref, operand } => *operand,
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
            ExprKind::Macro(call) => match call.form {
                MacroForm::Expr(list) => return matches!(body.kind(list), ExprKind::Array(l) if l.is_empty()),
                _ => return false,
            },
            _ => return false,
        };
    }
    false
}

/// Whether the variable is named between its making and the call, other than by what leaves its length alone.
fn is_used_between(body: &BodyCx<'_>, local: PatId, made: ExprId, call: ExprId) -> bool {
    let (after, before) = (body.span(made), body.span(call));
    let named = |id: ExprId| matches!(body.kind(id), ExprKind::Path(_)) && body.local(id) == Some(local);
    let keeps = |id: ExprId| {
        body.parent(id).is_some_and(|parent| match body.kind(parent) {
            ExprKind::MethodCall { receiver, method, .. } => {
                *receiver == id && KEEPS_LENGTH.contains(&method.sym.as_str())
            }
            _ => false,
        })
    };
    let between = |id: ExprId| body.span(id).lo >= after.hi && body.span(id).hi <= before.lo;
    body.exprs().any(|id| named(id) && between(id) && !keeps(id))
}
