//! What the parts of this layer share: the program, the tables, names and types of bodies (computed once, on demand), the
//! texts of local macros.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::base::{Problem, Span, Symbol};
use crate::ir::{Block, ClosureParam, ExprId, ExprKind, FileIr, ItemKind, PatId, Path};
use crate::resolve::{Body, BodyRes, DefId, DefKind, Ext, Namespace, Res, body_of, resolve_body};
use crate::types::{BodyTypes, Callee, Ty, TypeCx, infer};
use crate::web::WebCx;
use crate::web::attribute::{self, RouteGroup};
use crate::web::own::OwnItems;
use crate::web::rules::Rules;
use crate::web::service;
use crate::workspace::Workspace;

/// A body with its names and, once asked for, its types.
pub(super) struct BodyInfo<'a> {
    pub(super) id: DefId,
    pub(super) body: Body<'a>,
    pub(super) ir: &'a FileIr,
    pub(super) names: BodyRes,
    types: OnceCell<BodyTypes>,
    initials: OnceCell<FxHashMap<PatId, ExprId>>,
}

impl BodyInfo<'_> {
    /// What a variable holds that is written once: `let answer = ..;`.
    pub(super) fn initial(&self, e: ExprId) -> Option<ExprId> {
        let Res::Local(pat) = self.names.exprs.get(&e)?.res else { return None };
        let written = || self.ir.written_once(self.body.root).into_iter().collect();
        self.initials.get_or_init(written).get(&pat).copied()
    }

    /// The block of the body, wrappers of asynchronous functions aside.
    pub(super) fn block(&self) -> Option<&Block> {
        let mut at = self.body.root;
        loop {
            match &self.ir.exprs[at].kind {
                ExprKind::Block(Block { stmts, tail: Some(tail) }) if stmts.is_empty() => at = *tail,
                ExprKind::Block(block) | ExprKind::Async(block) => return Some(block),
                ExprKind::Call { args, .. } if args.len() == 1 => at = args[0],
                _ => return None,
            }
        }
    }

    /// Whether an expression is the name of a variable.
    pub(super) fn is_local(&self, e: ExprId) -> bool {
        matches!(self.names.exprs.get(&e).map(|found| &found.res), Some(Res::Local(_)))
    }

    /// The variables that anything in the body names.
    pub(super) fn locals(&self) -> impl Iterator<Item = PatId> {
        self.names.exprs.values().filter_map(|found| match found.res {
            Res::Local(pat) => Some(pat),
            _ => None,
        })
    }
}

/// What the parts of this layer share.
pub(super) struct World<'a> {
    pub(super) cx: TypeCx<'a>,
    packages: &'a Workspace,
    pub(super) rules: Rules<'a>,
    /// What the project says of its own items.
    pub(super) own: OwnItems,
    /// Entries of the configuration file that name nothing.
    pub(super) unknown: Vec<Problem>,
    bodies: RefCell<FxHashMap<DefId, Option<Rc<BodyInfo<'a>>>>>,
    macros: FxHashMap<Symbol, Span>,
    /// Types whose methods declare routes.
    pub(super) groups: FxHashMap<DefId, Vec<RouteGroup>>,
}

impl<'a> World<'a> {
    pub(super) fn new(cx: &WebCx<'a>) -> World<'a> {
        let (own, unknown) = OwnItems::new(&cx.types, cx.workspace);
        let mut world = World {
            cx: cx.types,
            packages: cx.workspace,
            rules: Rules::new(cx.types.catalog())
                .with_versions(cx.types.catalog(), cx.workspace)
                .with_own(&own),
            own,
            unknown,
            bodies: RefCell::default(),
            macros: local_macros(&cx.types),
            groups: FxHashMap::default(),
        };
        world.groups = attribute::groups(&world, cx.workspace);
        service::add_groups(&mut world);
        world
    }

    /// The body of a definition with its names.
    pub(super) fn body(&self, id: DefId) -> Option<Rc<BodyInfo<'a>>> {
        if let Some(found) = self.bodies.borrow().get(&id) {
            return found.clone();
        }
        let info = body_of(self.cx.program, self.cx.map, id).map(|body| {
            let names = resolve_body(self.cx.map, self.cx.program, id);
            let ir = self.cx.program.file(body.file);
            Rc::new(BodyInfo { id, body, ir, names, types: OnceCell::new(), initials: OnceCell::new() })
        });
        self.bodies.borrow_mut().insert(id, info.clone());
        info
    }

