//! Types of expressions that consist of others: branches, loops, blocks, closures, macros.
//!
//! A branch that ends (`return`, `panic!`) has type `!` and gives way to the type of the other one.

use std::sync::Arc;

use super::values::all_args;
use super::{Infer, merge};
use crate::base::Symbol;
use crate::ir::{Arm, Block, ClosureParam, ExprId, ExprKind, LoopKind, MacroCall, MacroForm, Stmt};
use crate::resolve::{Namespace, PathRes, Res};
use crate::types::Ty;

impl Infer<'_, '_> {
    pub(super) fn control(&mut self, id: ExprId, expected: &Ty) -> Ty {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::If { cond, then, otherwise } => {
                self.plain(*cond);
                let then = self.expr(*then, expected);
                match otherwise {
                    Some(e) => either(then, self.expr(*e, expected)),
                    None => Ty::unit(),
                }
            }
            ExprKind::Let { pat, value } => {
                let ty = self.plain(*value);
                self.bind(*pat, &ty);
                Ty::bool()
            }
            ExprKind::Match { scrutinee, arms } => self.match_(*scrutinee, arms, expected),
            ExprKind::Loop { kind, body } => self.loop_(*kind, *body),
            ExprKind::Closure { params, ret, body, is_async } => {
                let declared = ret.map_or(Ty::Unknown, |t| self.cx.lower(&self.scope, t));
                self.closure(params, declared, expected, *body, *is_async)
            }
            ExprKind::Try(inner) => {
                let ty = self.plain(*inner);
                match &ty {
                    Ty::Unknown => self.through_extension(*inner),
                    _ if is_wrapper(&ty) => ty.arg(0),
                    _ => self.fallible(*inner, &ty),
                }
            }
            ExprKind::Await(inner) => {
                let ty = self.plain(*inner);
                self.awaited(*inner, &ty)
            }
            ExprKind::Return(value) => {
                value.iter().for_each(|&value| self.returned(value));
                Ty::Never
            }
            ExprKind::Break(value) => {
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

    fn match_(&mut self, scrutinee: ExprId, arms: &[Arm], expected: &Ty) -> Ty {
        let ty = self.plain(scrutinee);
        let mut result = Ty::Never;
        for arm in arms {
            self.bind(arm.pat, &ty);
            arm.guard.iter().for_each(|&g| drop(self.plain(g)));
            let body = self.expr(arm.body, expected);
            result = either(result, body);
        }
        result
    }

    fn returned(&mut self, value: ExprId) {
        let wanted = self.returns.clone();
        let ty = self.expr(value, &wanted);
        self.returns = merge(wanted, ty);
    }

    /// What iterating over a value yields; of a generic parameter its bounds say.
    fn item_type(&self, ty: &Ty) -> Ty {
        match ty.peel() {
            Ty::Param(name) => self.cx.item_type(&self.cx.bound_type(*name, &self.scope)),
            _ => self.cx.item_type(ty),
        }
    }

    /// The output of a future: of one behind pointers, of a generic parameter, of what a type becomes when it is awaited.
    fn awaited(&self, inner: ExprId, ty: &Ty) -> Ty {
        const FUTURE: &str = "std::future::Future";
        let at = match self.cx.innermost(ty) {
            Ty::Param(name) => self.cx.bound_type(name, &self.scope),
            other => other,
        };
        match &at {
            _ if at.is_ext(FUTURE) => at.arg(0),
            Ty::Adt(res @ Res::Def(_), _) if self.cx.implements(res, FUTURE) => {
                self.cx.projected(&at, Symbol::known("Output"), 0)
            }
            Ty::Adt(Res::Ext(ext), args) => {
                let into = self.cx.externals.signature(ext.path, Symbol::known("into_future"));
                if let Some((sig, generics)) = into {
                    let ret = self.cx.externals.ty(&sig.ret, &at);
                    return self.cx.instantiate(&ret, &all_args(generics, args)).arg(0);
                }
                // `Client::connect(..).await` of which only the type is guessed.
                let guessed = matches!(self.ir.exprs[inner].kind, ExprKind::Call { .. });
                if guessed || is_wrapper(ty) { ty.clone() } else { Ty::Unknown }
            }
            _ => Ty::Unknown,
        }
    }

    /// `X::open(..)?` of which only the type was guessed: it may have failed.
    pub(super) fn fallible(&self, inner: ExprId, ty: &Ty) -> Ty {
        let constructs = match &self.ir.exprs[inner].kind {
            ExprKind::Call { .. } => true,
            ExprKind::Await(e) => matches!(self.ir.exprs[*e].kind, ExprKind::Call { .. }),
            _ => false,
        };
        match ty {
            Ty::Adt(Res::Ext(_), _) if constructs => ty.clone(),
            _ => Ty::Unknown,
        }
    }

    fn closure(
        &mut self,
        params: &[ClosureParam],
        declared: Ty,
        expected: &Ty,
        body: ExprId,
        is_async: bool,
    ) -> Ty {
        let wanted = if let Ty::Fn(params, _) = expected { params.clone() } else { Arc::from([]) };
        let ret = match expected {
            Ty::Fn(_, wanted) if !is_async => merge(declared, (**wanted).clone()),
            Ty::Fn(_, wanted) if wanted.is_ext("std::future::Future") => merge(declared, wanted.arg(0)),
            _ => declared,
        };
        let mut types = Vec::new();
        for (i, param) in params.iter().enumerate() {
            let declared = param.ty.map_or(Ty::Unknown, |t| self.cx.lower(&self.scope, t));
            let wanted = wanted.get(i).cloned().unwrap_or_default();
            let ty = merge(declared, wanted);
            self.bind(param.pat, &ty);
            types.push(ty);
        }
        let outer = std::mem::replace(&mut self.returns, ret.clone());
        let body = self.expr(body, &ret);
        let returned = std::mem::replace(&mut self.returns, outer);
        let ret = either(body, merge(ret, returned));
        let ret = if is_async { self.cx.future(ret) } else { ret };
        Ty::Fn(types.into(), Arc::new(ret))
    }

    pub(super) fn macro_(&mut self, call: &MacroCall, expected: &Ty) -> Ty {
        match &call.form {
            MacroForm::Expr(e) => {
                let wanted = if call.guessed { Ty::Unknown } else { vector_literal(call, expected) };
                let ty = self.expr(*e, &wanted);
                match (call.path.last().map(|s| s.name.sym.as_str()), &ty) {
                    (Some("vec"), Ty::Array(inner)) => self.cx.std_type("std::vec::Vec", [(**inner).clone()]),
                    _ => self.macro_result(call).unwrap_or(ty),
                }
            }
            MacroForm::Exprs(list) => {
                self.all(list);
                self.macro_result(call).unwrap_or_default()
            }
            MacroForm::Format(format) => {
                self.all(&format.leading);
                format.template.iter().for_each(|&t| drop(self.plain(t)));
                format.args.iter().for_each(|a| drop(self.plain(a.value)));
                match call.path.last().map(|s| s.name.sym.as_str()) {
                    Some("format") => self.cx.std_type("std::string::String", []),
                    Some("panic" | "unreachable" | "todo" | "unimplemented" | "bail") => Ty::Never,
                    Some("write" | "writeln") => {
                        self.cx.std_type("std::result::Result", [Ty::unit(), Ty::Unknown])
                    }
                    _ => self.macro_result(call).unwrap_or_default(),
                }
            }
            MacroForm::Block(block) => self.block(block, expected),
            MacroForm::Items(_) | MacroForm::Opaque => self.macro_result(call).unwrap_or_default(),
        }
    }

    /// What a macro gives: by the language for those of the prelude, else as the catalog says of the function of its name.
    fn macro_result(&self, call: &MacroCall) -> Option<Ty> {
        let names: Vec<Symbol> = call.path.segments.iter().map(|s| s.name.sym).collect();
        let found =
            self.cx.map.resolve_names(self.scope.module, None, call.path.global, &names, Namespace::Value);
        if let Some(PathRes { res: Res::Ext(ext), rest: 0 }) = &found {
            let ext = self.cx.externals.canonical(ext);
            let sig = self.cx.catalog().free_fn(ext.path)?;
            return Some(self.cx.externals.ty(&sig.ret, &Ty::Unknown)).filter(|ty| !ty.has_params());
        }
        let text = || Ty::Prim(Symbol::known("str")).reference();
        match (&names[..], names.last()?.as_str()) {
            ([_], "include_str" | "concat" | "stringify" | "env" | "file" | "module_path") => Some(text()),
            ([_], "option_env") => Some(self.cx.std_type("std::option::Option", [text()])),
            ([_], "line" | "column") => Some(Ty::Prim(Symbol::known("u32"))),
            ([_], "include_bytes") => Some(Ty::Array(Arc::new(Ty::Prim(Symbol::known("u8")))).reference()),
            ([_], "matches" | "cfg") => Some(Ty::bool()),
            _ => None,
        }
    }
}

/// What is wanted of the array that `vec![..]` is written as.
fn vector_literal(call: &MacroCall, expected: &Ty) -> Ty {
    match call.path.last() {
        Some(last) if last.name.sym == "vec" => match expected.is_ext("std::vec::Vec") {
            true => Ty::Array(Arc::new(expected.arg(0))),
            false => Ty::Unknown,
        },
        _ => expected.clone(),
    }
}

fn either(a: Ty, b: Ty) -> Ty {
    match (&a, &b) {
        (_, Ty::Unknown | Ty::Never) if a.is_known() => a,
        (Ty::Unknown | Ty::Never, _) => b,
        _ => a.complete(&b),
    }
}

/// Whether a type is one whose content `?` takes out.
pub(super) fn is_wrapper(ty: &Ty) -> bool {
    matches!(ty.ext_path(), Some("std::option::Option" | "std::result::Result"))
}
