//! One analysed body, with the questions detectors ask of it.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::catalog::Role;
use crate::catalog::{AccessPath, Api, Lint, RoleAt};
use crate::detectors::Context;
use crate::detectors::words::Words;
use crate::finding::Finding;
use crate::flow::{Arrival, BodyFlow, Facts, Summaries, dispatch, verification};
use crate::ir::{Block, ExprId, ExprKind, FileIr, LoopKind, MacroForm, PatId, PatKind, Stmt};
use crate::resolve::{Body, BodyRes, DefId, DefKind, PathRes, Res, body_of};
use crate::types::{BodyTypes, Ty};
use crate::workspace::{Dependency, DependencyKind, Package};

/// Names of names are followed this far.
const MAX_NAMES: usize = 4;

/// A body with its names, types and flow.
pub struct BodyCx<'a> {
    /// The program.
    pub cx: &'a Context<'a>,
    /// Whose body it is.
    pub def: DefId,
    /// The body.
    pub body: Body<'a>,
    /// Its file.
    pub ir: &'a FileIr,
    /// What its paths mean.
    pub names: &'a BodyRes,
    /// Its types and call targets.
    pub types: &'a BodyTypes,
    /// Its values.
    pub flow: BodyFlow<'a>,
    /// What is known of the functions that it calls.
    pub summaries: &'a Summaries<'a>,
    parents: OnceCell<FxHashMap<ExprId, ExprId>>,
    exprs: OnceCell<Vec<ExprId>>,
}