    /// The value of the constant or static of the workspace that an expression names.
    pub(super) fn constant(&self, info: &BodyInfo<'a>, e: ExprId) -> Option<Rc<BodyInfo<'a>>> {
        let Res::Def(def) = info.names.exprs.get(&e)?.res else { return None };
        let constant = matches!(self.cx.map.def(def).kind, DefKind::Const | DefKind::Static);
        constant.then(|| self.body(def))?
    }

    /// The types of a body.
    pub(super) fn types<'b>(&self, info: &'b BodyInfo<'a>) -> &'b BodyTypes {
        info.types.get_or_init(|| infer(self.cx, info.id, &info.names))
    }

    /// The parameters of a closure with their declared types.
    pub(super) fn closure_params(&self, owner: DefId, closure: ExprId) -> Vec<(PatId, Ty)> {
        let Some(info) = self.body(owner) else { return Vec::new() };
        let ExprKind::Closure { params, .. } = &info.ir.exprs[closure].kind else { return Vec::new() };
        let scope = self.cx.scope_of(owner);
        let ty = |p: &ClosureParam| p.ty.map_or(Ty::Unknown, |t| self.cx.lower(&scope, t));
        params.iter().map(|p| (p.pat, ty(p))).collect()
    }

    /// What a call, method call or path calls or names.
    pub(super) fn callee(&self, info: &BodyInfo<'a>, expr: ExprId) -> Option<Callee> {
        self.types(info).callees.get(&expr).cloned()
    }

    /// The type of the workspace that a struct expression makes.
    pub(super) fn made_by_literal(&self, info: &BodyInfo<'a>, expr: ExprId) -> Option<DefId> {
        match info.names.exprs.get(&expr)?.res {
            Res::Def(def) => Some(def),
            _ => None,
        }
    }

    /// The source text of the definition of a local macro.
    pub(super) fn macro_text(&self, name: Symbol) -> Option<&'a str> {
        self.macros.get(&name).map(|&span| self.cx.program.sources.slice(span))
    }

    /// The library item that a path written at `id` names, as the catalog knows it.
    pub(super) fn ext_of_path(&self, id: DefId, path: &Path) -> Option<Ext> {
        let def = self.cx.map.def(id);
        let resolve = |ns| self.cx.map.resolve(def.module, def.owner, path, ns);
        let found =
            [Namespace::Type, Namespace::Value].into_iter().find_map(|ns| match resolve(ns)?.res {
                Res::Ext(ext) => Some(ext),
                _ => None,
            })?;
        Some(self.cx.externals.canonical(&found))
    }

    /// Whether the package of a definition's crate has a dependency.
    pub(super) fn depends_on(&self, workspace: &Workspace, id: DefId, package: &str) -> bool {
        let krate = &self.cx.map.crates[self.cx.map.def(id).krate];
        let dependencies = workspace.packages.get(krate.package).map_or(&[][..], |p| &p.dependencies);
        dependencies.iter().any(|d| d.package == package)
    }

    /// Whether the package of a definition is one that was asked about.
    pub(super) fn is_selected(&self, id: DefId) -> bool {
        let krate = &self.cx.map.crates[self.cx.map.def(id).krate];
        self.packages.packages.get(krate.package).is_none_or(|p| p.selected)
    }

    /// The path of a library type, references aside.
    pub(super) fn ext_type(&self, ty: &Ty) -> Option<Symbol> {
        match ty.peel() {
            Ty::Adt(Res::Ext(ext), _) => Some(ext.path),
            _ => None,
        }
    }
}

/// The definitions of `macro_rules!` macros. Of several with one name the first: they are variants of one idea.
fn local_macros(cx: &TypeCx<'_>) -> FxHashMap<Symbol, Span> {
    let mut out = FxHashMap::default();
    for file in &cx.program.files {
        for (_, item) in file.items.iter() {
            if let (ItemKind::Macro { path, .. }, Some(name)) = (&item.kind, item.name)
                && path.last().is_some_and(|s| s.name.sym == "macro_rules")
            {
                out.entry(name.sym).or_insert(item.span);
            }
        }
    }
    out
}
