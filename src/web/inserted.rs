//! Identities that middlewares put beside the request: `req.extensions_mut().insert(principal)`.
//!
//! A type of the workspace is one if a function that reads a credential inserts a value of it. Who takes it from the request
//! takes what is known of who asks, and that may be that nobody is known.
//!
//! A handler that takes such a value and runs behind the layer that inserts it is not run without it. If a value of the type
//! always says who asks, strangers are refused, whatever the layer does with them.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::base::Symbol;
use crate::catalog::framework::ExtractorKind;
use crate::ir::{AttrArg, ExprId, ExprKind, ItemKind, Stmt};
use crate::resolve::{DefId, DefKind, ImplId, Res};
use crate::types::{Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Makers of values that say that nobody is known.
const NOBODY: &[&str] = &["anonymous", "guest", "nobody", "anon", "unauthenticated", "visitor", "public"];

/// Methods that take a value from beside the request, or say whether it is there.
const TAKES: &[&str] = &["get", "get_mut", "contains", "remove", "obtain", "obtain_mut", "scrape"];

/// Types inside types are looked through this deep: `Option<Arc<T>>`.
const MAX_DEPTH: usize = 4;

impl<'a> Judge<'_, 'a> {
    /// Whether a type, wrappers aside, is an identity that a middleware inserts.
    pub(super) fn is_inserted_identity(&self, ty: &Ty) -> bool {
        innermost(ty).is_some_and(|id| self.inserted().contains(&id))
    }

    /// Whether what a call takes from beside the request may say who asks: types of libraries do by their names only, which
    /// `MatchedPath` and `ConnectInfo` do not.
    pub(super) fn may_say_who(&self, info: &BodyInfo<'a>, call: ExprId) -> bool {
        let ty = self.asked_for(info, call).unwrap_or_else(|| self.world.types(info).of(call).clone());
        // Applications keep all sorts of things in a store of the framework.
        if let ExprKind::MethodCall { receiver, .. } = &info.ir.exprs[call].kind
            && self.is_store(&self.world.types(info).of(*receiver).clone())
        {
            return self.is_inserted_identity(&ty);
        }
        let (mut inner, mut shared) = (ty.peel().clone(), false);
        for _ in 0..MAX_DEPTH {
            match inner.peel() {
                Ty::Adt(Res::Ext(ext), args) if !args.is_empty() => {
                    shared |= ext.path == "std::sync::Arc";
                    inner = args[0].clone();
                }
                _ => break,
            }
        }
        // `Arc<G>`: what all requests share, whatever it is called.
        let shared = shared && matches!(inner.peel(), Ty::Param(_));
        let named = |ty: &Ty| vocab::is_identity(&self.type_name(ty));
        !shared && (!matches!(inner.peel(), Ty::Adt(Res::Ext(_), _)) || named(&inner))
    }

    /// `Option<User>`, as a condition may hand it on: who asks, or nobody.
    pub(super) fn is_perhaps_somebody(&self, ty: &Ty) -> bool {
        let option = self.world.ext_type(ty).is_some_and(|path| path == "std::option::Option");
        let inner = ty.peel().arg(0);
        option && local_adt(&inner).is_some() && vocab::is_identity(&self.type_name(&inner))
    }

    /// Whether a body takes such an identity from the request.
    pub(super) fn takes_identity(&self, info: &BodyInfo<'a>) -> bool {
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            let ExprKind::MethodCall { receiver, method, .. } = &info.ir.exprs[e].kind else { return };
            if found || !self.takes(info, *receiver, method.sym.as_str()) {
                return;
            }
            let ty = self.asked_for(info, e).unwrap_or_else(|| self.world.types(info).of(e).clone());
            found = self.is_inserted_identity(&ty);
        });
        found
    }

    /// Those of the workspace; none while they are looked for.
    fn inserted(&self) -> Rc<FxHashSet<DefId>> {
        if let Some(known) = &*self.inserted.borrow() {
            return known.clone();
        }
        *self.inserted.borrow_mut() = Some(Rc::default());
        let functions = self.world.cx.map.defs.iter().filter(|(_, def)| !def.in_test);
        let functions = functions.filter(|(_, def)| matches!(def.kind, DefKind::Fn | DefKind::Method(_)));
        let found: Rc<FxHashSet<DefId>> =
            Rc::new(functions.flat_map(|(id, _)| self.inserted_by(id)).collect());
        *self.inserted.borrow_mut() = Some(found.clone());
        // What was judged on the way was judged without them.
        self.forget();
        found
    }

    /// Who asks, as a parameter of this type takes it from beside the request: `Extension<User>`, or a struct whose derived
    /// extractor takes a field from there.
    pub(super) fn taken(&self, ty: &Ty) -> Option<DefId> {
        match ty.peel() {
            Ty::Adt(Res::Ext(ext), args) => {
                let kind = self.world.rules.extractors.get(&ext.path);
                let beside = kind == Some(&ExtractorKind::Inserted);
                args.iter().filter(|_| beside).find_map(|ty| self.somebody(ty))
            }
            Ty::Adt(Res::Def(id), _) => self.field_taken(*id),
            _ => None,
        }
    }

    /// `#[from_request(via(Extension))] user: User`.
    fn field_taken(&self, id: DefId) -> Option<DefId> {
        let def = self.world.cx.map.def(id);
        let ItemKind::Struct(data) = &self.world.cx.program.file(def.file).items[def.item].kind else {
            return None;
        };
        let fields = self.world.cx.table.fields(id);
        let through = |arg: &AttrArg| arg.nested.iter().filter_map(|a| a.name).any(|n| self.is_beside(n));
        let mut beside = data.fields.list().iter().zip(fields);
        beside.find_map(|(field, (_, ty))| {
            let says = field.attrs.iter().flat_map(|a| &a.args).any(through);
            self.somebody(ty).filter(|_| says)
        })
    }

    /// Whether this is the bare name of an extractor for what lies beside the request.
    fn is_beside(&self, name: Symbol) -> bool {
        let mut inserted =
            self.world.rules.extractors.iter().filter(|(_, kind)| **kind == ExtractorKind::Inserted);
        let last = |path: &str| path.rsplit("::").next() == name.as_str().rsplit("::").next();
        inserted.any(|(path, _)| last(path.as_str()))
    }

    /// An inserted type whose every value says who asks.
    fn somebody(&self, ty: &Ty) -> Option<DefId> {
        let absent = |ty: &Ty| {
            let path = self.world.ext_type(ty);
            path.is_some_and(|p| matches!(p.as_str(), "std::option::Option" | "std::result::Result"))
        };
        let id = innermost(ty).filter(|_| !absent(ty) && !absent(&ty.peel().arg(0)))?;
        let def = self.world.cx.map.def(id);
        let name = def.name.as_str();
        let known = vocab::is_identity(name) || vocab::is_somebody(name);
        if def.kind != DefKind::Struct || !known || vocab::is_nobody(name) || !self.inserted().contains(&id) {
            return None;
        }
        let made_of_nobody = !self.methods_named(id, NOBODY).is_empty();
        let fields = self.world.cx.table.fields(id);
        let named = |name: Symbol| {
            let name = name.as_str();
            let of_id =
                matches!(name, "0" | "id" | "uid" | "sub" | "name" | "email") || name.ends_with("_id");
            of_id || vocab::is_identity(name) || vocab::is_somebody(name)
        };
        let flag = |ty: &Ty| matches!(ty.peel(), Ty::Prim(p) if *p == "bool");
        let says = fields.iter().any(|(name, ty)| named(*name) && !absent(ty) && !flag(ty));
        (says && !made_of_nobody).then_some(id)
    }

    /// Whether a function ends requests of strangers before it puts somebody beside the request, and that whatever happens:
    /// `let user = account_of(&request)?; request.extensions_mut().insert(user);`.
    pub(super) fn always_inserts(&self, info: &BodyInfo<'a>) -> bool {
        let ExprKind::Block(block) = &info.ir.exprs[info.body.root].kind else { return false };
        block.stmts.iter().any(|stmt| {
            let Stmt::Expr(e, _) = stmt else { return false };
            let ExprKind::MethodCall { receiver, method, args, .. } = &info.ir.exprs[*e].kind else {
                return false;
            };
            let [.., value] = args[..] else { return false };
            let made = info.initial(value).map(|e| &info.ir.exprs[e].kind);
            matches!(method.sym.as_str(), "insert" | "inject")
                && matches!(made, Some(ExprKind::Try(_)))
                && self.is_extensions(info, *receiver)
                && self.somebody(self.world.types(info).of(value)).is_some()
        })
    }

    /// Whether the extractor gives who asks: nothing but a refusal is left for others.
    pub(super) fn holds_identity(&self, id: ImplId) -> bool {
        let Some(Res::Def(owner)) = self.world.cx.map.impls[id].self_ty else { return false };
        self.world.cx.table.fields(owner).iter().any(|(_, ty)| {
            let name = local_adt(ty).map(|id| self.world.cx.map.def(id).name);
            name.is_some_and(|n| vocab::is_identity(n.as_str()) && !vocab::is_credential(n.as_str()))
        })
    }

    /// Whether a function puts a value of this type beside the request.
    pub(super) fn inserts(&self, function: DefId, id: DefId) -> bool {
        self.inserted_by(function).contains(&id)
    }

    /// Whether a call takes a value from beside the request.
    pub(super) fn takes(&self, info: &BodyInfo<'a>, receiver: ExprId, method: &str) -> bool {
        TAKES.contains(&method) && self.is_extensions(info, receiver)
    }

    /// `request.extensions()`, `parts.extensions`, a variable that holds them, or a store of the framework.
    fn is_extensions(&self, info: &BodyInfo<'a>, e: ExprId) -> bool {
        let ty = self.world.types(info).of(e).peel().clone();
        let holds = |ty: &Ty| {
            self.is_store(ty) || self.world.ext_type(ty).is_some_and(|p| p.as_str().ends_with("::Extensions"))
        };
        is_extensions(info, e) || holds(&ty) || holds(&ty.arg(0))
    }

    /// Whether a type keeps what middlewares put beside the request, by the table of its framework.
    fn is_store(&self, ty: &Ty) -> bool {
        self.world.ext_type(ty).is_some_and(|path| self.world.rules.stores.contains(&path))
    }

    /// What a function that reads a credential puts beside the request.
    pub(super) fn inserted_by(&self, id: DefId) -> Vec<DefId> {
        let Some(info) = self.world.body(id) else { return Vec::new() };
        let mut out = Vec::new();
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let ExprKind::MethodCall { receiver, method, args, .. } = &info.ir.exprs[e].kind
                && matches!(method.sym.as_str(), "insert" | "inject")
                && let [.., value] = args[..]
                && self.is_extensions(&info, *receiver)
            {
                out.extend(innermost(self.world.types(&info).of(value)));
            }
        });
        if !out.is_empty() && !self.names_credential(&info, info.body.root) {
            out.clear();
        }
        out
    }
}

/// `request.extensions()`, `parts.extensions`, `extensions`.
fn is_extensions(info: &BodyInfo<'_>, e: ExprId) -> bool {
    match &info.ir.exprs[e].kind {
        ExprKind::MethodCall { method, .. } => matches!(method.sym.as_str(), "extensions" | "extensions_mut"),
        ExprKind::Field { name, .. } => name.sym == "extensions",
        ExprKind::Path(path) => path.as_ident().is_some_and(|n| n.sym == "extensions"),
        ExprKind::Ref { operand, .. } => is_extensions(info, *operand),
        _ => false,
    }
}

fn innermost(ty: &Ty) -> Option<DefId> {
    let mut ty = ty.peel().clone();
    for _ in 0..MAX_DEPTH {
        if let Some(id) = local_adt(&ty) {
            return Some(id);
        }
        ty = ty.arg(0).peel().clone();
    }
    None
}
