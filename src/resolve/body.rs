//! Names inside a body: local variables by lexical scope, everything else through the module.
//!
//! One walk in source order with a stack of scopes. A pattern that is a lone identifier is a binding unless the name is a
//! constant, unit struct or variant. Example: in `match x { None => .., y => .. }` the first is a path, the second a binding.

use rustc_hash::FxHashMap;

use crate::base::{FileId, Symbol};
use crate::ir::{
    Block, ClosureParam, ExprId, ExprKind, FileIr, Fn, ItemKind, LoopKind, MacroForm, PatId, PatKind, Path,
    Program, Stmt,
};
use crate::resolve::def::{DefId, DefKind, DefMap, ImplId, ModId};
use crate::resolve::path::{Namespace, PathRes, Res};

/// Nesting beyond which a body's inner parts are left unresolved.
const MAX_DEPTH: usize = 2_000;

/// What the paths of one body stand for.
#[derive(Clone, Debug, Default)]
pub struct BodyRes {
    /// Path expressions, and the paths of struct expressions and of macros of libraries.
    pub exprs: FxHashMap<ExprId, PathRes>,
    /// Patterns that name something: paths, tuple structs, structs, and lone identifiers that are no bindings.
    pub pats: FxHashMap<PatId, PathRes>,
    /// The scope of each expression that is in another one than the body's own: blocks with items.
    pub scopes: FxHashMap<ExprId, ModId>,
    /// Paths met.
    pub paths: usize,
    /// Paths that were resolved, at least to a type.
    pub resolved: usize,
}

struct Walk<'a> {
    map: &'a DefMap,
    ir: &'a FileIr,
    krate: usize,
    module: ModId,
    self_impl: Option<ImplId>,
    locals: Vec<(Symbol, PatId)>,
    out: BodyRes,
    depth: usize,
}

/// The body of a definition: the function it belongs to, if any, and its root expression.
#[derive(Clone, Copy, Debug)]
pub struct Body<'p> {
    /// Its file.
    pub file: FileId,
    /// The function; `None` for constants and statics.
    pub func: Option<&'p Fn>,
    /// The root expression.
    pub root: ExprId,
}

/// The body of a definition, if it has one.
pub fn body_of<'p>(program: &'p Program, map: &DefMap, id: DefId) -> Option<Body<'p>> {
    let def = map.def(id);
    let item = &program.file(def.file).items[def.item];
    let (func, root) = match (&item.kind, def.kind) {
        (ItemKind::Macro { exprs, .. }, DefKind::Anonymous(n)) => (None, *exprs.get(n as usize)?),
        (_, DefKind::Variant(..)) => return None,
        (ItemKind::Fn(func), _) => (Some(func), func.body?),
        (ItemKind::Const(value) | ItemKind::Static(value), _) => (None, value.value?),
        _ => return None,
    };
    Some(Body { file: def.file, func, root })
}

/// Resolves the names in the body of a definition; empty if it has none.
pub fn resolve_body(map: &DefMap, program: &Program, id: DefId) -> BodyRes {
    let Some(Body { file, func, root }) = body_of(program, map, id) else { return BodyRes::default() };
    let def = map.def(id);
    let mut walk = Walk {
        map,
        ir: program.file(file),
        krate: def.krate,
        module: def.module,
        self_impl: def.owner,
        locals: Vec::new(),
        out: BodyRes::default(),
        depth: 0,
    };
    if let Some(func) = func {
        func.self_param.iter().for_each(|p| walk.bind(p.pat));
        func.params.iter().for_each(|p| walk.bind(p.pat));
    }
    walk.expr(root);
    walk.out
}

