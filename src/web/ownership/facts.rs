//! What a body does with what its expressions are made of: where who asks and an identifier meet, what else is asked, and which
//! calls take an identifier alone.

use rustc_hash::FxHashSet;

use crate::base::Span;
use crate::ir::{BinaryOp, ExprId, ExprKind, MacroForm, Stmt};
use crate::types::Callee;
use crate::web::attribute::text;
use crate::web::identity::call_name;
use crate::web::ownership::meet::{BOTH, Meeting, THING, WHO};
use crate::web::ownership::{Deed, Ownership, Tie, words};
use crate::web::permission::bound;
use crate::web::vocabulary as vocab;

/// Functions are looked into this deep.
const MAX_CALLS: usize = 2;

impl Meeting<'_, '_, '_> {
    /// What the body does.
    pub(super) fn facts(&self) -> Ownership {
        let mut out = Ownership { unknown: self.unknown, ..Ownership::default() };
        for &e in &self.order {
            self.add_tie(e, &mut out);
            match self.question(e) {
                Some(question) if !out.asked.contains(&question) => out.asked.push(question),
                Some(_) => {}
                None => out.asks |= self.asks_who(e),
            }
            self.add_deed(e, &mut out);
            self.add_look(e, &mut out);
            if let ExprKind::Field { .. } = &self.info.ir.exprs[e].kind
                && let Some((_, name)) = self.sent_as(e)
                && words::is_identifier(&name)
                && !out.fields.contains(&name)
            {
                out.fields.push(name);
            }
            out.unknown |= matches!(&self.info.ir.exprs[e].kind, ExprKind::Macro(call)
                if matches!(call.form, MacroForm::Opaque));
        }
        out
    }

    fn add_tie(&self, e: ExprId, out: &mut Ownership) {
        if self.of(e) != BOTH || out.tie.as_ref().is_some_and(|tie| tie.strong) {
            return;
        }
        let mut below = false;
        self.info.ir.for_each_child(e, &mut |child| below |= self.of(child) == BOTH);
        let meets = matches!(
            self.info.ir.exprs[e].kind,
            ExprKind::Call { .. }
                | ExprKind::MethodCall { .. }
                | ExprKind::Macro(_)
                | ExprKind::Binary { .. }
                | ExprKind::Struct { .. }
                | ExprKind::Tuple(_)
                | ExprKind::Array(_)
                | ExprKind::Map(_)
                | ExprKind::Index { .. }
                | ExprKind::Assign { .. }
        );
        let name = self.call_name(e);
        // A call whose argument is a struct of both is judged by what the struct is.
        if below || !meets {
            return;
        }
        let strong = self.is_strong(e, name.as_deref());
        if out.tie.is_none() || strong {
            let name = name.unwrap_or_else(|| "a comparison".to_owned());
            out.tie = Some(Tie { name, span: self.call_span(e), strong });
        }
    }

    /// Whether an expression in which both meet says whose the thing is.
    fn is_strong(&self, e: ExprId, name: Option<&str>) -> bool {
        if let ExprKind::Binary { op, .. } = &self.info.ir.exprs[e].kind {
            return matches!(op, BinaryOp::Eq | BinaryOp::Ne) && !self.spares_oneself(e);
        }
        let sql = self.texts(e);
        if let Some(text) = sql.iter().find(|t| words::is_query(t)) {
            return words::is_narrowed(text);
        }
        let Some(name) = name else { return false };
        let by_name = vocab::is_asking(name) || vocab::is_permission(name) || words::is_narrowing(name);
        match self.judge.world.callee(self.info, e) {
            Some(Callee::Def(def)) => self.judge.def_refuses(def, 2) || self.inside(e).unwrap_or(by_name),
            _ => by_name,
        }
    }

    /// Whether a comparison only keeps people from doing it to themselves: `if user.name == name { return Err(..) }`.
    fn spares_oneself(&self, comparison: ExprId) -> bool {
        let ir = self.info.ir;
        if !matches!(ir.exprs[comparison].kind, ExprKind::Binary { op: BinaryOp::Eq, .. }) {
            return false;
        }
        self.order.iter().any(|&e| {
            let ExprKind::If { cond, then, .. } = &ir.exprs[e].kind else { return false };
            let (mut within, mut leaves) = (false, false);
            ir.for_each_expr(*cond, &mut |part| within |= part == comparison);
            if within {
                ir.for_each_expr(*then, &mut |part| {
                    leaves |= matches!(ir.exprs[part].kind, ExprKind::Return(_))
                        || call_name(self.info, part).is_some_and(|name| name == "Err");
                });
            }
            within && leaves
        })
    }

    /// Whether a function of the workspace ties what it is given; `None` if that is not seen.
    fn inside(&self, e: ExprId) -> Option<bool> {
        self.facts_of_callee(e)?.tie.map(|tie| tie.strong)
    }

    /// What a function of the workspace does with what it is given.
    pub(super) fn facts_of_callee(&self, e: ExprId) -> Option<Ownership> {
        let Some(Callee::Def(def)) = self.judge.world.callee(self.info, e) else { return None };
        if self.depth >= MAX_CALLS || !self.judge.has_body(def) {
            return None;
        }
        let info = self.judge.world.body(def)?;
        let params = self.judge.params_with_self(&info, def);
        let mut callee = Meeting::new(self.judge, &info, &[], self.depth + 1);
        for ((pat, _), arg) in params.iter().zip(self.arguments(e)?) {
            for local in bound(&info, *pat) {
                callee.locals.insert(local, self.of(arg));
            }
        }
        callee.settle();
        Some(callee.facts())
    }

    /// The arguments of a call in the order of the parameters.
    fn arguments(&self, e: ExprId) -> Option<Vec<ExprId>> {
        match &self.info.ir.exprs[e].kind {
            ExprKind::MethodCall { receiver, args, .. } => {
                Some(std::iter::once(*receiver).chain(args.iter().copied()).collect())
            }
            ExprKind::Call { args, .. } => Some(args.clone()),
            _ => None,
        }
    }

    /// The texts below an expression, and in what the variables are bound to that it names.
    pub(super) fn texts(&self, root: ExprId) -> Vec<String> {
        let ir = self.info.ir;
        let mut out = Vec::new();
        let mut roots = vec![root];
        ir.for_each_expr(root, &mut |e| roots.extend(self.local(e).and_then(|pat| self.values.get(&pat))));
        for (i, root) in roots.into_iter().enumerate() {
            // What was waited for is an answer, and no longer the query that asked for it.
            if i == 0 || !self.is_answer(root) {
                ir.for_each_expr(root, &mut |e| out.extend(text(ir, e)));
            }
        }
        out
    }

    /// Whether an expression has waited for something, or asked whether it failed.
    fn is_answer(&self, root: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| {
            found |= matches!(self.info.ir.exprs[e].kind, ExprKind::Await(_) | ExprKind::Try(_));
        });
        found
    }

    fn call_name(&self, e: ExprId) -> Option<String> {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Macro(call) => call.path.last().map(|s| s.name.sym.to_string()),
            _ => call_name(self.info, e),
        }
    }

    /// The place of an expression; of a method call without the receiver, which may be a long chain.
    pub(super) fn call_span(&self, e: ExprId) -> Span {
        let whole = self.info.ir.exprs[e].span;
        match &self.info.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. } => Span { lo: method.span.lo, ..whole },
            _ => whole,
        }
    }

    /// Whether the body asks something of who is known here: in a condition, or in a call that may refuse.
    fn asks_who(&self, e: ExprId) -> bool {
        match &self.info.ir.exprs[e].kind {
            ExprKind::If { cond, .. } => self.condition(*cond),
            ExprKind::Match { scrutinee, .. } => self.of(*scrutinee) & WHO != 0,
            ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().any(|stmt| {
                matches!(stmt, Stmt::Let { value: Some(value), otherwise: Some(_), .. }
                    if self.of(*value) & WHO != 0)
            }),
            ExprKind::Try(_) => self.asking_call(e).is_some(),
            _ => false,
        }
    }

    /// The call that asks something of who is known alone, if its failure leaves the body here.
    fn asking_call(&self, e: ExprId) -> Option<ExprId> {
        let ExprKind::Try(inner) = self.info.ir.exprs[e].kind else { return None };
        if self.of(inner) != WHO {
            return None;
        }
        let mut call = inner;
        while let ExprKind::Await(of) = self.info.ir.exprs[call].kind {
            call = of;
        }
        if self.finds_who(call) {
            return None;
        }
        let name = self.call_name(call).unwrap_or_default();
        let asks = vocab::is_asking(&name)
            || vocab::is_role(&name)
            || match self.judge.world.callee(self.info, call) {
                Some(Callee::Def(def)) => self.judge.def_refuses(def, 2),
                Some(Callee::Ext(_)) => false,
                None => true,
            };
        asks.then_some(call)
    }

    /// A question by a name, with what is written in its arguments: `demand(notes:write)`.
    fn question(&self, e: ExprId) -> Option<String> {
        let call = self.asking_call(e)?;
        let name = call_name(self.info, call)?;
        let mut written: Vec<String> = Vec::new();
        self.info.ir.for_each_child(call, &mut |child| {
            self.info.ir.for_each_expr(child, &mut |part| {
                written.extend(text(self.info.ir, part));
                if let ExprKind::Path(path) = &self.info.ir.exprs[part].kind
                    && self.local(part).is_none()
                {
                    written.extend(path.last().map(|s| s.name.sym.to_string()));
                }
            });
        });
        Some(format!("{name}({})", written.join(", ")))
    }

    /// Whether the body refuses anybody in another way than by its questions.
    pub(super) fn refuses_otherwise(&self) -> bool {
        let ir = self.info.ir;
        let mut asked: FxHashSet<ExprId> = FxHashSet::default();
        let finds = |e: &ExprId| self.finds_who(*e) || self.finds_thing(*e);
        let sources = self.order.iter().copied().filter(finds);
        for call in self.order.iter().filter_map(|&e| self.asking_call(e)).chain(sources) {
            ir.for_each_expr(call, &mut |part| asked.extend([part]));
        }
        let mut found = false;
        ir.for_each_expr(self.info.body.root, &mut |e| {
            found = found
                || !asked.contains(&e)
                    && !self.info.is_local(e)
                    && self.judge.refuses_here(self.info, e, MAX_CALLS);
        });
        found
    }

    pub(super) fn condition(&self, cond: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(cond, &mut |part| found |= self.of(part) & WHO != 0);
        found
    }

    fn add_deed(&self, e: ExprId, out: &mut Ownership) {
        if self.of(e) != THING {
            return;
        }
        let Some(name) = self.call_name(e) else { return };
        if let ExprKind::MethodCall { receiver, .. } = &self.info.ir.exprs[e].kind
            && self.made_here(*receiver).is_some()
        {
            return;
        }
        let def = matches!(self.judge.world.callee(self.info, e), Some(Callee::Def(_)));
        let reads = vocab::is_reading(&name);
        let deed = || Some(Deed { name: name.clone(), span: self.call_span(e) });
        let says = || words::is_run(&name) && self.texts(e).iter().any(|text| words::is_change(text));
        let changes = vocab::is_effect(&name) || def && !reads && words::is_writing(&name);
        if out.writes.is_none() && (changes || def && says()) {
            out.writes = deed();
        }
        if out.reads.is_none() && reads && def {
            out.reads = deed();
        }
    }

    /// A call by an identifier alone that is waited for, or demanded, and named for no change: `accounts.statement(id).await?`.
    fn add_look(&self, e: ExprId, out: &mut Ownership) {
        let (ExprKind::Await(call) | ExprKind::Try(call)) = self.info.ir.exprs[e].kind else { return };
        if out.reads.is_some() || self.of(call) != THING {
            return;
        }
        let Some(name) = call_name(self.info, call) else { return };
        let looks = match self.judge.world.callee(self.info, call) {
            Some(Callee::Def(_)) => !vocab::is_asking(&name) && !words::is_record(&name),
            _ => words::is_look(&name),
        };
        if looks && !words::is_writing(&name) && !vocab::is_effect(&name) {
            out.reads = Some(Deed { name, span: self.call_span(call) });
        }
    }
}
