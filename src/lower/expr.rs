//! Expressions.
//!
//! Spans are computed bottom-up: every function returns the node and its *extent* (from the first to the last token,
//! parentheses and attributes included), from which the parent's span follows. Chains that nest to the left
//! (`a.b().c()?`, `1 + 2 + 3`) are walked with a loop, as are `else if` chains; everything else recurses under a bound.

use syn::Expr as Syn;

use crate::base::{ProblemKind, Span, Symbol};
use crate::ir::{BinaryOp, ClosureParam, ExprId, ExprKind, FieldInit, LoopKind, Name, UnaryOp};
use crate::lower::attr::asks_for_debug;
use crate::lower::ctx::Lowerer;

/// A lowered expression and its extent.
pub(super) type Full = (ExprId, Span);

impl Lowerer<'_> {
    pub(super) fn expr(&mut self, e: &Syn) -> ExprId {
        self.expr_full(e).0
    }

    /// An expression and its extent.
    pub(super) fn expr_full(&mut self, e: &Syn) -> Full {
        let done = self.deeper(|l| l.spine(e));
        done.unwrap_or_else(|| {
            let here = self.here();
            (self.alloc(ExprKind::Opaque, here), here)
        })
    }

    pub(super) fn exprs<'e>(&mut self, list: impl IntoIterator<Item = &'e Syn>) -> Vec<ExprId> {
        let mut out = Vec::new();
        for e in list {
            if self.active(attrs_of(e)) {
                out.push(self.expr(e));
            }
        }
        out
    }

    /// Goes down the left side of a chain, lowers its innermost expression, and builds the rest around it.
    fn spine(&mut self, e: &Syn) -> Full {
        let mut chain = Vec::new();
        let mut inner = e;
        while let Some(left) = left_of(inner) {
            chain.push(inner);
            inner = left;
        }
        let mut full = self.node(inner);
        full = self.with_attrs(inner, full);
        for outer in chain.into_iter().rev() {
            full = self.around(outer, full);
            full = self.with_attrs(outer, full);
        }
        full
    }

    /// Widens the extent over the attributes and notes those that suppress findings.
    fn with_attrs(&mut self, e: &Syn, (id, full): Full) -> Full {
        let attrs = attrs_of(e);
        let Some(first) = attrs.iter().find(|a| matches!(a.style, syn::AttrStyle::Outer)) else {
            return (id, full);
        };
        let full = self.up_to(first.pound_token.spans[0], full.hi);
        self.note_suppressions(attrs, full);
        (id, full)
    }

    /// The node around an expression on its left.
    fn around(&mut self, e: &Syn, (left, from): Full) -> Full {
        let (kind, hi) = match e {
            Syn::MethodCall(m) => {
                let method = self.name(&m.method);
                let generics = m.turbofish.as_ref().map_or_else(Vec::new, |t| self.type_args(t));
                let args = self.exprs(&m.args);
                let hi = self.hi(m.paren_token.span.close());
                (ExprKind::MethodCall { receiver: left, method, generics, args }, hi)
            }
            Syn::Call(c) => {
                let args = self.exprs(&c.args);
                (ExprKind::Call { callee: left, args }, self.hi(c.paren_token.span.close()))
            }
            Syn::Field(f) => {
                let name = self.member(&f.member);
                (ExprKind::Field { base: left, name }, name.span.hi)
            }
            Syn::Index(i) => {
                let index = self.expr(&i.index);
                (ExprKind::Index { base: left, index }, self.hi(i.bracket_token.span.close()))
            }
            Syn::Try(t) => (ExprKind::Try(left), self.hi(t.question_token.span)),
            Syn::Await(a) => (ExprKind::Await(left), self.hi(a.await_token.span)),
            Syn::Cast(c) => {
                let (ty, full) = self.ty_full(&c.ty);
                (ExprKind::Cast { operand: left, ty }, full.hi)
            }
            Syn::Binary(b) => {
                let (rhs, full) = self.expr_full(&b.right);
                let kind = match binary_op(&b.op) {
                    (op, true) => ExprKind::Assign { target: left, op, value: rhs },
                    (Some(op), false) => ExprKind::Binary { op, lhs: left, rhs },
                    (None, false) => ExprKind::Opaque,
                };
                (kind, full.hi)
            }
            _ => (ExprKind::Opaque, from.hi),
        };
        self.last = hi;
        let span = self.range(from.lo, hi);
        (self.alloc(kind, span), span)
    }

    fn type_args(&mut self, args: &syn::AngleBracketedGenericArguments) -> Vec<crate::ir::TypeId> {
        let list = self.generic_args(args);
        list.into_iter()
            .filter_map(|arg| match arg {
                crate::ir::GenericArg::Type(ty) => Some(ty),
                _ => None,
            })
            .collect()
    }

    pub(super) fn member(&mut self, member: &syn::Member) -> Name {
        match member {
            syn::Member::Named(ident) => self.name(ident),
            syn::Member::Unnamed(index) => {
                let span = self.span(index.span);
                Name { sym: Symbol::new(&index.index.to_string()), span }
            }
        }
    }

    /// An expression without anything on its left.
    fn node(&mut self, e: &Syn) -> Full {
        match e {
            Syn::Paren(p) => {
                let (id, _) = self.expr_full(&p.expr);
                (id, self.span(p.paren_token.span.join()))
            }
            Syn::Group(g) => self.expr_full(&g.expr),
            Syn::Lit(l) => self.literal(&l.lit),
            Syn::Path(p) => {
                let path = self.path(p.qself.as_ref(), &p.path);
                let span = path.span;
                (self.alloc(ExprKind::Path(path), span), span)
            }
            Syn::Macro(m) => self.macro_expr(&m.mac),
            Syn::If(i) => self.if_chain(i),
            Syn::Match(m) => self.match_expr(m),
            Syn::Closure(c) => self.closure(c),
            Syn::Struct(s) => self.struct_expr(s),
            Syn::Block(b) => {
                let lo = b.label.as_ref().map(|l| l.name.apostrophe);
                let full = self.block_like(lo, &b.block, ExprKind::Block);
                self.label(full.0, b.label.as_ref().map(|l| &l.name));
                full
            }
            Syn::Unsafe(u) => self.block_like(Some(u.unsafe_token.span), &u.block, ExprKind::Block),
            Syn::Const(c) => self.block_like(Some(c.const_token.span), &c.block, ExprKind::Block),
            Syn::TryBlock(t) => self.block_like(Some(t.try_token.span), &t.block, ExprKind::Block),
            Syn::Async(a) => self.block_like(Some(a.async_token.span), &a.block, ExprKind::Async),
            Syn::Loop(_) | Syn::While(_) | Syn::ForLoop(_) => self.loop_expr(e),
            Syn::Reference(_) | Syn::RawAddr(_) | Syn::Unary(_) => self.prefix(e),
            Syn::Return(_) | Syn::Break(_) | Syn::Continue(_) | Syn::Yield(_) => self.jump(e),
            _ => self.rare(e),
        }
    }

    fn rare(&mut self, e: &Syn) -> Full {
        let (kind, span) = match e {
            Syn::Array(a) => {
                let list = self.exprs(&a.elems);
                (ExprKind::Array(list), self.span(a.bracket_token.span.join()))
            }
            Syn::Tuple(t) => {
                let list = self.exprs(&t.elems);
                (ExprKind::Tuple(list), self.span(t.paren_token.span.join()))
            }
            Syn::Repeat(r) => {
                let value = self.expr(&r.expr);
                let len = self.expr(&r.len);
                (ExprKind::Repeat { value, len }, self.span(r.bracket_token.span.join()))
            }
            Syn::Range(r) => self.range_expr(r),
            Syn::Assign(a) => {
                let (target, from) = self.expr_full(&a.left);
                let (value, to) = self.expr_full(&a.right);
                (ExprKind::Assign { target, op: None, value }, from.to(to))
            }
            Syn::Let(l) => {
                let pat = self.pat(&l.pat);
                let (value, full) = self.expr_full(&l.expr);
                (ExprKind::Let { pat, value }, self.up_to(l.let_token.span, full.hi))
            }
            Syn::Infer(i) => (ExprKind::Underscore, self.span(i.underscore_token.span)),
            Syn::Verbatim(tokens) => {
                let span = self.tokens_span(tokens);
                self.problem(ProblemKind::Unparsed, span, "expression is not understood");
                (ExprKind::Opaque, span)
            }
            _ => (ExprKind::Opaque, self.here()),
        };
        (self.alloc(kind, span), span)
    }

    fn block_like(
        &mut self,
        first: Option<proc_macro2::Span>,
        block: &syn::Block,
        make: fn(crate::ir::Block) -> ExprKind,
    ) -> Full {
        let (block, span) = self.block(block);
        let span = first.map_or(span, |f| self.up_to(f, span.hi));
        (self.alloc(make(block), span), span)
    }

    /// A block as an expression of its own.
    pub(super) fn block_expr(&mut self, block: &syn::Block) -> Full {
        self.block_like(None, block, ExprKind::Block)
    }

    /// `if a {} else if b {} else {}`: conditions and branches in source order, then the nodes from the last to the first.
    fn if_chain(&mut self, first: &syn::ExprIf) -> Full {
        let mut links = Vec::new();
        let mut at = first;
        let last = loop {
            let cond = self.expr(&at.cond);
            let (then, full) = self.block_expr(&at.then_branch);
            self.ir.debug_only.extend(asks_for_debug(&at.cond).then_some(full));
            links.push((self.lo(at.if_token.span), cond, then, full.hi));
            match at.else_branch.as_ref().map(|(_, e)| &**e) {
                Some(Syn::If(next)) => at = next,
                Some(other) => break Some(self.expr_full(other)),
                None => break None,
            }
        };
        let mut tail = last;
        for (lo, cond, then, hi) in links.into_iter().rev() {
            let span = self.range(lo, tail.map_or(hi, |(_, full)| full.hi));
            let otherwise = tail.map(|(id, _)| id);
            tail = Some((self.alloc(ExprKind::If { cond, then, otherwise }, span), span));
        }
        tail.unwrap_or_else(|| (self.alloc(ExprKind::Opaque, self.here()), self.here()))
    }

    fn closure(&mut self, c: &syn::ExprClosure) -> Full {
        let mut params = Vec::with_capacity(c.inputs.len());
        for input in &c.inputs {
            let param = match input {
                syn::Pat::Type(t) => {
                    let pat = self.pat(&t.pat);
                    ClosureParam { pat, ty: Some(self.ty(&t.ty)) }
                }
                other => ClosureParam { pat: self.pat(other), ty: None },
            };
            params.push(param);
        }
        let ret = self.return_type(&c.output).map(|(ty, _)| ty);
        let (body, full) = self.expr_full(&c.body);
        let first = [
            c.lifetimes.as_ref().map(|l| l.for_token.span),
            c.constness.map(|t| t.span),
            c.asyncness.map(|t| t.span),
            c.capture.map(|t| t.span),
        ];
        let first = first.into_iter().flatten().next().unwrap_or(c.inputs_begin.spans[0]);
        let span = self.up_to(first, full.hi);
        let kind = ExprKind::Closure { params, ret, body, is_async: c.asyncness.is_some() };
        (self.alloc(kind, span), span)
    }

    fn struct_expr(&mut self, s: &syn::ExprStruct) -> Full {
        let path = self.path(s.qself.as_ref(), &s.path);
        let mut fields = Vec::with_capacity(s.fields.len());
        for field in &s.fields {
            if !self.active(&field.attrs) {
                continue;
            }
            let name = self.member(&field.member);
            let (value, full) = self.expr_full(&field.expr);
            self.note_suppressions(&field.attrs, name.span.to(full));
            fields.push(FieldInit { name, value });
        }
        let base = s.rest.as_ref().map(|rest| self.expr(rest));
        let span = path.span.to(self.span(s.brace_token.span.join()));
        (self.alloc(ExprKind::Struct { path, fields, base }, span), span)
    }

    fn loop_expr(&mut self, e: &Syn) -> Full {
        let (label, token, kind, body) = match e {
            Syn::While(w) => (&w.label, w.while_token.span, LoopKind::While(self.expr(&w.cond)), &w.body),
            Syn::ForLoop(f) => {
                let pat = self.pat(&f.pat);
                (&f.label, f.for_token.span, LoopKind::For(pat, self.expr(&f.expr)), &f.body)
            }
            Syn::Loop(l) => (&l.label, l.loop_token.span, LoopKind::Loop, &l.body),
            _ => return self.rare(e),
        };
        let (body, full) = self.block_expr(body);
        let first = label.as_ref().map_or(token, |l| l.name.apostrophe);
        let span = self.up_to(first, full.hi);
        let id = self.alloc(ExprKind::Loop { kind, body }, span);
        self.label(id, label.as_ref().map(|l| &l.name));
        (id, span)
    }

    fn label(&mut self, id: ExprId, label: Option<&syn::Lifetime>) {
        if let Some(label) = label {
            self.ir.labels.insert(id, Symbol::new(&label.ident.to_string()));
        }
    }

    fn prefix(&mut self, e: &Syn) -> Full {
        let (first, inner) = match e {
            Syn::Reference(r) => (r.and_token.span, &r.expr),
            Syn::RawAddr(r) => (r.and_token.span, &r.expr),
            Syn::Unary(u) => (unary_span(&u.op), &u.expr),
            _ => return self.rare(e),
        };
        let (operand, full) = self.expr_full(inner);
        let kind = match e {
            Syn::Reference(r) => ExprKind::Ref { mutable: r.mutability.is_some(), operand },
            Syn::RawAddr(r) => {
                ExprKind::Ref { mutable: matches!(r.mutability, syn::PointerMutability::Mut(_)), operand }
            }
            Syn::Unary(u) => match u.op {
                syn::UnOp::Neg(_) => ExprKind::Unary { op: UnaryOp::Neg, operand },
                syn::UnOp::Not(_) => ExprKind::Unary { op: UnaryOp::Not, operand },
                syn::UnOp::Deref(_) => ExprKind::Unary { op: UnaryOp::Deref, operand },
                _ => ExprKind::Opaque,
            },
            _ => ExprKind::Opaque,
        };
        let span = self.up_to(first, full.hi);
        (self.alloc(kind, span), span)
    }

    fn jump(&mut self, e: &Syn) -> Full {
        let (token, label, value) = match e {
            Syn::Return(r) => (r.return_token.span, None, &r.expr),
            Syn::Break(b) => (b.break_token.span, b.label.as_ref(), &b.expr),
            Syn::Continue(c) => (c.continue_token.span, c.label.as_ref(), &None),
            Syn::Yield(y) => (y.yield_token.span, None, &y.expr),
            _ => return self.rare(e),
        };
        let mut span = self.span(token);
        if let Some(label) = label {
            span = span.to(self.span(label.ident.span()));
        }
        let value = value.as_ref().map(|v| self.expr_full(v));
        if let Some((_, full)) = value {
            span = span.to(full);
        }
        let value = value.map(|(id, _)| id);
        let kind = match e {
            Syn::Return(_) => ExprKind::Return(value),
            Syn::Break(_) => ExprKind::Break(value),
            Syn::Continue(_) => ExprKind::Continue,
            // `yield x`: nothing is known of what comes back, but `x` is evaluated.
            _ => ExprKind::Tuple(value.into_iter().collect()),
        };
        let id = self.alloc(kind, span);
        self.label(id, label);
        (id, span)
    }

    fn range_expr(&mut self, r: &syn::ExprRange) -> (ExprKind, Span) {
        let start = r.start.as_ref().map(|e| self.expr_full(e));
        let dots = match &r.limits {
            syn::RangeLimits::HalfOpen(t) => self.span(t.spans[0]).to(self.span(t.spans[1])),
            syn::RangeLimits::Closed(t) => self.span(t.spans[0]).to(self.span(t.spans[2])),
        };
        let end = r.end.as_ref().map(|e| self.expr_full(e));
        let span = [start, end].iter().flatten().fold(dots, |span, (_, full)| span.to(*full));
        (ExprKind::Range { start: start.map(|s| s.0), end: end.map(|e| e.0) }, span)
    }
}

