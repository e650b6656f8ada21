//! Blocks, statements and match arms.

use syn::Expr as SynExpr;

use crate::base::Span;
use crate::ir::{Arm, Block, ExprKind, Stmt};
use crate::lower::ctx::Lowerer;
use crate::lower::expr::{Full, attrs_of};
use crate::lower::macros::expand::{Expanded, Position};

impl Lowerer<'_> {
    pub(super) fn block(&mut self, block: &syn::Block) -> (Block, Span) {
        let out = self.stmts(&block.stmts);
        (out, self.span(block.brace_token.span.join()))
    }

    /// Statements; the last one that is left is the value of the block if it is an expression without `;`.
    pub(super) fn stmts(&mut self, stmts: &[syn::Stmt]) -> Block {
        let mut out = Vec::with_capacity(stmts.len());
        let mut open = false;
        let defined = self.definitions.len();
        for stmt in stmts {
            let from = out.len();
            let value = self.stmt(stmt, &mut out);
            if out.len() > from {
                open = value;
            }
        }
        self.definitions.truncate(defined);
        let tail = match out.last() {
            Some(&Stmt::Expr(id, _)) if open => {
                out.pop();
                Some(id)
            }
            _ => None,
        };
        Block { stmts: out, tail }
    }

    /// Adds a statement; true if it is an expression without `;`.
    fn stmt(&mut self, stmt: &syn::Stmt, out: &mut Vec<Stmt>) -> bool {
        match stmt {
            syn::Stmt::Local(local) => self.local(local, out),
            syn::Stmt::Item(item) => {
                let from = self.item(item);
                out.extend(from.into_iter().map(Stmt::Item));
                false
            }
            syn::Stmt::Expr(SynExpr::Verbatim(tokens), _) if tokens.is_empty() => false,
            syn::Stmt::Expr(e, semi) => {
                if !self.active(leading_attrs(e)) {
                    return false;
                }
                let before = self.ir.attr_suppressions.len();
                let (id, full) = self.expr_full(e);
                let span = semi.map_or(full, |s| self.range(full.lo, self.hi(s.span)));
                // Attributes in front of the statement cover all of it, whatever operand they hang on.
                let own = self.ir.attr_suppressions.iter_mut().skip(before);
                own.filter(|(_, covered)| covered.lo == span.lo).for_each(|(_, covered)| *covered = span);
                out.push(Stmt::Expr(id, span));
                semi.is_none()
            }
            syn::Stmt::Macro(m) => {
                if !self.active(&m.attrs) {
                    return false;
                }
                let expanded = self.expansion(&m.mac, Position::Expr);
                if let Some(Expanded::Stmts(stmts)) = &expanded
                    && stmts.iter().any(|s| !matches!(s, syn::Stmt::Expr(..)))
                {
                    return self.spliced(stmts, out) && m.semi_token.is_none();
                }
                let span = self.macro_span(&m.mac);
                let (id, mut full) = self.macro_value(&m.mac, expanded, span);
                if let Some(first) = m.attrs.first() {
                    full = self.up_to(first.pound_token.spans[0], full.hi);
                }
                let span = m.semi_token.map_or(full, |s| self.range(full.lo, self.hi(s.span)));
                self.note_suppressions(&m.attrs, span);
                out.push(Stmt::Expr(id, span));
                m.semi_token.is_none()
            }
        }
    }

    /// A macro call that expands to declarations: they belong to the block around it. True if it ends with a value.
    fn spliced(&mut self, stmts: &[syn::Stmt], out: &mut Vec<Stmt>) -> bool {
        self.ir.stats.macros += 1;
        let open = self.deeper(|l| {
            l.expanding += 1;
            let open = stmts.iter().fold(false, |_, stmt| l.stmt(stmt, out));
            l.expanding -= 1;
            open
        });
        open.unwrap_or(false)
    }

    fn local(&mut self, local: &syn::Local, out: &mut Vec<Stmt>) -> bool {
        if !self.active(&local.attrs) {
            return false;
        }
        let (pat, ty) = match &local.pat {
            syn::Pat::Type(t) => {
                let pat = self.pat(&t.pat);
                (pat, Some(self.ty(&t.ty)))
            }
            other => (self.pat(other), None),
        };
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let otherwise = local.init.as_ref().and_then(|init| init.diverge.as_ref()).map(|(_, e)| self.expr(e));
        let first = local.attrs.first().map_or(local.let_token.span, |a| a.pound_token.spans[0]);
        let span = self.up_to(first, self.hi(local.semi_token.span));
        self.note_suppressions(&local.attrs, span);
        out.push(Stmt::Let { pat, ty, value, otherwise, span });
        false
    }

    pub(super) fn match_expr(&mut self, m: &syn::ExprMatch) -> Full {
        let scrutinee = self.expr(&m.expr);
        let mut arms = Vec::with_capacity(m.arms.len());
        for arm in &m.arms {
            if self.active(&arm.attrs) {
                arms.push(self.arm(arm));
            }
        }
        let span = self.up_to(m.match_token.span, self.hi(m.brace_token.span.close()));
        (self.alloc(ExprKind::Match { scrutinee, arms }, span), span)
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        let (pat, guard, from) = self.guarded(&arm.pat);
        let (body, to) = self.expr_full(&arm.body);
        let lo = arm.attrs.first().map_or(from.lo, |a| self.lo(a.pound_token.spans[0]));
        let span = self.range(lo, to.hi);
        self.note_suppressions(&arm.attrs, span);
        Arm { pat, guard, body, span }
    }
}

/// The attributes in front of an expression statement: the parser hangs them on its leftmost operand.
fn leading_attrs(e: &SynExpr) -> &[syn::Attribute] {
    let mut at = e;
    loop {
        match at {
            SynExpr::Assign(a) => at = &a.left,
            SynExpr::Binary(b) => at = &b.left,
            SynExpr::Cast(c) => at = &c.expr,
            _ => return attrs_of(at),
        }
    }
}