impl Walk<'_> {
    fn resolve_path(&mut self, path: &Path, ns: Namespace) -> Option<PathRes> {
        self.out.paths += 1;
        if let (Namespace::Value, Some(name)) = (ns, path.as_ident())
            && let Some(&(_, pat)) = self.locals.iter().rev().find(|(n, _)| *n == name.sym)
        {
            self.out.resolved += 1;
            return Some(PathRes { res: Res::Local(pat), rest: 0 });
        }
        let found = self.map.resolve(self.module, self.self_impl, path, ns);
        let found = found.or_else(|| {
            let first = path.segments.first()?.name.sym;
            let item = self.map.glob_item(self.module, first)?;
            let ext = path.segments[1..].iter().fold(item, |ext, s| ext.join(s.name.sym));
            Some(PathRes { res: Res::Ext(ext), rest: 0 })
        });
        self.out.resolved += usize::from(found.is_some());
        found
    }

    fn expr(&mut self, id: ExprId) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Path(path) => {
                if let Some(res) = self.resolve_path(path, Namespace::Value) {
                    self.out.exprs.insert(id, res);
                }
            }
            ExprKind::Struct { path, .. } => {
                if let Some(res) = self.resolve_path(path, Namespace::Type) {
                    self.out.exprs.insert(id, res);
                }
                self.children(id);
            }
            ExprKind::Block(block) | ExprKind::Async(block) => self.block(id, block),
            ExprKind::If { cond, then, otherwise } => {
                let mark = self.locals.len();
                self.expr(*cond);
                self.expr(*then);
                self.locals.truncate(mark);
                otherwise.iter().for_each(|&e| self.expr(e));
            }
            ExprKind::Let { pat, value } => {
                self.expr(*value);
                self.bind(*pat);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.expr(*scrutinee);
                for arm in arms {
                    self.scoped(|walk| {
                        walk.bind(arm.pat);
                        arm.guard.iter().for_each(|&e| walk.expr(e));
                        walk.expr(arm.body);
                    });
                }
            }
            ExprKind::Loop { kind, body } => self.scoped(|walk| walk.loop_(*kind, *body)),
            ExprKind::Closure { params, body, .. } => self.scoped(|walk| walk.closure(params, *body)),
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Block(block) => self.block(id, block),
                MacroForm::Exprs(_) => {
                    self.library_macro(id, &call.path);
                    self.children(id);
                }
                _ => self.children(id),
            },
            _ => self.children(id),
        }
        self.depth -= 1;
    }

    /// What a macro is called in its library; its own definition is looked for elsewhere.
    fn library_macro(&mut self, id: ExprId, path: &Path) {
        let found = self.map.resolve(self.module, None, path, Namespace::Value);
        if let Some(found) = found.filter(|f| f.rest == 0 && matches!(f.res, Res::Ext(_))) {
            self.out.exprs.insert(id, found);
        }
    }

    fn children(&mut self, id: ExprId) {
        let ir = self.ir;
        ir.for_each_child(id, &mut |child| self.expr(child));
    }

    fn scoped(&mut self, f: impl FnOnce(&mut Self)) {
        let mark = self.locals.len();
        f(self);
        self.locals.truncate(mark);
    }

    fn loop_(&mut self, kind: LoopKind, body: ExprId) {
        match kind {
            LoopKind::Loop => {}
            LoopKind::While(cond) => self.expr(cond),
            LoopKind::For(pat, iter) => {
                self.expr(iter);
                self.bind(pat);
            }
        }
        self.expr(body);
    }

    fn closure(&mut self, params: &[ClosureParam], body: ExprId) {
        params.iter().for_each(|p| self.bind(p.pat));
        self.expr(body);
    }

    fn block(&mut self, id: ExprId, block: &Block) {
        let outer = self.module;
        if let Some(&module) = self.map.blocks.get(&(self.krate, self.ir.file, id)) {
            self.module = module;
            self.out.scopes.insert(id, module);
        }
        let mark = self.locals.len();
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, value, otherwise, .. } => {
                    value.iter().chain(otherwise).for_each(|&e| self.expr(e));
                    self.bind(*pat);
                }
                Stmt::Expr(e, _) => {
                    let inner = self.locals.len();
                    self.expr(*e);
                    self.locals.truncate(inner);
                }
                Stmt::Item(_) => {}
            }
        }
        block.tail.iter().for_each(|&e| self.expr(e));
        self.locals.truncate(mark);
        self.module = outer;
    }

    fn bind(&mut self, pat: PatId) {
        let ir = self.ir;
        let mut pats = Vec::new();
        ir.for_each_pat(pat, &mut |p| pats.push(p));
        for id in pats {
            match &ir.pats[id].kind {
                PatKind::Bind { name, sub, .. } => match self.constant_pattern(name.sym, sub.is_some()) {
                    Some(res) => {
                        self.out.pats.insert(id, res);
                    }
                    None => self.locals.push((name.sym, id)),
                },
                PatKind::Path(path) | PatKind::TupleStruct(path, _) => {
                    if let Some(res) = self.resolve_path(path, Namespace::Value) {
                        self.out.pats.insert(id, res);
                    }
                }
                PatKind::Struct(path, _) => {
                    if let Some(res) = self.resolve_path(path, Namespace::Type) {
                        self.out.pats.insert(id, res);
                    }
                }
                PatKind::Literal(e) => self.expr(*e),
                PatKind::Range(a, b) => a.iter().chain(b).for_each(|&e| self.expr(e)),
                _ => {}
            }
        }
    }

    /// What a lone identifier in a pattern names, if it is no binding. Variables are lower case, so only names that
    /// begin with a capital are looked up.
    fn constant_pattern(&self, name: Symbol, has_sub: bool) -> Option<PathRes> {
        if has_sub || !name.as_str().starts_with(|c: char| c.is_uppercase()) {
            return None;
        }
        self.map.resolve_names(self.module, self.self_impl, false, &[name], Namespace::Value)
    }
}
