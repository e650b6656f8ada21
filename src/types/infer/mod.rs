//! Types of the expressions of one body, and the targets of its calls.
//!
//! One forward walk. A `let` with a type gives its pattern that type, one without gives it the value's; patterns take
//! types apart by the fields of structs and variants. A call unifies the declared parameters with the arguments' types
//! and substitutes the result; closures are walked after the other arguments, so that `xs.iter().map(|x| ..)` knows `x`.

mod callee;
mod calls;
mod control;
mod patterns;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::ir::{BinaryOp, ExprId, ExprKind, FileIr, Literal, PatId, UnaryOp};
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

impl Infer<'_, '_> {
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
}

fn element(ty: &Ty) -> Ty {
    match ty.peel() {
        Ty::Slice(inner) | Ty::Array(inner) => (**inner).clone(),
        ty if ty.is_ext("std::vec::Vec") => ty.arg(0),
        _ => Ty::Unknown,
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

fn has_params(ty: &Ty) -> bool {
    match ty {
        Ty::Param(_) => true,
        Ty::Ref(inner) | Ty::Slice(inner) | Ty::Array(inner) => has_params(inner),
        Ty::Adt(_, args) | Ty::Tuple(args) => args.iter().any(has_params),
        Ty::Fn(params, ret) => params.iter().any(has_params) || has_params(ret),
        _ => false,
    }
}
