//! Types of the expressions of one body, and the targets of its calls.
//!
//! One forward walk. A `let` with a type gives its pattern that type, one without gives it the value's; patterns take
//! types apart by the fields of structs and variants. A call unifies the declared parameters with the arguments' types
//! and substitutes the result; closures are walked after the other arguments, so that `xs.iter().map(|x| ..)` knows `x`.
//! What the context wants (the type of a `let`, a field, a parameter, the function's result) flows down and fills gaps.
//!
//! A variable whose type has gaps learns from its uses: after `let mut v = Vec::new(); v.push(1u8)` it is a `Vec<u8>`. If it was
//! read before it learnt, the body is walked a second time with what was learnt, and never a third.

mod callee;
mod calls;
mod control;
mod functions;
mod guess;
mod locals;
mod patterns;
mod values;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::ir::{Block, ExprId, ExprKind, FileIr, PatId};
use crate::resolve::{Body, BodyRes, DefId, DefKind, Ext, Res, body_of};
use crate::types::lower_type::TypeScope;
use crate::types::{Subst, TraitTy, Ty, TypeCx, local_adt};
use values::literal_type;

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
    /// What `return` gives back in the function, closure or `async` block at hand.
    returns: Ty,
    learnt: locals::Learnt,
}

/// Infers the types of one body.
pub fn infer(cx: TypeCx<'_>, id: DefId, names: &BodyRes) -> BodyTypes {
    let Some(body) = body_of(cx.program, cx.map, id) else {
        return BodyTypes::default();
    };
    let mut walk = Infer::new(cx, id, names, &body);
    walk.body(id, &body);
    if walk.learnt.late {
        let seeds = std::mem::take(&mut walk.learnt.types);
        walk = Infer::new(cx, id, names, &body);
        walk.learnt.seeds = seeds;
        walk.body(id, &body);
    }
    for ty in walk.out.exprs.values_mut().chain(walk.out.locals.values_mut()) {
        *ty = std::mem::take(ty).defaulted();
    }
    walk.out
}

impl<'a, 'b> Infer<'a, 'b> {
    fn new(cx: TypeCx<'a>, id: DefId, names: &'b BodyRes, body: &Body<'_>) -> Infer<'a, 'b> {
        Infer {
            cx,
            ir: cx.program.file(body.file),
            names,
            scope: cx.scope_of(id),
            // Twice as many expressions have types as name something.
            out: BodyTypes {
                exprs: FxHashMap::with_capacity_and_hasher(2 * names.exprs.len(), Default::default()),
                ..BodyTypes::default()
            },
            depth: 0,
            returns: Ty::Unknown,
            learnt: locals::Learnt::default(),
        }
    }

    fn body(&mut self, id: DefId, body: &Body<'_>) {
        let Some(func) = body.func else {
            let declared = self.cx.table.value(id);
            self.expr(body.root, &declared);
            return;
        };
        if let Some(param) = &func.self_param {
            let ty = param.ty.map_or_else(|| self.self_ty(), |ty| self.cx.lower(&self.scope, ty));
            let by_ref = param.by_ref && !matches!(ty, Ty::Ref(_));
            self.bind(param.pat, &if by_ref { ty.reference() } else { ty });
        }
        let Some(sig) = self.cx.table.sig(id) else { return };
        for (param, ty) in func.params.iter().zip(&sig.params) {
            self.bind(param.pat, ty);
        }
        self.returns = if func.is_async { sig.ret.arg(0) } else { sig.ret.clone() };
        let returns = self.returns.clone();
        self.expr(body.root, &returns);
    }

