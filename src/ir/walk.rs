//! Generic traversal: the direct children of an expression, and all expressions below one.

use crate::ir::{BinaryOp, Block, ExprId, ExprKind, FileIr, LoopKind, MacroForm, PatId, PatKind, Stmt};

impl FileIr {
    /// Calls `f` with the direct child expressions of `id` in evaluation order; bodies of nested items are not children,
    /// those of closures are.
    pub fn for_each_child(&self, id: ExprId, f: &mut dyn FnMut(ExprId)) {
        match &self.exprs[id].kind {
            ExprKind::Literal(_)
            | ExprKind::Path(_)
            | ExprKind::Continue
            | ExprKind::Underscore
            | ExprKind::Opaque => {}
            ExprKind::Call { callee, args } => std::iter::once(callee).chain(args).for_each(|&e| f(e)),
            ExprKind::MethodCall { receiver, args, .. } => {
                std::iter::once(receiver).chain(args).for_each(|&e| f(e))
            }
            ExprKind::Field { base, .. } => f(*base),
            ExprKind::Index { base, index } => [*base, *index].into_iter().for_each(f),
            ExprKind::Unary { operand, .. }
            | ExprKind::Ref { operand, .. }
            | ExprKind::Cast { operand, .. } => f(*operand),
            ExprKind::Binary { lhs, rhs, .. } => [*lhs, *rhs].into_iter().for_each(f),
            ExprKind::Assign { target, value, .. } => [*value, *target].into_iter().for_each(f),
            ExprKind::Array(list) | ExprKind::Tuple(list) => list.iter().for_each(|&e| f(e)),
            ExprKind::Repeat { value, len } => [*value, *len].into_iter().for_each(f),
            ExprKind::Struct { fields, base, .. } => fields.iter().map(|i| i.value).chain(*base).for_each(f),
            ExprKind::Map(pairs) => pairs.iter().flat_map(|&(k, v)| [k, v]).for_each(f),
            ExprKind::Block(block) | ExprKind::Async(block) => self.for_each_in_block(block, f),
            ExprKind::If { cond, then, otherwise } => {
                [*cond, *then].into_iter().chain(*otherwise).for_each(f)
            }
            ExprKind::Let { value, .. } => f(*value),
            ExprKind::Match { scrutinee, arms } => {
                f(*scrutinee);
                arms.iter().flat_map(|arm| arm.guard.into_iter().chain([arm.body])).for_each(f);
            }
            ExprKind::Loop { kind, body } => {
                match kind {
                    LoopKind::Loop => {}
                    LoopKind::While(e) | LoopKind::For(_, e) => f(*e),
                }
                f(*body);
            }
            ExprKind::Closure { body, .. } => f(*body),
            ExprKind::Try(e) | ExprKind::Await(e) => f(*e),
            ExprKind::Return(e) | ExprKind::Break(e) => e.iter().for_each(|&e| f(e)),
            ExprKind::Range { start, end } => start.iter().chain(end).for_each(|&e| f(e)),
            ExprKind::Macro(call) => self.for_each_in_macro(&call.form, f),
        }
    }

    /// Calls `f` with the direct child expressions of a block.
    pub fn for_each_in_block(&self, block: &Block, f: &mut dyn FnMut(ExprId)) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { value, otherwise, .. } => value.iter().chain(otherwise).for_each(|&e| f(e)),
                Stmt::Expr(e, _) => f(*e),
                Stmt::Item(_) => {}
            }
        }
        block.tail.iter().for_each(|&e| f(e));
    }

    fn for_each_in_macro(&self, form: &MacroForm, f: &mut dyn FnMut(ExprId)) {
        match form {
            MacroForm::Expr(e) => f(*e),
            MacroForm::Exprs(list) => list.iter().for_each(|&e| f(e)),
            MacroForm::Format(call) => {
                call.leading.iter().chain(&call.template).for_each(|&e| f(e));
                call.args.iter().for_each(|arg| f(arg.value));
            }
            MacroForm::Block(block) => self.for_each_in_block(block, f),
            MacroForm::Items(_) | MacroForm::Opaque => {}
        }
    }

    /// Calls `f` with `id` and every expression below it, parents first. Iterative: depth of nesting is no concern.
    pub fn for_each_expr(&self, id: ExprId, f: &mut dyn FnMut(ExprId)) {
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            f(id);
            let from = stack.len();
            self.for_each_child(id, &mut |child| stack.push(child));
            stack[from..].reverse();
        }
    }

    /// Calls `f` with `id` and the expressions below it that run whenever it does: branches, closures and the second part of `&&`
    /// and `||` are left out.
    pub fn for_each_certain(&self, id: ExprId, f: &mut dyn FnMut(ExprId)) {
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            f(id);
            match &self.exprs[id].kind {
                ExprKind::If { cond: first, .. }
                | ExprKind::Match { scrutinee: first, .. }
                | ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, lhs: first, .. } => stack.push(*first),
                ExprKind::Closure { .. } | ExprKind::Loop { .. } => {}
                _ => {
                    let from = stack.len();
                    self.for_each_child(id, &mut |child| stack.push(child));
                    stack[from..].reverse();
                }
            }
        }
    }

    /// The variables below an expression that are bound by a `let` and never written again, with their values.
    pub fn written_once(&self, root: ExprId) -> Vec<(PatId, ExprId)> {
        let mut out = Vec::new();
        self.for_each_expr(root, &mut |id| {
            let (ExprKind::Block(block) | ExprKind::Async(block)) = &self.exprs[id].kind else { return };
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && matches!(self.pats[*pat].kind, PatKind::Bind { mutable: false, .. })
                {
                    out.push((*pat, *value));
                }
            }
        });
        out
    }

    /// Whether a pattern is, or has inside of it, another one.
    pub fn pattern_binds(&self, pattern: PatId, part: PatId) -> bool {
        let mut found = false;
        self.for_each_pat(pattern, &mut |p| found |= p == part);
        found
    }

    /// Calls `f` with `id` and every pattern below it.
    pub fn for_each_pat(&self, id: PatId, f: &mut dyn FnMut(PatId)) {
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            f(id);
            match &self.pats[id].kind {
                PatKind::Bind { sub, .. } => stack.extend(sub),
                PatKind::TupleStruct(_, list)
                | PatKind::Tuple(list)
                | PatKind::Slice(list)
                | PatKind::Or(list) => {
                    stack.extend(list.iter().rev());
                }
                PatKind::Struct(_, fields) => stack.extend(fields.iter().rev().map(|&(_, p)| p)),
                PatKind::Ref(p) | PatKind::Typed(p, _) => stack.push(*p),
                PatKind::Wild
                | PatKind::Rest
                | PatKind::Path(_)
                | PatKind::Literal(_)
                | PatKind::Range(..)
                | PatKind::Opaque => {}
            }
        }
    }
}
