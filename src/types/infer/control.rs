//! Types of expressions that consist of others: branches, loops, blocks, closures, macros.
//!
//! A branch that ends (`return`, `panic!`) has type `!` and gives way to the type of the other one.

use std::sync::Arc;

use super::{Infer, has_params, merge};
use crate::ir::{Block, ClosureParam, ExprId, ExprKind, LoopKind, MacroCall, MacroForm, Stmt};
use crate::types::Ty;

impl Infer<'_, '_> {
    pub(super) fn control(&mut self, id: ExprId, expected: &Ty) -> Ty {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::If { cond, then, otherwise } => {
                self.plain(*cond);
                let then = self.expr(*then, expected);
                let otherwise = otherwise.map_or(Ty::Unknown, |e| self.expr(e, expected));
                either(then, otherwise)
            }
            ExprKind::Let { pat, value } => {
                let ty = self.plain(*value);
                self.bind(*pat, &ty);
                Ty::bool()
            }
            ExprKind::Match { scrutinee, arms } => {
                let ty = self.plain(*scrutinee);
                let mut result = Ty::Never;
                for arm in arms {
                    self.bind(arm.pat, &ty);
                    arm.guard.iter().for_each(|&g| drop(self.plain(g)));
                    let body = self.expr(arm.body, expected);
                    result = either(result, body);
                }
                result
            }
            ExprKind::Loop { kind, body } => self.loop_(*kind, *body),
            ExprKind::Closure { params, ret, body, is_async } => {
                let wanted = if let Ty::Fn(params, _) = expected { params.clone() } else { Arc::from([]) };
                let ret = ret.map_or(Ty::Unknown, |t| self.cx.lower(&self.scope, t));
                self.closure(params, &wanted, ret, *body, *is_async)
            }
            ExprKind::Try(inner) => {
                let ty = self.plain(*inner);
                if is_wrapper(&ty) { ty.arg(0) } else { Ty::Unknown }
            }
            ExprKind::Await(inner) => {
                let ty = self.plain(*inner);
                if ty.is_ext("std::future::Future") { ty.arg(0) } else { ty }
            }
            ExprKind::Return(value) | ExprKind::Break(value) => {
                value.iter().for_each(|&e| drop(self.plain(e)));
                Ty::Never
            }
            ExprKind::Continue => Ty::Never,
            ExprKind::Range { start, end } => {
                let types: Vec<Ty> = start.iter().chain(end).map(|&e| self.plain(e)).collect();
                self.cx.std_type("std::ops::Range", types.into_iter().find(Ty::is_known))
            }
            _ => Ty::Unknown,
        }
    }

    pub(super) fn block(&mut self, block: &Block, expected: &Ty) -> Ty {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, ty, value, otherwise, .. } => {
                    let declared = ty.map_or(Ty::Unknown, |t| self.cx.lower(&self.scope, t));
                    let value = value.map_or(Ty::Unknown, |v| self.expr(v, &declared));
                    self.bind(*pat, &merge(declared, value));
                    otherwise.iter().for_each(|&e| drop(self.plain(e)));
                }
                Stmt::Expr(e, _) => drop(self.plain(*e)),
                Stmt::Item(_) => {}
            }
        }
        block.tail.map_or_else(Ty::unit, |e| self.expr(e, expected))
    }

    fn loop_(&mut self, kind: LoopKind, body: ExprId) -> Ty {
        match kind {
            LoopKind::Loop => {}
            LoopKind::While(cond) => drop(self.plain(cond)),
            LoopKind::For(pat, iter) => {
                let ty = self.plain(iter);
                let item = self.item_type(&ty);
                self.bind(pat, &item);
            }
        }
        self.plain(body);
        if kind == LoopKind::Loop { Ty::Unknown } else { Ty::unit() }
    }

    /// What iterating over a value yields.
    fn item_type(&self, ty: &Ty) -> Ty {
        let by_ref = matches!(ty, Ty::Ref(_));
        let wrap = |item: Ty| if by_ref && item.is_known() { item.reference() } else { item };
        let peeled = ty.peel();
        match peeled {
            Ty::Slice(inner) | Ty::Array(inner) => wrap((**inner).clone()),
            _ => match peeled.ext_path() {
                Some("std::iter::Iter" | "std::ops::Range") => peeled.arg(0),
                Some("std::collections::HashMap" | "std::collections::BTreeMap") => {
                    Ty::Tuple(Arc::from([wrap(peeled.arg(0)), wrap(peeled.arg(1))]))
                }
                Some(path) if path.starts_with("std::") => wrap(peeled.arg(0)),
                _ => Ty::Unknown,
            },
        }
    }

    fn closure(
        &mut self,
        params: &[ClosureParam],
        wanted: &[Ty],
        ret: Ty,
        body: ExprId,
        is_async: bool,
    ) -> Ty {
        let mut types = Vec::new();
        for (i, param) in params.iter().enumerate() {
            let declared = param.ty.map_or(Ty::Unknown, |t| self.cx.lower(&self.scope, t));
            let wanted = wanted.get(i).filter(|t| !has_params(t)).cloned().unwrap_or_default();
            let ty = merge(declared, wanted);
            self.bind(param.pat, &ty);
            types.push(ty);
        }
        let body = self.expr(body, &ret);
        let ret = merge(ret, body);
        let ret = if is_async { self.cx.future(ret) } else { ret };
        Ty::Fn(types.into(), Arc::new(ret))
    }

    pub(super) fn macro_(&mut self, call: &MacroCall, expected: &Ty) -> Ty {
        match &call.form {
            MacroForm::Expr(e) => {
                let ty = self.expr(*e, expected);
                match (call.path.last().map(|s| s.name.sym.as_str()), &ty) {
                    (Some("vec"), Ty::Array(inner)) => self.cx.std_type("std::vec::Vec", [(**inner).clone()]),
                    _ => ty,
                }
            }
            MacroForm::Exprs(list) => {
                self.all(list);
                Ty::Unknown
            }
            MacroForm::Format(format) => {
                self.all(&format.leading);
                format.template.iter().for_each(|&t| drop(self.plain(t)));
                format.args.iter().for_each(|a| drop(self.plain(a.value)));
                match call.path.last().map(|s| s.name.sym.as_str()) {
                    Some("format") => self.cx.std_type("std::string::String", []),
                    Some("panic" | "unreachable" | "todo" | "unimplemented" | "bail") => Ty::Never,
                    _ => Ty::Unknown,
                }
            }
            MacroForm::Block(block) => self.block(block, expected),
            MacroForm::Items(_) | MacroForm::Opaque => Ty::Unknown,
        }
    }
}

fn either(a: Ty, b: Ty) -> Ty {
    match a {
        Ty::Unknown | Ty::Never => {
            if b.is_known() {
                b
            } else {
                a
            }
        }
        a => a,
    }
}

fn is_wrapper(ty: &Ty) -> bool {
    matches!(ty.ext_path(), Some("std::option::Option" | "std::result::Result"))
}