/// The expression on the left, if a chain goes on there.
fn left_of(e: &Syn) -> Option<&Syn> {
    match e {
        Syn::MethodCall(m) => Some(&m.receiver),
        Syn::Call(c) => Some(&c.func),
        Syn::Field(f) => Some(&f.base),
        Syn::Index(i) => Some(&i.expr),
        Syn::Try(t) => Some(&t.expr),
        Syn::Await(a) => Some(&a.base),
        Syn::Cast(c) => Some(&c.expr),
        Syn::Binary(b) => Some(&b.left),
        _ => None,
    }
}

fn unary_span(op: &syn::UnOp) -> proc_macro2::Span {
    match op {
        syn::UnOp::Deref(t) => t.span,
        syn::UnOp::Not(t) => t.span,
        syn::UnOp::Neg(t) => t.span,
        _ => proc_macro2::Span::call_site(),
    }
}

/// The operator, and whether it is a compound assignment.
fn binary_op(op: &syn::BinOp) -> (Option<BinaryOp>, bool) {
    use syn::BinOp as B;
    let (op, assigns) = match op {
        B::Add(_) => (BinaryOp::Add, false),
        B::Sub(_) => (BinaryOp::Sub, false),
        B::Mul(_) => (BinaryOp::Mul, false),
        B::Div(_) => (BinaryOp::Div, false),
        B::Rem(_) => (BinaryOp::Rem, false),
        B::And(_) => (BinaryOp::And, false),
        B::Or(_) => (BinaryOp::Or, false),
        B::BitXor(_) => (BinaryOp::BitXor, false),
        B::BitAnd(_) => (BinaryOp::BitAnd, false),
        B::BitOr(_) => (BinaryOp::BitOr, false),
        B::Shl(_) => (BinaryOp::Shl, false),
        B::Shr(_) => (BinaryOp::Shr, false),
        B::Eq(_) => (BinaryOp::Eq, false),
        B::Lt(_) => (BinaryOp::Lt, false),
        B::Le(_) => (BinaryOp::Le, false),
        B::Ne(_) => (BinaryOp::Ne, false),
        B::Ge(_) => (BinaryOp::Ge, false),
        B::Gt(_) => (BinaryOp::Gt, false),
        B::AddAssign(_) => (BinaryOp::Add, true),
        B::SubAssign(_) => (BinaryOp::Sub, true),
        B::MulAssign(_) => (BinaryOp::Mul, true),
        B::DivAssign(_) => (BinaryOp::Div, true),
        B::RemAssign(_) => (BinaryOp::Rem, true),
        B::BitXorAssign(_) => (BinaryOp::BitXor, true),
        B::BitAndAssign(_) => (BinaryOp::BitAnd, true),
        B::BitOrAssign(_) => (BinaryOp::BitOr, true),
        B::ShlAssign(_) => (BinaryOp::Shl, true),
        B::ShrAssign(_) => (BinaryOp::Shr, true),
        _ => return (None, false),
    };
    (Some(op), assigns)
}

/// The attributes of an expression.
pub(super) fn attrs_of(e: &Syn) -> &[syn::Attribute] {
    macro_rules! attrs {
        ($($kind:ident)*) => {
            match e {
                $(Syn::$kind(inner) => &inner.attrs,)*
                _ => &[],
            }
        };
    }
    attrs!(Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index Infer
        Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple
        Unary Unsafe While Yield)
}
