//! Types of the expressions of one body, and the targets of its calls.
//!
//! One forward walk. A `let` with a type gives its pattern that type, one without gives it the value's; patterns take
//! types apart by the fields of structs and variants. A call unifies the declared parameters with the arguments' types
//! and substitutes the result; closures are walked after the other arguments, so that `xs.iter().map(|x| ..)` knows `x`.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::ir::{
    BinaryOp, Block, ClosureParam, ExprId, ExprKind, FileIr, Literal, LoopKind, MacroCall, MacroForm, PatId,
    PatKind, Stmt, UnaryOp,
};
use crate::resolve::{Body, BodyRes, DefId, DefKind, Ext, PathRes, Res, body_of};
use crate::types::lower_type::TypeScope;
use crate::types::{Subst, Ty, TypeCx};

/// Nesting beyond which inner parts have no types.
const MAX_DEPTH: usize = 2_000;

/// The target of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Callee {
    /// A function, method, or constructor of the workspace.
    Def(DefId),
    /// A function of another crate by its canonical path: `aead::Aead::encrypt` or `aes_gcm::Aes256Gcm::new`.
    Ext(Ext),
}

/// What inference found in one body.
#[derive(Clone, Debug, Default)]
pub struct BodyTypes {
    /// Types of expressions; unknown ones are left out.
    pub exprs: FxHashMap<ExprId, Ty>,
    /// Types of local variables.
    pub locals: FxHashMap<PatId, Ty>,
    /// Targets of calls and method calls, and of paths that name a function.
    pub callees: FxHashMap<ExprId, Callee>,
    /// For a method call or `T::f`, the type on which the function was found.
    pub owners: FxHashMap<ExprId, Ty>,
    /// Calls of functions, method calls included.
    pub calls: usize,
    /// Calls whose target is known: a function of the workspace, or one of another crate by its path.
    pub resolved_calls: usize,
    /// Method calls.
    pub method_calls: usize,
    /// Method calls with a receiver of known type.
    pub receivers_known: usize,
}

impl BodyTypes {
    /// The type of an expression.
    pub fn of(&self, id: ExprId) -> &Ty {
        static UNKNOWN: Ty = Ty::Unknown;
        self.exprs.get(&id).unwrap_or(&UNKNOWN)
    }
}

struct Infer<'a, 'b> {
    cx: TypeCx<'a>,
    ir: &'a FileIr,
    names: &'b BodyRes,
    scope: TypeScope,
    out: BodyTypes,
    depth: usize,
}

/// Infers the types of one body.
pub fn infer(cx: TypeCx<'_>, id: DefId, names: &BodyRes) -> BodyTypes {
    let Some(Body { file, func, root }) = body_of(cx.program, cx.map, id) else {
        return BodyTypes::default();
    };
    let ir = cx.program.file(file);
    let scope = cx.scope_of(id);
    let mut walk = Infer { cx, ir, names, scope, out: BodyTypes::default(), depth: 0 };
    if let Some(func) = func {
        if let Some(param) = &func.self_param {
            let ty = walk.self_ty();
            let ty = if param.by_ref { ty.reference() } else { ty };
            walk.bind(param.pat, &ty);
        }
        for param in &func.params {
            let ty = walk.cx.lower(&walk.scope, param.ty);
            walk.bind(param.pat, &ty);
        }
    }
    walk.expr(root, &Ty::Unknown);
    walk.out
}