impl<'a> BodyCx<'a> {
    /// Puts the parts together.
    pub fn new(
        cx: &'a Context<'a>,
        def: DefId,
        body: Body<'a>,
        names: &'a BodyRes,
        types: &'a BodyTypes,
        flow: BodyFlow<'a>,
        summaries: &'a Summaries<'a>,
    ) -> BodyCx<'a> {
        let ir = cx.program.file(body.file);
        let (parents, exprs) = (OnceCell::new(), OnceCell::new());
        BodyCx { cx, def, body, ir, names, types, flow, summaries, parents, exprs }
    }

    /// What is known of the body as a whole.
    pub fn facts(&self) -> Facts {
        Facts::of(self.ir, self.body.func, self.body.root, &self.flow)
    }

    /// The functions of the workspace that a call may reach.
    pub fn targets(&self, call: ExprId) -> Vec<DefId> {
        dispatch::targets(&self.cx.map, self.types, call, self.cx.map.def(self.def).in_test)
    }

    /// Whether a call verifies something, see [`verification`].
    pub fn verifies(&self, call: ExprId) -> bool {
        matches!(self.kind(call), ExprKind::Call { .. } | ExprKind::MethodCall { .. })
            && (self.flow.rows.get(&call).is_some_and(|rows| verification::by_rows(rows))
                || verification::by_targets(self.summaries, &self.targets(call)))
    }

    /// The name of the package.
    pub fn package(&self) -> &'a str {
        &self.own_package().name
    }

    /// What the body gives back, if it implements a method of a library's trait whose row says so.
    pub fn role_of_implementation(&self) -> Option<(&'a Api, &'a RoleAt)> {
        let data = self.cx.map.def(self.def);
        let DefKind::Method(owner) = data.kind else { return None };
        let Some(Res::Ext(of)) = self.cx.map.impls[owner].trait_.as_ref() else { return None };
        let externals = self.cx.types().externals;
        let rows = externals.rows(&externals.canonical(of).join(data.name));
        let given = |api: &'a Api| api.roles.iter().find(|r| r.at == AccessPath::ImplReturn);
        rows.into_iter().find_map(|api| Some((api, given(api)?)))
    }

    /// Whether every build of the package has one of these packages.
    pub fn depends_on(&self, packages: &[String]) -> bool {
        let has =
            |d: &Dependency| d.always && d.kind == DependencyKind::Normal && packages.contains(&d.package);
        self.own_package().dependencies.iter().any(has)
    }

    /// Whether the package has a web framework among its dependencies, so that others ask it.
    pub fn serves(&self) -> bool {
        let krate = &self.cx.map.crates[self.cx.map.def(self.def).krate];
        let model = |res: &Res| match res {
            Res::Ext(ext) => self.cx.catalog.models.get(ext.krate.package.as_str()),
            _ => None,
        };
        krate.externs.values().filter_map(model).any(|model| model.framework.is_some())
    }

    fn own_package(&self) -> &'a Package {
        let krate = &self.cx.map.crates[self.cx.map.def(self.def).krate];
        &self.cx.workspace.packages[krate.package]
    }

    /// The place of an expression.
    pub fn span(&self, id: ExprId) -> Span {
        self.ir.exprs[id].span
    }

    /// The shape of an expression.
    pub fn kind(&self, id: ExprId) -> &'a ExprKind {
        &self.ir.exprs[id].kind
    }

    /// A finding in this body.
    pub fn finding(&self, lint: &Lint, span: Span, label: &str, message: String) -> Finding {
        self.cx.finding(lint, self.def, span, label, message)
    }

    /// What a variable is initialised with by the `let` that names it.
    pub fn initializer(&self, local: PatId) -> Option<ExprId> {
        self.exprs().find_map(|id| {
            let (ExprKind::Block(block) | ExprKind::Async(block)) = self.kind(id) else { return None };
            block.stmts.iter().find_map(|stmt| match stmt {
                Stmt::Let { pat, value, .. } if *pat == local => *value,
                _ => None,
            })
        })
    }

    /// The expression that the pattern of a variable takes apart: of a `let`, a condition, an arm or a loop, or for a parameter of
    /// a closure the call that the closure is given to.
    pub fn taken_from(&self, local: PatId) -> Option<ExprId> {
        let binds = |pat: PatId| self.ir.pattern_binds(pat, local);
        self.exprs().find_map(|id| match self.kind(id) {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                block.stmts.iter().find_map(|stmt| match stmt {
                    Stmt::Let { pat, value, .. } if binds(*pat) => *value,
                    _ => None,
                })
            }
            ExprKind::Let { pat, value } if binds(*pat) => Some(*value),
            ExprKind::Match { scrutinee, arms } if arms.iter().any(|arm| binds(arm.pat)) => Some(*scrutinee),
            ExprKind::Loop { kind: LoopKind::For(pat, over), .. } if binds(*pat) => Some(*over),
            ExprKind::Closure { params, .. } if params.iter().any(|param| binds(param.pat)) => {
                self.parent(id)
            }
            _ => None,
        })
    }

    /// The text of an expression, for messages.
    pub fn snippet(&self, id: ExprId) -> String {
        self.cx.snippet(self.span(id))
    }

    /// All expressions of the body, parents first, in source order.
    pub fn exprs(&self) -> impl Iterator<Item = ExprId> + '_ {
        let list = self.exprs.get_or_init(|| {
            let mut out = Vec::new();
            self.ir.for_each_expr(self.body.root, &mut |id| out.push(id));
            out
        });
        list.iter().copied()
    }

    /// How to call the target of a call in messages: `Aes256Gcm::new`, with the type that the code names.
    pub fn callee_name(&self, call: ExprId, api: &Api) -> String {
        if let Some(display) = &api.display {
            return display.clone();
        }
        let owner = self.types.owners.get(&call).and_then(|ty| match ty.peel() {
            Ty::Adt(res, _) => self.cx.map.name_of(res),
            _ => None,
        });
        match owner {
            Some(owner) => format!("{owner}::{}", api.name()),
            None => short_path(api.path.as_str()),
        }
    }

    /// How to call what a value arrives at: inside of a function that hands it on, the name says nothing of this body.
    pub fn sink_name(&self, arrival: &Arrival<'_>) -> String {
        match (&arrival.api.display, arrival.owner) {
            _ if arrival.via.is_empty() => self.callee_name(arrival.call, arrival.api),
            (Some(display), _) => display.clone(),
            (None, Some(owner)) => format!("{owner}::{}", arrival.api.name()),
            (None, None) => short_path(arrival.api.path.as_str()),
        }
    }

    /// The expression around one.
    pub fn parent(&self, id: ExprId) -> Option<ExprId> {
        let parents = self.parents.get_or_init(|| {
            let mut map = FxHashMap::default();
            self.ir.for_each_expr(self.body.root, &mut |id| {
                self.ir.for_each_child(id, &mut |child| {
                    map.insert(child, id);
                });
            });
            map
        });
        parents.get(&id).copied()
    }

    /// Conditions under which an expression runs, innermost first: of `if` (also the negated ones of `else`), `while`, and
    /// scrutinees of `match`. An expression inside a condition is not under it.
    pub fn conditions(&self, id: ExprId) -> Vec<ExprId> {
        let mut out = Vec::new();
        let mut at = id;
        while let Some(parent) = self.parent(at) {
            match self.kind(parent) {
                ExprKind::If { cond, .. } if *cond != at => out.push(*cond),
                ExprKind::Match { scrutinee, arms } if *scrutinee != at && arms.len() > 1 => {
                    out.push(*scrutinee)
                }
                ExprKind::Loop { kind: LoopKind::While(cond), .. } if *cond != at => out.push(*cond),
                ExprKind::Binary { op: crate::ir::BinaryOp::And | crate::ir::BinaryOp::Or, lhs, .. }
                    if *lhs != at =>
                {
                    out.push(*lhs);
                }
                _ => {}
            }
            at = parent;
        }
        out
    }

    /// What a call of a function gives for a parameter, `self` not counted.
    pub fn given_for(&self, def: DefId, place: ExprId, nth: usize) -> Option<ExprId> {
        match self.kind(place) {
            ExprKind::MethodCall { args, .. } => args.get(nth).copied(),
            ExprKind::Call { args, .. } => {
                let func = body_of(self.cx.program, &self.cx.map, def)?.func?;
                args.get(nth + usize::from(func.self_param.is_some())).copied()
            }
            _ => None,
        }
    }

    /// The patterns of the arms of `match` that an expression stands in, innermost first.
    pub fn arms_around(&self, id: ExprId) -> Vec<PatId> {
        let mut out = Vec::new();
        let mut at = id;
        while let Some(parent) = self.parent(at) {
            if let ExprKind::Match { arms, .. } = self.kind(parent) {
                out.extend(arms.iter().find(|arm| arm.body == at).map(|arm| arm.pat));
            }
            at = parent;
        }
        out
    }

    /// The name of its file without folder and ending.
    pub fn file_stem(&self) -> &'a str {
        self.cx.file_stem(self.body.file)
    }

    /// The expression that a chain of methods without arguments begins with: `key` in `key.as_bytes().iter()`.
    pub fn chain_root(&self, id: ExprId) -> ExprId {
        let mut at = self.peel(id);
        while let ExprKind::MethodCall { receiver, args, .. } = self.kind(at) {
            if !args.is_empty() {
                break;
            }
            at = self.peel(*receiver);
        }
        at
    }

    /// The expression behind references, dereferences, conversions by method, `?`, `.await`, casts and bare blocks.
    pub fn peel(&self, id: ExprId) -> ExprId {
        let mut at = id;
        loop {
            at = match self.kind(at) {
                ExprKind::Ref { operand, .. } | ExprKind::Cast { operand, .. } => *operand,
                ExprKind::Unary { op: crate::ir::UnaryOp::Deref, operand } => *operand,
                ExprKind::Try(inner) | ExprKind::Await(inner) => *inner,
                ExprKind::Index { base, .. } => *base,
                ExprKind::Block(Block { stmts, tail: Some(tail) }) if stmts.is_empty() => *tail,
                ExprKind::MethodCall { receiver, method, .. } if self.converts(method.sym) => *receiver,
                ExprKind::Call { args, .. } if args.len() == 1 && self.is_some_or_ok(at) => args[0],
                ExprKind::Macro(call) => match &call.form {
                    MacroForm::Expr(inner) => *inner,
                    _ => return at,
                },
                _ => return at,
            };
        }
    }

    /// A conversion of the standard library, or an extension of `Result` that adds to its error: `context`.
    fn converts(&self, name: Symbol) -> bool {
        self.cx.conversions.get(name).is_some() || self.cx.types().externals.is_extension(name)
    }

    fn is_some_or_ok(&self, id: ExprId) -> bool {
        let ExprKind::Call { callee, .. } = self.kind(id) else { return false };
        let ExprKind::Path(path) = self.kind(*callee) else { return false };
        path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "Some" | "Ok"))
    }

    /// The name that an expression goes by: of a variable, field, constant, method or function, conversions aside.
    pub fn name(&self, id: ExprId) -> Option<Symbol> {
        match self.kind(self.peel(id)) {
            ExprKind::Path(path) => path.last().map(|s| s.name.sym),
            ExprKind::Field { base, name } => {
                match name.sym.as_str().starts_with(|c: char| c.is_ascii_digit()) {
                    true => self.name(*base),
                    false => Some(name.sym),
                }
            }
            ExprKind::MethodCall { receiver, args, method, .. } => {
                match args.is_empty() && self.locks(*receiver, method.sym.as_str()) {
                    true => self.name(*receiver),
                    false => Some(method.sym),
                }
            }
            ExprKind::Call { callee, .. } => self.name(*callee),
            _ => None,
        }
    }

    /// Whether a method gives what a lock holds: `state.token.lock()` is the `token`.
    fn locks(&self, receiver: ExprId, method: &str) -> bool {
        let mut ty = self.types.of(receiver).peel();
        let of =
            |ty: &Ty, name: &str| ty.ext_path().is_some_and(|path| path.rsplit("::").next() == Some(name));
        let inner = ty.arg(0);
        if of(ty, "Arc") || of(ty, "Rc") {
            ty = inner.peel();
        }
        match method {
            "lock" | "blocking_lock" => true,
            "read" | "write" | "blocking_read" | "blocking_write" => of(ty, "RwLock"),
            "borrow" | "borrow_mut" => of(ty, "RefCell"),
            _ => false,
        }
    }

    /// Whether an expression names a `const`, also one of a type (`Self::MARKER`), which is known to everybody, whatever it was made by.
    pub fn names_constant(&self, id: ExprId) -> bool {
        let ExprKind::Path(path) = self.kind(id) else { return false };
        match self.names.exprs.get(&id) {
            // What is left of a path are associated items, and only a constant among them is a value.
            Some(found) if found.rest > 0 => true,
            Some(found) => matches!(found.res, Res::Def(def) if self.cx.map.def(def).kind == DefKind::Const),
            // `Self::MARKER` in a trait, `R::MARKER` of a generic argument.
            None => {
                path.segments.len() > 1 && path.segments[0].name.sym.as_str().starts_with(char::is_uppercase)
            }
        }
    }

    /// What a variable was initialised with, through a few others; any other expression is itself.
    pub fn initial(&self, id: ExprId) -> ExprId {
        let mut at = self.peel(id);
        for _ in 0..MAX_NAMES {
            let Some(value) = self.local(at).and_then(|local| self.initializer(local)) else { break };
            at = self.peel(value);
        }
        at
    }

    /// The same, also of the last expression of a block: `{ let body = &login; body }`.
    pub fn settled(&self, id: ExprId) -> ExprId {
        let mut at = self.initial(id);
        for _ in 0..MAX_NAMES {
            let ExprKind::Block(Block { tail: Some(tail), .. }) = self.kind(at) else { break };
            at = self.initial(*tail);
        }
        at
    }

    /// The text that a value is, wherever it was written.
    pub fn text(&self, id: ExprId) -> Option<String> {
        String::from_utf8(self.flow.of(id).single()?.bytes()?.to_vec()).ok()
    }

    /// The words of the name of an expression.
    pub fn words(&self, id: ExprId) -> Words {
        self.name(id).map_or_else(Words::default, |name| Words::of(name.as_str()))
    }

    /// Words of the names around: the definition's path and what the value is bound to.
    pub fn surrounding_words(&self, id: ExprId) -> Words {
        let mut words = Words::of(&self.cx.map.path_of(self.def));
        let mut at = id;
        while let Some(parent) = self.parent(at) {
            match self.kind(parent) {
                ExprKind::Block(block) | ExprKind::Async(block) => {
                    for stmt in &block.stmts {
                        if let Stmt::Let { pat, value: Some(value), .. } = stmt
                            && *value == at
                        {
                            words.extend(self.pattern_words(*pat));
                        }
                    }
                }
                ExprKind::Struct { fields, .. } => {
                    for init in fields.iter().filter(|f| f.value == at) {
                        words.extend(Words::of(init.name.sym.as_str()));
                    }
                }
                ExprKind::Assign { target, .. } => words.extend(self.words(*target)),
                ExprKind::Call { callee, .. } if *callee != at => words.extend(self.words(*callee)),
                ExprKind::MethodCall { method, .. } => words.extend(Words::of(method.sym.as_str())),
                _ => {}
            }
            at = parent;
        }
        words
    }

    /// Words of the names that a pattern binds.
    pub fn pattern_words(&self, pat: PatId) -> Words {
        let mut words = Words::default();
        self.ir.for_each_pat(pat, &mut |p| {
            if let PatKind::Bind { name, .. } = &self.ir.pats[p].kind {
                words.extend(Words::of(name.sym.as_str()));
            }
        });
        words
    }

    /// The local variable that an expression names, conversions aside.
    pub fn local(&self, id: ExprId) -> Option<PatId> {
        match self.names.exprs.get(&self.peel(id)) {
            Some(PathRes { res: Res::Local(pat), rest: 0 }) => Some(*pat),
            _ => None,
        }
    }

    /// Whether a path names something of a trait or type: `Digest::update`.
    fn names_method(&self, callee: ExprId) -> bool {
        let ExprKind::Path(path) = self.kind(callee) else { return false };
        let [.., owner, _] = &path.segments[..] else { return false };
        owner.name.sym.as_str().starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// The roles of the type whose method is called.
    pub fn receiver_roles(&self, call: ExprId) -> Vec<Role> {
        match self.kind(call) {
            ExprKind::MethodCall { receiver, .. } => self.roles_of(self.types.of(*receiver)),
            ExprKind::Call { callee, args } => {
                let owner = self.types.owners.get(callee).or(self.types.owners.get(&call));
                let roles = owner.map(|ty| self.roles_of(ty)).unwrap_or_default();
                // `Digest::update(&mut hasher, data)` names the trait, and the type is that of the first argument.
                match args.first() {
                    Some(&first) if roles.is_empty() && self.names_method(*callee) => {
                        self.roles_of(self.types.of(first))
                    }
                    _ => roles,
                }
            }
            _ => Vec::new(),
        }
    }

    fn roles_of(&self, ty: &Ty) -> Vec<Role> {
        let Ty::Adt(Res::Ext(ext), _) = ty.peel() else { return Vec::new() };
        let model = self.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
        model.map(|m| m.roles.clone()).unwrap_or_default()
    }

    /// Text literals of the body and of the constants that it names.
    pub fn literals(&self) -> Vec<String> {
        let mut out = Vec::new();
        for id in self.exprs() {
            for (constant, _) in self.flow.of(id).constants() {
                if let Some(bytes) = constant.bytes().filter(|b| !b.is_empty()) {
                    out.push(String::from_utf8_lossy(bytes).into_owned());
                }
            }
        }
        out.sort();
        out.dedup();
        out
    }
}

/// The last two segments of a path: `Aes256Gcm::new`.
pub fn short_path(path: &str) -> String {
    let segments: Vec<&str> = path.split("::").collect();
    segments[segments.len().saturating_sub(2)..].join("::")
}