    fn self_ty(&self) -> Ty {
        match (self.scope.self_impl, self.scope.self_trait) {
            (Some(id), _) => self.cx.self_type(id, 0),
            (None, Some(id)) => Ty::Dyn(Arc::from([TraitTy::bare(Res::Def(id))])),
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
        if expected.is_known() && ty.is_incomplete() {
            ty = ty.complete(expected);
            self.learn_expr(id, &ty);
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
            ExprKind::Literal(literal) => literal_type(literal),
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
            ExprKind::Unary { op, operand } => self.unary(*op, *operand, expected),
            ExprKind::Binary { op, lhs, rhs } => self.binary(*op, *lhs, *rhs),
            ExprKind::Assign { target, value, .. } => {
                let ty = self.plain(*target);
                let value = self.expr(*value, &ty);
                self.learn_expr(*target, &value);
                Ty::unit()
            }
            ExprKind::Ref { operand, .. } => {
                let inner = self.expr(*operand, &behind_reference(expected));
                if inner.is_known() { inner.reference() } else { Ty::Unknown }
            }
            ExprKind::Cast { operand, ty } => {
                self.plain(*operand);
                self.cx.lower(&self.scope, *ty)
            }
            ExprKind::Array(items) => self.array(items, expected),
            ExprKind::Repeat { value, len } => {
                let value = self.expr(*value, &element(expected));
                self.plain(*len);
                Ty::Array(Arc::new(value))
            }
            ExprKind::Tuple(items) => {
                let wanted = if let Ty::Tuple(wanted) = expected { wanted.clone() } else { Arc::from([]) };
                let item = |(i, &e)| self.expr(e, wanted.get(i).unwrap_or(&Ty::Unknown));
                Ty::Tuple(items.iter().enumerate().map(item).collect())
            }
            ExprKind::Struct { fields, base, .. } => {
                let fields: Vec<_> = fields.iter().map(|f| (f.name.sym, f.value)).collect();
                self.struct_(id, &fields, *base, expected)
            }
            ExprKind::Map(pairs) => {
                pairs.iter().for_each(|&(k, v)| self.all(&[k, v]));
                Ty::Unknown
            }
            ExprKind::Block(block) => self.block(block, expected),
            ExprKind::Async(block) => self.async_block(block, expected),
            ExprKind::Macro(call) => self.macro_(call, expected),
            _ => self.control(id, expected),
        }
    }

    fn array(&mut self, items: &[ExprId], expected: &Ty) -> Ty {
        let wanted = element(expected);
        let mut ty = Ty::Unknown;
        for &item in items {
            ty = merge(ty, self.expr(item, &wanted));
        }
        Ty::Array(Arc::new(if ty.is_known() { ty } else { wanted }))
    }

    fn async_block(&mut self, block: &Block, expected: &Ty) -> Ty {
        let wanted = if expected.is_ext("std::future::Future") { expected.arg(0) } else { Ty::Unknown };
        let outer = std::mem::replace(&mut self.returns, wanted.clone());
        let output = self.block(block, &wanted);
        let returned = std::mem::replace(&mut self.returns, outer);
        self.cx.future(merge(output, returned))
    }

    fn struct_(
        &mut self,
        id: ExprId,
        fields: &[(Symbol, ExprId)],
        base: Option<ExprId>,
        expected: &Ty,
    ) -> Ty {
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
        let params = local_adt(&ty).map_or(&[][..], |owner| self.cx.table.params(owner)).to_vec();
        let mut subst = if local_adt(&ty) == local_adt(expected) {
            known_args(&params, expected)
        } else {
            Subst::default()
        };
        for &(name, value) in fields {
            let field = declared.and_then(|d| self.cx.table.fields(d).iter().find(|(n, _)| *n == name));
            let wanted = field.map_or(Ty::Unknown, |(_, ty)| ty.clone());
            let actual = self.expr(value, &self.wanted(&wanted, &subst, &params));
            wanted.unify(&actual, &mut subst);
        }
        base.iter().for_each(|&b| drop(self.expr(b, &ty)));
        match &ty {
            Ty::Adt(res @ Res::Def(_), args) if args.is_empty() => Ty::Adt(
                res.clone(),
                params.iter().map(|p| subst.get(*p).cloned().unwrap_or_default()).collect(),
            ),
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
    if declared.is_known() { declared.complete(&actual) } else { actual }
}

/// What `&x` wants of `x`: nothing where `&x` may be coerced, as `&String` to `&str`.
fn behind_reference(expected: &Ty) -> Ty {
    match expected {
        Ty::Ref(inner) if matches!(**inner, Ty::Adt(..) | Ty::Tuple(_) | Ty::Array(_)) => (**inner).clone(),
        _ => Ty::Unknown,
    }
}

/// Generic parameters with those arguments of a type that are known.
fn known_args(params: &[Symbol], ty: &Ty) -> Subst {
    match ty.peel() {
        Ty::Adt(_, args) => {
            params.iter().copied().zip(args.iter().cloned()).filter(|(_, t)| t.is_known()).collect()
        }
        _ => Subst::default(),
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
