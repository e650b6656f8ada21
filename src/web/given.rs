//! What a middleware was given where it was made: the addresses that its builder takes.
//!
//! ```text
//! .wrap(Gate::new(pool).open("/login").open_below("/shared/"))      open[0]: "/login", open_below[0]: "/shared/"
//! fn open(mut self, path: &str) -> Self { self.open.push(path); .. }      so `self.open` holds "/login"
//! ```

use std::rc::Rc;

use crate::base::{Span, Symbol};
use crate::ir::{Block, ExprId, ExprKind, Literal, MacroForm, PatId};
use crate::resolve::{DefId, Res};
use crate::types::Callee;
use crate::web::guard::Judge;
use crate::web::world::{BodyInfo, World};

/// Functions that make a middleware are followed this deep.
const MAX_CALLS: usize = 3;
/// What is put into a field, beside being assigned.
const PUTTING: &[&str] = &["push", "insert", "extend", "extend_from_slice", "append", "push_back"];

/// A text that a middleware was given.
#[derive(Clone, Debug)]
pub(super) struct Given {
    to: Taker,
    text: String,
    span: Span,
}

/// What took it.
#[derive(Clone, Copy, Debug)]
enum Taker {
    /// The n-th parameter of a function.
    Parameter(DefId, usize),
    /// A field, in a struct expression.
    Field(Symbol),
}

/// The texts in the expression that makes a middleware.
pub(super) fn texts<'a>(world: &World<'a>, info: &BodyInfo<'a>, made: ExprId) -> Rc<[Given]> {
    let mut out = Vec::new();
    read(world, info, made, MAX_CALLS, &mut out);
    out.into()
}

fn read<'a>(world: &World<'a>, info: &BodyInfo<'a>, e: ExprId, depth: usize, out: &mut Vec<Given>) {
    let mut take = |to: Taker, arg: ExprId| {
        let found = texts_in(world, info, arg).into_iter();
        out.extend(found.map(|(text, span)| Given { to, text, span }));
    };
    match &info.ir.exprs[e].kind {
        ExprKind::Path(_) => {
            if let Some(made) = info.initial(e) {
                read(world, info, made, depth, out);
            }
        }
        ExprKind::Ref { operand: inner, .. } | ExprKind::Try(inner) | ExprKind::Await(inner) => {
            read(world, info, *inner, depth, out);
        }
        ExprKind::MethodCall { receiver, args, .. } => {
            if let Some(Callee::Def(def)) = world.callee(info, e) {
                args.iter().enumerate().for_each(|(n, &arg)| take(Taker::Parameter(def, n), arg));
            }
            read(world, info, *receiver, depth, out);
        }
        ExprKind::Call { callee, args } => match world.callee(info, *callee) {
            Some(Callee::Def(def)) => {
                args.iter().enumerate().for_each(|(n, &arg)| take(Taker::Parameter(def, n), arg));
                if let Some(called) = world.body(def).filter(|_| depth > 0) {
                    read(world, &called, called.body.root, depth - 1, out);
                }
            }
            // `Arc::new(..)`, `Some(..)`.
            _ => args.iter().for_each(|&arg| read(world, info, arg, depth, out)),
        },
        ExprKind::Struct { fields, .. } => {
            fields.iter().for_each(|f| take(Taker::Field(f.name.sym), f.value))
        }
        ExprKind::Block(Block { tail: Some(tail), .. }) => read(world, info, *tail, depth, out),
        ExprKind::Macro(call) => {
            if let MacroForm::Expr(inner) = call.form {
                read(world, info, inner, depth, out);
            }
        }
        _ => {}
    }
}

/// The texts that are written in an expression, or in the constants and variables that it names.
fn texts_in<'a>(world: &World<'a>, info: &BodyInfo<'a>, root: ExprId) -> Vec<(String, Span)> {
    let mut out = Vec::new();
    let mut named = Vec::new();
    info.ir.for_each_expr(root, &mut |e| match &info.ir.exprs[e].kind {
        ExprKind::Literal(Literal::Str(text)) => out.push((text.to_string(), info.ir.exprs[e].span)),
        ExprKind::Path(_) => match info.names.exprs.get(&e).map(|found| &found.res) {
            Some(Res::Def(_)) => named.extend(world.constant(info, e)),
            Some(Res::Local(_)) => {
                let Some(made) = info.initial(e) else { return };
                info.ir.for_each_expr(made, &mut |e| {
                    if let ExprKind::Literal(Literal::Str(text)) = &info.ir.exprs[e].kind {
                        out.push((text.to_string(), info.ir.exprs[e].span));
                    }
                });
            }
            _ => {}
        },
        _ => {}
    });
    for body in named {
        body.ir.for_each_expr(body.body.root, &mut |e| {
            if let ExprKind::Literal(Literal::Str(text)) = &body.ir.exprs[e].kind {
                out.push((text.to_string(), body.ir.exprs[e].span));
            }
        });
    }
    out
}

/// The texts that lie in a field.
pub(super) fn kept(judge: &Judge<'_, '_>, given: &[Given], field: Symbol) -> Vec<(String, Span)> {
    let lies_there = |given: &&Given| match given.to {
        Taker::Field(name) => name == field,
        Taker::Parameter(def, n) => puts(judge, def, n, field),
    };
    given.iter().filter(lies_there).map(|given| (given.text.clone(), given.span)).collect()
}

/// Whether a function puts its n-th parameter into a field.
fn puts(judge: &Judge<'_, '_>, function: DefId, n: usize, field: Symbol) -> bool {
    let Some(info) = judge.world.body(function) else { return false };
    let Some((pat, _)) = judge.params(function).into_iter().nth(n) else { return false };
    let mut found = false;
    info.ir.for_each_expr(info.body.root, &mut |e| match &info.ir.exprs[e].kind {
        ExprKind::MethodCall { receiver, method, args, .. } if PUTTING.contains(&method.sym.as_str()) => {
            found |= is_field(&info, *receiver, field) && args.iter().any(|&arg| names(&info, arg, pat));
        }
        ExprKind::Assign { target, value, .. } => {
            found |= is_field(&info, *target, field) && names(&info, *value, pat);
        }
        ExprKind::Struct { fields, .. } => {
            found |= fields.iter().any(|f| f.name.sym == field && names(&info, f.value, pat));
        }
        _ => {}
    });
    found
}

fn is_field(info: &BodyInfo<'_>, e: ExprId, field: Symbol) -> bool {
    matches!(&info.ir.exprs[e].kind, ExprKind::Field { name, .. } if name.sym == field)
}

/// Whether an expression has a parameter in it, or a variable that is made of it.
fn names(info: &BodyInfo<'_>, root: ExprId, pat: PatId) -> bool {
    let mut found = false;
    let is = |e: ExprId| matches!(info.names.exprs.get(&e).map(|f| &f.res), Some(Res::Local(p)) if *p == pat);
    info.ir.for_each_expr(root, &mut |e| {
        found |= is(e);
        if let Some(made) = info.initial(e).filter(|_| !found) {
            info.ir.for_each_expr(made, &mut |part| found |= is(part));
        }
    });
    found
}