impl<'a> Infer<'a, '_> {
    fn self_ty(&self) -> Ty {
        match (self.scope.self_impl, self.scope.self_trait) {
            (Some(id), _) => self.cx.self_type(id, 0),
            (None, Some(id)) => Ty::Dyn(Arc::from([Res::Def(id)])),
            _ => Ty::Unknown,
        }
    }

    /// Infers `id`; `expected` is what the context wants, used where the expression itself says nothing.
    fn expr(&mut self, id: ExprId, expected: &Ty) -> Ty {
        if self.depth >= MAX_DEPTH {
            return Ty::Unknown;
        }
        self.depth += 1;
        let outer = self.scope.module;
        if let Some(&module) = self.names.scopes.get(&id) {
            self.scope.module = module;
        }
        let mut ty = self.kind(id, expected);
        self.scope.module = outer;
        self.depth -= 1;
        if !ty.is_known() {
            ty = expected.clone();
        }
        if ty.is_known() {
            self.out.exprs.insert(id, ty.clone());
        }
        ty
    }

    fn plain(&mut self, id: ExprId) -> Ty {
        self.expr(id, &Ty::Unknown)
    }

    fn all(&mut self, ids: &[ExprId]) {
        for &id in ids {
            self.plain(id);
        }
    }

    fn kind(&mut self, id: ExprId, expected: &Ty) -> Ty {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Literal(literal) => self.literal(literal),
            ExprKind::Path(_) => self.path(id),
            ExprKind::Call { callee, args } => self.call(id, *callee, args, expected),
            ExprKind::MethodCall { receiver, method, generics, args } => {
                let turbofish = generics.iter().map(|&t| self.cx.lower(&self.scope, t)).collect();
                self.method_call(id, *receiver, method.sym, turbofish, args, expected)
            }
            ExprKind::Field { base, name } => {
                let base = self.plain(*base);
                self.field(&base, name.sym)
            }
            ExprKind::Index { base, index } => self.index(*base, *index),
            ExprKind::Unary { op, operand } => self.unary(*op, *operand),
            ExprKind::Binary { op, lhs, rhs } => self.binary(*op, *lhs, *rhs),
            ExprKind::Assign { target, value, .. } => {
                let target = self.plain(*target);
                self.expr(*value, &target);
                Ty::unit()
            }
            ExprKind::Ref { operand, .. } => {
                let wanted = if let Ty::Ref(inner) = expected { (**inner).clone() } else { Ty::Unknown };
                let inner = self.expr(*operand, &wanted);
                if inner.is_known() { inner.reference() } else { Ty::Unknown }
            }
            ExprKind::Cast { operand, ty } => {
                self.plain(*operand);
                self.cx.lower(&self.scope, *ty)
            }
            ExprKind::Array(items) => {
                let wanted = element(expected);
                let types: Vec<Ty> = items.iter().map(|&e| self.expr(e, &wanted)).collect();
                Ty::Array(Arc::new(types.into_iter().find(Ty::is_known).unwrap_or(wanted)))
            }
            ExprKind::Repeat { value, len } => {
                let value = self.expr(*value, &element(expected));
                self.plain(*len);
                Ty::Array(Arc::new(value))
            }
            ExprKind::Tuple(items) => Ty::Tuple(items.iter().map(|&e| self.plain(e)).collect()),
            ExprKind::Struct { fields, base, .. } => {
                let fields: Vec<_> = fields.iter().map(|f| (f.name.sym, f.value)).collect();
                self.struct_(id, &fields, *base)
            }
            ExprKind::Map(pairs) => {
                pairs.iter().for_each(|&(k, v)| self.all(&[k, v]));
                Ty::Unknown
            }
            ExprKind::Block(block) => self.block(block, expected),
            ExprKind::Async(block) => {
                let output = self.block(block, &Ty::Unknown);
                self.cx.future(output)
            }
            ExprKind::Macro(call) => self.macro_(call, expected),
            _ => self.control(id, expected),
        }
    }

    fn control(&mut self, id: ExprId, expected: &Ty) -> Ty {
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

    fn literal(&self, literal: &Literal) -> Ty {
        let prim = |name: &str| Ty::Prim(Symbol::new(name));
        match literal {
            Literal::Str(_) => prim("str").reference(),
            Literal::Bytes(_) => Ty::Array(Arc::new(prim("u8"))).reference(),
            Literal::Byte(_) => prim("u8"),
            Literal::Char(_) => prim("char"),
            Literal::Bool(_) => Ty::bool(),
            Literal::Int(_, suffix) => suffix.map_or(Ty::Unknown, Ty::Prim),
            Literal::Float(_) => prim("f64"),
        }
    }

    fn path(&mut self, id: ExprId) -> Ty {
        if let Some(callee) = self.path_callee(id) {
            return match callee {
                Callee::Def(def) => Ty::FnDef(def),
                Callee::Ext(_) => Ty::Unknown,
            };
        }
        let Some(PathRes { res, rest: 0 }) = self.names.exprs.get(&id) else { return Ty::Unknown };
        match res {
            Res::Local(pat) => self.out.locals.get(pat).cloned().unwrap_or_default(),
            Res::Def(def) => match self.cx.map.def(*def).kind {
                DefKind::Const | DefKind::Static => self.cx.table.value(*def),
                DefKind::Struct => Ty::adt(res.clone()),
                DefKind::Variant(owner, _) => Ty::adt(Res::Def(owner)),
                _ => Ty::Unknown,
            },
            Res::Impl(id) => self.cx.self_type(*id, 0),
            Res::Ext(ext) => self.external_value(ext),
            _ => Ty::Unknown,
        }
    }

    /// `Type::VARIANT_OR_CONST` of another crate has, unless the catalog says otherwise, that type.
    fn external_value(&self, ext: &Ext) -> Ty {
        let ext = self.cx.externals.canonical(ext);
        let Some((owner, name)) = ext.path.as_str().rsplit_once("::") else { return Ty::Unknown };
        let owner_ext = Ext { krate: ext.krate.clone(), path: Symbol::new(owner) };
        if let Some(ty) = self.cx.catalog().field(owner_ext.path, Symbol::new(name)) {
            return self.cx.externals.ty(ty, &Ty::Unknown);
        }
        let capital = |s: &str| s.starts_with(|c: char| c.is_ascii_uppercase());
        let constant = name.chars().all(|c| !c.is_ascii_lowercase());
        let owner_name = owner.rsplit("::").next().unwrap_or_default();
        if capital(name) && capital(owner_name) && !constant {
            return Ty::adt(Res::Ext(owner_ext));
        }
        Ty::Unknown
    }

    /// The function that a path names, if it names one.
    fn path_callee(&mut self, id: ExprId) -> Option<Callee> {
        if let Some(known) = self.out.callees.get(&id) {
            return Some(known.clone());
        }
        let ExprKind::Path(path) = &self.ir.exprs[id].kind else { return None };
        let last = path.last()?.name.sym;
        let callee = if path.qself.is_some() {
            self.qualified(id, path, last)
        } else {
            match self.names.exprs.get(&id)? {
                PathRes { res, rest: 0 } => self.direct(id, res, path),
                PathRes { res, rest: 1 } => {
                    let segment = &path.segments[path.segments.len() - 2];
                    let args = self.cx.generic_args(&self.scope, &segment.args, 0);
                    let owner = self.cx.ty_of_res(res, args, 0);
                    let found = self
                        .cx
                        .associated_fn(&owner, last, &self.scope)
                        .or_else(|| external_member(&owner, last));
                    self.out.owners.insert(id, owner);
                    found
                }
                _ => None,
            }
        }?;
        self.out.callees.insert(id, callee.clone());
        Some(callee)
    }

    fn direct(&mut self, id: ExprId, res: &Res, path: &crate::ir::Path) -> Option<Callee> {
        match res {
            Res::Def(def) => {
                let callable = match self.cx.map.def(*def).kind {
                    DefKind::Fn | DefKind::Method(_) | DefKind::TraitMethod(_) => true,
                    DefKind::Struct | DefKind::Variant(..) => {
                        self.cx.table.fields(*def).first().is_some_and(|(name, _)| *name == "0")
                    }
                    _ => false,
                };
                callable.then_some(Callee::Def(*def))
            }
            Res::Ext(ext) => {
                let ext = self.cx.externals.canonical(ext);
                if let Some((owner, name)) = ext.path.as_str().rsplit_once("::") {
                    let segments = &path.segments;
                    let args = segments.len().checked_sub(2).map_or(&[][..], |i| &segments[i].args);
                    let args = self.cx.generic_args(&self.scope, args, 0);
                    let owner_ty = Ext { krate: ext.krate.clone(), path: Symbol::new(owner) };
                    let starts_capital =
                        |s: &str| s.rsplit("::").next().is_some_and(|l| l.starts_with(char::is_uppercase));
                    if starts_capital(owner) {
                        self.out.owners.insert(id, Ty::Adt(Res::Ext(owner_ty), args.into()));
                    }
                    let _ = name;
                }
                Some(Callee::Ext(ext))
            }
            _ => None,
        }
    }

    /// `<T as Trait>::f` and `<T>::f`.
    fn qualified(&mut self, id: ExprId, path: &crate::ir::Path, last: Symbol) -> Option<Callee> {
        let owner = self.cx.lower(&self.scope, path.qself?);
        self.out.owners.insert(id, owner.clone());
        if let Some(found) = self.cx.associated_fn(&owner, last, &self.scope) {
            return Some(found);
        }
        if path.trait_len == 0 {
            return external_member(&owner, last);
        }
        let names: Vec<Symbol> = path.segments[..path.trait_len].iter().map(|s| s.name.sym).collect();
        let ns = crate::resolve::Namespace::Type;
        let found =
            self.cx.map.resolve_names(self.scope.module, self.scope.self_impl, path.global, &names, ns)?;
        match found.res {
            Res::Ext(ext) => Some(Callee::Ext(self.cx.externals.canonical(&ext.join(last)))),
            other => self.cx.of_trait(&other, last),
        }
    }

    fn call(&mut self, id: ExprId, callee: ExprId, args: &[ExprId], expected: &Ty) -> Ty {
        self.out.calls += 1;
        let callee_ty = self.plain(callee);
        let Some(target) = self.path_callee(callee) else {
            return match callee_ty.peel() {
                Ty::Fn(params, ret) => {
                    self.args(args, params, &mut Subst::default());
                    (**ret).clone()
                }
                _ => {
                    self.all(args);
                    Ty::Unknown
                }
            };
        };
        self.out.resolved_calls += 1;
        self.out.callees.insert(id, target.clone());
        let owner = self.out.owners.get(&callee).cloned();
        if let Some(owner) = &owner {
            self.out.owners.insert(id, owner.clone());
        }
        match target {
            Callee::Def(def) => self.call_def(def, owner.as_ref(), self.turbofish(callee), args, expected),
            Callee::Ext(ext) => self.call_ext(&ext, owner.as_ref(), self.turbofish(callee), args, expected),
        }
    }

    fn turbofish(&self, callee: ExprId) -> Vec<Ty> {
        let ExprKind::Path(path) = &self.ir.exprs[callee].kind else { return Vec::new() };
        path.last().map_or_else(Vec::new, |s| self.cx.generic_args(&self.scope, &s.args, 0))
    }

    /// A call of a function or constructor of the workspace by path; for a method the first argument is `self`.
    fn call_def(
        &mut self,
        def: DefId,
        owner: Option<&Ty>,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        let kind = self.cx.map.def(def).kind;
        if let DefKind::Struct | DefKind::Variant(..) = kind {
            return self.construct(def, args, expected);
        }
        let Some(sig) = self.cx.table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        if let Some(owner) = owner {
            self.learn_owner(def, owner, &mut subst);
        }
        let receiver = args.len().saturating_sub(sig.params.len());
        self.all(&args[..receiver]);
        self.args(&args[receiver..], &sig.params, &mut subst);
        sig.ret.subst(&subst)
    }

    /// Generic parameters of the impl around `def`, from the type it was found on.
    fn learn_owner(&self, def: DefId, owner: &Ty, subst: &mut Subst) {
        if let Some(impl_id) = self.cx.map.def(def).owner {
            self.cx.self_type(impl_id, 0).unify(owner.peel(), subst);
        }
    }

    fn construct(&mut self, def: DefId, args: &[ExprId], expected: &Ty) -> Ty {
        let kind = self.cx.map.def(def).kind;
        let owner = if let DefKind::Variant(owner, _) = kind { owner } else { def };
        let fields: Vec<Ty> = self.cx.table.fields(def).iter().map(|(_, ty)| ty.clone()).collect();
        let params = self.cx.table.params(owner).to_vec();
        let mut subst = expected_args(expected, &params);
        self.args(args, &fields, &mut subst);
        let args = params.iter().map(|p| subst.get(p).cloned().unwrap_or_default()).collect();
        Ty::Adt(Res::Def(owner), args)
    }

    fn call_ext(
        &mut self,
        ext: &Ext,
        owner: Option<&Ty>,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        let path = ext.path.as_str();
        if let Some(wrapper) = wrapper_of(path) {
            let wanted = expected.arg(usize::from(path.ends_with("Err")));
            let inner = args.iter().map(|&a| self.expr(a, &wanted)).last().unwrap_or_default();
            let items = if path.ends_with("Err") {
                vec![expected.arg(0), inner]
            } else {
                vec![inner, expected.arg(1)]
            };
            return self.cx.std_type(wrapper, items);
        }
        let Some((prefix, name)) = path.rsplit_once("::") else {
            self.all(args);
            return Ty::Unknown;
        };
        let found = self.cx.externals.signature(Symbol::new(prefix), Symbol::new(name));
        let Some((sig, owner_generics)) = found else {
            self.all(args);
            return constructor_guess(owner, prefix, name);
        };
        let self_ty = owner.cloned().unwrap_or_default();
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        learn_generics(owner_generics, &self_ty, &mut subst);
        let params: Vec<Ty> = sig.params.iter().map(|p| self.cx.externals.ty(p, &self_ty)).collect();
        let receiver = usize::from(sig.receiver.is_some() && args.len() > params.len());
        if receiver == 1 {
            let first = self.plain(args[0]);
            learn_generics(owner_generics, first.peel(), &mut subst);
        }
        self.args(&args[receiver..], &params, &mut subst);
        forget_params(self.cx.externals.ty(&sig.ret, &self_ty).subst(&subst), sig, owner_generics)
    }

    fn args(&mut self, args: &[ExprId], params: &[Ty], subst: &mut Subst) {
        let is_closure = |ir: &FileIr, id: ExprId| matches!(ir.exprs[id].kind, ExprKind::Closure { .. });
        for closures in [false, true] {
            for (i, &arg) in args.iter().enumerate().filter(|&(_, &a)| is_closure(self.ir, a) == closures) {
                let declared = params.get(i).cloned().unwrap_or_default();
                let wanted = declared.subst(subst);
                let wanted = if has_params(&wanted) && !closures { Ty::Unknown } else { wanted };
                let actual = self.expr(arg, &wanted);
                declared.unify(&actual, subst);
            }
        }
    }

    fn method_call(
        &mut self,
        id: ExprId,
        receiver: ExprId,
        name: Symbol,
        turbofish: Vec<Ty>,
        args: &[ExprId],
        expected: &Ty,
    ) -> Ty {
        self.out.calls += 1;
        self.out.method_calls += 1;
        let receiver_ty = self.plain(receiver);
        self.out.receivers_known += usize::from(receiver_ty.is_known());
        let Some((callee, owner)) = self.cx.method(&receiver_ty, name, &self.scope) else {
            self.all(args);
            if let Ty::Adt(Res::Ext(ext), _) = receiver_ty.peel() {
                self.out.callees.insert(id, Callee::Ext(ext.join(name)));
                self.out.owners.insert(id, receiver_ty.peel().clone());
            }
            return self.universal(&receiver_ty, name, expected);
        };
        self.out.resolved_calls += 1;
        self.out.callees.insert(id, callee.clone());
        self.out.owners.insert(id, owner.clone());
        let ret = match callee {
            Callee::Def(def) => self.method_def(def, &owner, turbofish, args),
            Callee::Ext(ext) => self.method_ext(&ext, &owner, turbofish, args),
        };
        if ret.is_known() { ret } else { self.universal(&receiver_ty, name, expected) }
    }

    fn method_def(&mut self, def: DefId, owner: &Ty, turbofish: Vec<Ty>, args: &[ExprId]) -> Ty {
        let Some(sig) = self.cx.table.sig(def) else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        self.learn_owner(def, owner, &mut subst);
        self.args(args, &sig.params, &mut subst);
        sig.ret.subst(&subst)
    }

    fn method_ext(&mut self, ext: &Ext, owner: &Ty, turbofish: Vec<Ty>, args: &[ExprId]) -> Ty {
        let path = ext.path.as_str();
        let found = path
            .rsplit_once("::")
            .and_then(|(prefix, name)| self.cx.externals.signature(Symbol::new(prefix), Symbol::new(name)));
        let Some((sig, owner_generics)) = found else {
            self.all(args);
            return Ty::Unknown;
        };
        let mut subst: Subst = sig.generics.iter().copied().zip(turbofish).collect();
        learn_generics(owner_generics, owner, &mut subst);
        let params: Vec<Ty> = sig.params.iter().map(|p| self.cx.externals.ty(p, owner)).collect();
        self.args(args, &params, &mut subst);
        forget_params(self.cx.externals.ty(&sig.ret, owner).subst(&subst), sig, owner_generics)
    }

    /// Methods that every type has through the traits of the prelude.
    fn universal(&self, receiver: &Ty, name: Symbol, expected: &Ty) -> Ty {
        match name.as_str() {
            "clone" | "to_owned" | "by_ref" if receiver.is_text() && name == "to_owned" => {
                self.cx.std_type("std::string::String", [])
            }
            "clone" | "to_owned" => receiver.peel().clone(),
            "to_string" => self.cx.std_type("std::string::String", []),
            "eq" | "ne" | "lt" | "le" | "gt" | "ge" => Ty::bool(),
            "into" | "try_into" | "parse" => expected.clone(),
            _ => Ty::Unknown,
        }
    }

    fn field(&self, base: &Ty, name: Symbol) -> Ty {
        let mut at = base.clone();
        for _ in 0..8 {
            let found = match &at {
                Ty::Adt(Res::Def(id), args) => {
                    let fields = self.cx.table.fields(*id);
                    fields.iter().find(|(n, _)| *n == name).map(|(_, ty)| {
                        let subst: Subst =
                            self.cx.table.params(*id).iter().copied().zip(args.iter().cloned()).collect();
                        ty.subst(&subst)
                    })
                }
                Ty::Adt(Res::Ext(ext), _) => self.cx.catalog().field(ext.path, name).map(|expr| {
                    let mut subst = Subst::default();
                    learn_generics(self.cx.catalog().owner_generics(ext.path), &at, &mut subst);
                    self.cx.externals.ty(expr, &at).subst(&subst)
                }),
                Ty::Tuple(items) => name.as_str().parse().ok().and_then(|n: usize| items.get(n).cloned()),
                _ => None,
            };
            if let Some(found) = found {
                return found;
            }
            let Some(next) = self.cx.deref(&at) else { break };
            at = next;
        }
        Ty::Unknown
    }

    fn index(&mut self, base: ExprId, index: ExprId) -> Ty {
        let base = self.plain(base);
        let index = self.plain(index);
        let is_range = index.is_ext("std::ops::Range")
            || index.ext_path().is_some_and(|p| p.starts_with("std::ops::Range"));
        match base.peel() {
            Ty::Slice(inner) | Ty::Array(inner) if is_range => Ty::Slice(inner.clone()),
            Ty::Slice(inner) | Ty::Array(inner) => (**inner).clone(),
            ty if ty.is_ext("std::vec::Vec") && is_range => Ty::Slice(Arc::new(ty.arg(0))),
            ty if ty.is_ext("std::vec::Vec") => ty.arg(0),
            ty if ty.is_text() => Ty::Prim(Symbol::new("str")),
            ty if ty.ext_path().is_some_and(|p| p.ends_with("Map")) => ty.arg(1),
            _ => Ty::Unknown,
        }
    }

    fn unary(&mut self, op: UnaryOp, operand: ExprId) -> Ty {
        let ty = self.plain(operand);
        match op {
            UnaryOp::Neg | UnaryOp::Not => ty,
            UnaryOp::Deref => self.cx.deref(&ty).unwrap_or_default(),
        }
    }

    fn binary(&mut self, op: BinaryOp, lhs: ExprId, rhs: ExprId) -> Ty {
        let left = self.plain(lhs);
        let right = self.plain(rhs);
        match op {
            BinaryOp::And | BinaryOp::Or | BinaryOp::Eq | BinaryOp::Ne => Ty::bool(),
            BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => Ty::bool(),
            _ if left.is_known() => left.peel().clone(),
            _ => right.peel().clone(),
        }
    }

    fn struct_(&mut self, id: ExprId, fields: &[(Symbol, ExprId)], base: Option<ExprId>) -> Ty {
        let res = self.names.exprs.get(&id).map(|r| r.res.clone());
        let ty = res.as_ref().map_or(Ty::Unknown, |res| self.cx.ty_of_res(res, Vec::new(), 0));
        let declared = match (&res, &ty) {
            (Some(Res::Def(variant)), _)
                if matches!(self.cx.map.def(*variant).kind, DefKind::Variant(..)) =>
            {
                Some(*variant)
            }
            (_, Ty::Adt(Res::Def(id), _)) => Some(*id),
            _ => None,
        };
        let mut subst = Subst::default();
        for &(name, value) in fields {
            let field = declared.and_then(|d| self.cx.table.fields(d).iter().find(|(n, _)| *n == name));
            let wanted = field.map_or(Ty::Unknown, |(_, ty)| ty.clone());
            let actual = self.expr(value, if has_params(&wanted) { &Ty::Unknown } else { &wanted });
            wanted.unify(&actual, &mut subst);
        }
        base.iter().for_each(|&b| drop(self.expr(b, &ty)));
        match &ty {
            Ty::Adt(res @ Res::Def(owner), args) if args.is_empty() => {
                let params = self.cx.table.params(*owner);
                Ty::Adt(
                    res.clone(),
                    params.iter().map(|p| subst.get(p).cloned().unwrap_or_default()).collect(),
                )
            }
            _ => ty,
        }
    }

    fn block(&mut self, block: &Block, expected: &Ty) -> Ty {
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

    fn macro_(&mut self, call: &MacroCall, expected: &Ty) -> Ty {
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

    fn bind(&mut self, pat: PatId, ty: &Ty) {
        let ir = self.ir;
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let by_ref = matches!(ty, Ty::Ref(_));
        let wrap = |item: Ty| {
            if by_ref && item.is_known() && !matches!(item, Ty::Ref(_)) { item.reference() } else { item }
        };
        match &ir.pats[pat].kind {
            PatKind::Bind { sub, .. } => {
                if !self.names.pats.contains_key(&pat) && ty.is_known() {
                    self.out.locals.insert(pat, ty.clone());
                }
                sub.iter().for_each(|&p| self.bind(p, ty));
            }
            PatKind::Ref(inner) => self.bind(*inner, &self.cx.deref(ty).unwrap_or_default()),
            PatKind::Typed(inner, declared) => {
                let declared = self.cx.lower(&self.scope, *declared);
                self.bind(*inner, &merge(declared, ty.clone()));
            }
            PatKind::Tuple(pats) => {
                let items = if let Ty::Tuple(items) = ty.peel() { items.clone() } else { Arc::from([]) };
                self.bind_list(pats, &|i| wrap(items.get(i).cloned().unwrap_or_default()));
            }
            PatKind::Slice(pats) => {
                let item = wrap(element(ty.peel()));
                self.bind_list(pats, &|_| item.clone());
            }
            PatKind::Or(pats) => pats.iter().for_each(|&p| self.bind(p, ty)),
            PatKind::TupleStruct(_, pats) => {
                let fields = self.pattern_fields(pat, ty);
                self.bind_list(pats, &|i| wrap(fields.get(i).map(|(_, t)| t.clone()).unwrap_or_default()));
            }
            PatKind::Struct(_, pats) => {
                let fields = self.pattern_fields(pat, ty);
                for &(name, inner) in pats {
                    let ty = fields.iter().find(|(n, _)| *n == name.sym).map(|(_, t)| t.clone());
                    self.bind(inner, &wrap(ty.unwrap_or_default()));
                }
            }
            PatKind::Literal(e) => drop(self.plain(*e)),
            PatKind::Range(a, b) => a.iter().chain(b).for_each(|&e| drop(self.plain(e))),
            PatKind::Wild | PatKind::Rest | PatKind::Path(_) | PatKind::Opaque => {}
        }
        self.depth -= 1;
    }

    /// Binds the patterns of a tuple or slice; after `..` counting from the front has no meaning.
    fn bind_list(&mut self, pats: &[PatId], ty: &dyn Fn(usize) -> Ty) {
        let rest = pats.iter().position(|&p| self.ir.pats[p].kind == PatKind::Rest).unwrap_or(pats.len());
        for (i, &pat) in pats.iter().enumerate() {
            let ty = if i < rest { ty(i) } else { Ty::Unknown };
            self.bind(pat, &ty);
        }
    }

    /// The fields of the struct or variant that a pattern names, with the generic arguments of the matched type.
    fn pattern_fields(&self, pat: PatId, ty: &Ty) -> Vec<(Symbol, Ty)> {
        let Some(found) = self.names.pats.get(&pat) else { return Vec::new() };
        let first = |ty: Ty| vec![(Symbol::new("0"), ty)];
        match &found.res {
            Res::Ext(ext) => match self.cx.externals.canonical(ext).path.as_str() {
                "std::option::Option::Some" | "std::result::Result::Ok" => first(ty.arg(0)),
                "std::result::Result::Err" => first(ty.arg(1)),
                _ => Vec::new(),
            },
            res => {
                let def = match (res, self.cx.ty_of_res(res, Vec::new(), 0)) {
                    (Res::Def(id), _) if matches!(self.cx.map.def(*id).kind, DefKind::Variant(..)) => *id,
                    (_, Ty::Adt(Res::Def(id), _)) => id,
                    _ => return Vec::new(),
                };
                let subst = match ty.peel() {
                    Ty::Adt(Res::Def(owner), args) => {
                        self.cx.table.params(*owner).iter().copied().zip(args.iter().cloned()).collect()
                    }
                    _ => Subst::default(),
                };
                self.cx.table.fields(def).iter().map(|(n, t)| (*n, t.subst(&subst))).collect()
            }
        }
    }
}

/// `T::f` of an external type that the catalog does not know in detail.
fn external_member(owner: &Ty, name: Symbol) -> Option<Callee> {
    match owner {
        Ty::Adt(Res::Ext(ext), _) => Some(Callee::Ext(ext.join(name))),
        _ => None,
    }
}

fn element(ty: &Ty) -> Ty {
    match ty.peel() {
        Ty::Slice(inner) | Ty::Array(inner) => (**inner).clone(),
        ty if ty.is_ext("std::vec::Vec") => ty.arg(0),
        _ => Ty::Unknown,
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

/// The declared type, completed by what is known of the value where the declaration says `_`.
fn merge(declared: Ty, actual: Ty) -> Ty {
    match (&declared, &actual) {
        (Ty::Unknown, _) => actual,
        (Ty::Adt(a, args), Ty::Adt(b, _)) if a == b && args.iter().any(|t| !t.is_known()) => actual,
        (Ty::Ref(inner), Ty::Ref(_)) if !inner.is_known() => actual,
        _ => declared,
    }
}

fn is_wrapper(ty: &Ty) -> bool {
    matches!(ty.ext_path(), Some("std::option::Option" | "std::result::Result"))
}

fn wrapper_of(path: &str) -> Option<&'static str> {
    match path {
        "std::option::Option::Some" => Some("std::option::Option"),
        "std::result::Result::Ok" | "std::result::Result::Err" => Some("std::result::Result"),
        _ => None,
    }
}

fn learn_generics(generics: &[Symbol], ty: &Ty, subst: &mut Subst) {
    let args: &[Ty] = match ty.peel() {
        Ty::Adt(_, args) => args,
        Ty::Slice(inner) | Ty::Array(inner) => std::slice::from_ref(inner),
        _ => &[],
    };
    for (&name, arg) in generics.iter().zip(args) {
        if arg.is_known() {
            subst.insert(name, arg.clone());
        }
    }
}

/// Generic parameters that were not learnt must not leak out of a signature.
fn forget_params(ty: Ty, sig: &crate::catalog::signature::Signature, owner: &[Symbol]) -> Ty {
    let subst: Subst = sig.generics.iter().chain(owner).map(|&n| (n, Ty::Unknown)).collect();
    ty.subst(&subst)
}

fn has_params(ty: &Ty) -> bool {
    match ty {
        Ty::Param(_) => true,
        Ty::Ref(inner) | Ty::Slice(inner) | Ty::Array(inner) => has_params(inner),
        Ty::Adt(_, args) | Ty::Tuple(args) => args.iter().any(has_params),
        Ty::Fn(params, ret) => params.iter().any(has_params) || has_params(ret),
        _ => false,
    }
}

fn expected_args(expected: &Ty, params: &[Symbol]) -> Subst {
    match expected.peel() {
        Ty::Adt(_, args) if args.len() == params.len() => {
            params.iter().copied().zip(args.iter().cloned()).filter(|(_, t)| t.is_known()).collect()
        }
        _ => Subst::default(),
    }
}

/// `Type::new(..)` of a type without known signatures most likely gives a `Type`.
fn constructor_guess(owner: Option<&Ty>, prefix: &str, name: &str) -> Ty {
    let is_type = prefix.rsplit("::").next().is_some_and(|l| l.starts_with(|c: char| c.is_ascii_uppercase()));
    let constructs = matches!(name, "new" | "default" | "builder" | "from")
        || name.starts_with("from_")
        || name.starts_with("with_")
        || name.starts_with("new_")
        || name.starts_with(|c: char| c.is_ascii_uppercase());
    match owner {
        Some(owner) if is_type && constructs => owner.clone(),
        _ => Ty::Unknown,
    }
}
