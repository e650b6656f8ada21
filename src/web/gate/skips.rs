//! Addresses that a middleware lets through: what a condition about the address of a request says.
//!
//! ```text
//! path == "/login" || path.starts_with("/static/")     any of: /login (whole), /static/ (front)
//! !PROTECTED.iter().any(|p| path.starts_with(p))       none of: the texts of the constant (front)
//! is_open(path)                                        what the function of the workspace says
//! ```
//!
//! What a middleware keeps in a field is what it was given where it was made. Lists in the configuration are not known, nor are patterns of other libraries; such a rule fits nothing.

use crate::base::{Span, Symbol};
use crate::ir::{
    Arm, BinaryOp, Block, ExprId, ExprKind, Literal, LoopKind, MacroForm, PatId, PatKind, Stmt, UnaryOp,
};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Callee, Ty};
use crate::web::gate::Gate;
use crate::web::guard::Judge;
use crate::web::world::{BodyInfo, World};

/// Functions are looked into this deep.
const MAX_CALLS: usize = 2;
/// and types inside types.
const MAX_NESTING: usize = 4;

/// A text that the address of a request is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::web) struct Skip {
    /// The text.
    pub(in crate::web) text: String,
    /// How it is compared.
    pub(in crate::web) by: SkipBy,
    /// Where.
    pub(in crate::web) span: Span,
    /// The field of the middleware that holds the texts, which are those it was given where it was made.
    pub(in crate::web) kept: Option<Symbol>,
}

/// How an address is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum SkipBy {
    Whole,
    Front,
    End,
    Part,
}

impl Skip {
    fn fits(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| match self.by {
            SkipBy::Whole => *path == self.text,
            SkipBy::Front => path.starts_with(&self.text),
            SkipBy::End => path.ends_with(&self.text),
            SkipBy::Part => path.contains(&self.text),
        })
    }
}

/// Which requests a condition about addresses is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::web) struct SkipRule {
    /// One of these fits, if there are any,
    any: Vec<Skip>,
    /// and none of these.
    none: Vec<Skip>,
    /// Only methods that read.
    reading: bool,
    /// More is asked than can be said here.
    narrower: bool,
}

impl SkipRule {
    /// Whether a request is among them; `paths` are its address as a whole and as a router inside of others may see it.
    pub(in crate::web) fn fits(&self, method: &str, paths: &[&str]) -> bool {
        !paths.is_empty()
            && (!self.reading || matches!(method, "GET" | "HEAD" | "OPTIONS"))
            && (!self.any.is_empty() || !self.none.is_empty() && !self.narrower)
            && (self.any.is_empty() || self.named(paths).is_some())
            && !self.none.iter().any(|skip| skip.fits(paths))
    }

    /// The text that an address is among them by.
    pub(in crate::web) fn named(&self, paths: &[&str]) -> Option<&Skip> {
        self.any.iter().find(|skip| skip.fits(paths))
    }

    /// All other requests, if that is a rule.
    pub(super) fn negated(self) -> Option<SkipRule> {
        match (self.any.is_empty(), self.none.is_empty(), self.reading || self.narrower) {
            (false, true, false) => Some(SkipRule { none: self.any, ..SkipRule::default() }),
            (true, false, false) => Some(SkipRule { any: self.none, ..SkipRule::default() }),
            _ => None,
        }
    }

    /// Whether it only says which addresses it is not for.
    pub(super) fn is_for_others(&self) -> bool {
        self.any.is_empty() && !self.none.is_empty()
    }

    /// The same with the texts that a middleware was given; those that nobody saw are left out.
    pub(in crate::web) fn with_given(mut self, given: &dyn Fn(Symbol) -> Vec<(String, Span)>) -> SkipRule {
        for list in [&mut self.any, &mut self.none] {
            let texts = |skip: Skip| match skip.kept {
                None => vec![skip],
                Some(field) => given(field)
                    .into_iter()
                    .map(|(text, span)| Skip { text, span, by: skip.by, kept: None })
                    .collect(),
            };
            *list = std::mem::take(list).into_iter().flat_map(texts).collect();
        }
        self
    }

    fn add(&mut self, skip: Skip, positive: bool) {
        if positive { self.any.push(skip) } else { self.none.push(skip) }
    }
}

impl<'a> Gate<'_, '_, 'a> {
    /// The requests for which a condition holds.
    pub(super) fn rule_of(&self, cond: ExprId) -> SkipRule {
        let mut reader = Reader { judge: self.judge, rule: SkipRule::default() };
        reader.read(self.info, cond, true, MAX_CALLS);
        reader.rule
    }

    /// The requests of an arm; `others` grows by them, and is the rule of an arm for the rest.
    pub(super) fn rule_of_arm(&self, pat: PatId, others: &mut SkipRule) -> Option<SkipRule> {
        let mut reader = Reader { judge: self.judge, rule: SkipRule::default() };
        reader.pattern(self.info, pat, true);
        if reader.rule.any.is_empty() {
            return Some(others.clone());
        }
        others.none.extend(reader.rule.any.iter().cloned());
        Some(reader.rule)
    }

    /// Keeps a rule, so that a state can name it.
    pub(super) fn keep(&mut self, rule: SkipRule) -> usize {
        self.rules.push(rule);
        self.rules.len() - 1
    }

    /// A request passes by a rule, without proof.
    pub(super) fn let_through(&mut self, rule: Option<usize>) {
        let Some(rule) = rule.and_then(|index| self.rules.get(index)) else { return };
        if !self.out.skips.contains(rule) {
            self.out.skips.push(rule.clone());
        }
    }
}

/// Reads conditions.
struct Reader<'r, 'w, 'a> {
    judge: &'r Judge<'w, 'a>,
    rule: SkipRule,
}

impl<'a> Reader<'_, '_, 'a> {
    fn read(&mut self, info: &BodyInfo<'a>, e: ExprId, positive: bool, depth: usize) {
        match &info.ir.exprs[e].kind {
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.read(info, *operand, !positive, depth),
            ExprKind::Binary { op: op @ (BinaryOp::And | BinaryOp::Or), lhs, rhs } => {
                let both = (*op == BinaryOp::And) == positive;
                if !both {
                    self.alternative(info, *lhs, positive, depth);
                    return self.alternative(info, *rhs, positive, depth);
                }
                let before = self.rule.any.len();
                self.read(info, *lhs, positive, depth);
                let between = self.rule.any.len();
                self.read(info, *rhs, positive, depth);
                // Of two texts that both have to fit no rule says which addresses are left.
                if before < between && between < self.rule.any.len() {
                    self.rule.any.truncate(before);
                    self.rule.narrower = true;
                }
            }
            ExprKind::Binary { op: BinaryOp::Ne, .. } => self.compared(info, e, !positive),
            ExprKind::Macro(call) if let MacroForm::Expr(inner) = call.form => {
                self.read(info, inner, positive, depth);
            }
            ExprKind::Block(block) => self.block(info, block, positive, depth),
            ExprKind::Match { arms, .. } => self.arms(info, arms, positive),
            ExprKind::Call { .. } | ExprKind::MethodCall { .. } if depth > 0 => {
                match self.judge.world.callee(info, e) {
                    Some(Callee::Def(def)) if self.is_function(def) => {
                        if let Some(called) = self.judge.world.body(def) {
                            self.read(&called, called.body.root, positive, depth - 1);
                        }
                    }
                    _ => self.compared(info, e, positive),
                }
            }
            ExprKind::Path(_)
                if depth > 0
                    && let Some(made) = info.initial(e) =>
            {
                self.read(info, made, positive, depth - 1);
            }
            _ => self.compared(info, e, positive),
        }
    }

    /// One of several conditions of which one is enough: `method == OPTIONS || OPEN.contains(path)`. That one of them is for
    /// methods that read says nothing of the texts in the others.
    fn alternative(&mut self, info: &BodyInfo<'a>, e: ExprId, positive: bool, depth: usize) {
        let texts = |rule: &SkipRule| rule.any.len() + rule.none.len();
        let (before, reading) = (texts(&self.rule), std::mem::take(&mut self.rule.reading));
        self.read(info, e, positive, depth);
        if texts(&self.rule) == before {
            self.rule.reading = reading;
        } else if before > 0 {
            self.rule.reading &= reading;
        }
    }

    fn is_function(&self, def: DefId) -> bool {
        matches!(self.judge.world.cx.map.def(def).kind, DefKind::Fn | DefKind::Method(_))
    }

    /// `if path == "/login" { return true; } path.starts_with("/static/")`
    fn block(&mut self, info: &BodyInfo<'a>, block: &Block, positive: bool, depth: usize) {
        for stmt in &block.stmts {
            if let Stmt::Expr(e, _) = stmt
                && let ExprKind::If { cond, then, .. } = &info.ir.exprs[*e].kind
                && let Some(said) = said(info, *then)
            {
                self.alternative(info, *cond, positive == said, depth);
            }
        }
        if let Some(tail) = block.tail {
            self.alternative(info, tail, positive, depth);
        }
    }

    /// `matches!(path, "/login" | "/register")` and its like.
    fn arms(&mut self, info: &BodyInfo<'a>, arms: &[Arm], positive: bool) {
        for arm in arms {
            if let Some(said) = said(info, arm.body) {
                self.pattern(info, arm.pat, positive == said);
            }
        }
    }

    fn pattern(&mut self, info: &BodyInfo<'a>, pat: PatId, positive: bool) {
        let mut texts = Vec::new();
        info.ir.for_each_pat(pat, &mut |p| {
            if let PatKind::Literal(e) = &info.ir.pats[p].kind {
                texts.extend(literal(info, *e));
            }
        });
        texts.into_iter().for_each(|skip| self.rule.add(skip, positive));
    }

    /// The texts in a condition without parts: each with how it is compared.
    fn compared(&mut self, info: &BodyInfo<'a>, cond: ExprId, positive: bool) {
        let ir = info.ir;
        let mut found: Vec<(ExprId, Skip)> = Vec::new();
        ir.for_each_expr(cond, &mut |e| match &ir.exprs[e].kind {
            ExprKind::Path(path) => {
                let last = path.last().map_or("", |s| s.name.sym.as_str());
                self.rule.reading |= matches!(last, "GET" | "HEAD" | "OPTIONS");
                let texts = self.constant(info, e).into_iter().chain(self.listed(info, e));
                let kept = info.initial(e).and_then(|made| self.kept(info, made));
                found.extend(texts.chain(kept).map(|skip| (e, skip)));
            }
            ExprKind::Field { .. } => found.extend(self.kept(info, e).map(|skip| (e, skip))),
            _ => found.extend(literal(info, e).map(|skip| (e, skip))),
        });
        ir.for_each_expr(cond, &mut |e| {
            let ExprKind::MethodCall { method, args, .. } = &ir.exprs[e].kind else { return };
            let by = match method.sym.as_str() {
                "starts_with" => SkipBy::Front,
                "ends_with" => SkipBy::End,
                "contains" => SkipBy::Part,
                _ => return,
            };
            let span = ir.exprs[e].span;
            let given = |at: ExprId| args.iter().any(|&arg| ir.exprs[arg].span.contains(ir.exprs[at].span));
            // `OPEN.iter().any(|open| path.starts_with(open))`, but not `OPEN.contains(path)`.
            let each = by != SkipBy::Part && args.iter().all(|&arg| is_local(info, arg));
            for (at, skip) in &mut found {
                if given(*at) {
                    skip.by = by;
                    skip.span =
                        if matches!(ir.exprs[*at].kind, ExprKind::Literal(_)) { span } else { skip.span };
                } else if each {
                    skip.by = by;
                }
            }
        });
        found.into_iter().for_each(|(_, skip)| self.rule.add(skip, positive));
    }

    /// The texts of the list that a loop takes a variable from: `for open in OPEN.iter()`.
    fn listed(&self, info: &BodyInfo<'a>, e: ExprId) -> Vec<Skip> {
        let Some(Res::Local(pat)) = info.names.exprs.get(&e).map(|found| &found.res) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        info.ir.for_each_expr(info.body.root, &mut |at| {
            let ExprKind::Loop { kind: LoopKind::For(taken, list), .. } = &info.ir.exprs[at].kind else {
                return;
            };
            if taken == pat {
                info.ir.for_each_expr(*list, &mut |part| {
                    texts.extend(self.constant(info, part));
                    texts.extend(literal(info, part));
                });
            }
        });
        texts
    }

    /// The texts that lie in a field: `self.open`, `self.open.clone()`.
    fn kept(&self, info: &BodyInfo<'a>, e: ExprId) -> Option<Skip> {
        match &info.ir.exprs[e].kind {
            ExprKind::Field { name, .. }
                if holds_texts(self.judge.world, self.judge.world.types(info).of(e)) =>
            {
                let span = info.ir.exprs[e].span;
                Some(Skip { text: String::new(), by: SkipBy::Whole, span, kept: Some(name.sym) })
            }
            ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => self.kept(info, *receiver),
            ExprKind::Ref { operand, .. } => self.kept(info, *operand),
            _ => None,
        }
    }

    /// The texts of a constant of the workspace.
    fn constant(&self, info: &BodyInfo<'a>, e: ExprId) -> Vec<Skip> {
        let Some(body) = self.judge.world.constant(info, e) else { return Vec::new() };
        let mut texts = Vec::new();
        body.ir.for_each_expr(body.body.root, &mut |e| texts.extend(literal(&body, e)));
        texts
    }
}

fn literal(info: &BodyInfo<'_>, e: ExprId) -> Option<Skip> {
    match &info.ir.exprs[e].kind {
        ExprKind::Literal(Literal::Str(text)) => {
            let (text, span) = (text.to_string(), info.ir.exprs[e].span);
            Some(Skip { text, by: SkipBy::Whole, span, kept: None })
        }
        _ => None,
    }
}

/// Whether a type is that of texts: `Vec<String>`, `HashSet<&'static str>`.
fn holds_texts(world: &World<'_>, ty: &Ty) -> bool {
    let mut at = ty.peel().clone();
    for _ in 0..MAX_NESTING {
        if matches!(&at, Ty::Prim(name) if *name == "str")
            || world.ext_type(&at).is_some_and(|p| p == "std::string::String")
        {
            return true;
        }
        at = match &at {
            Ty::Slice(inner) | Ty::Array(inner) => inner.peel().clone(),
            _ => at.arg(0).peel().clone(),
        };
    }
    false
}

/// What a branch says: `true`, `{ return false; }`.
fn said(info: &BodyInfo<'_>, e: ExprId) -> Option<bool> {
    match &info.ir.exprs[e].kind {
        ExprKind::Literal(Literal::Bool(value)) => Some(*value),
        ExprKind::Return(Some(value)) => said(info, *value),
        ExprKind::Block(Block { stmts, tail }) => match (&stmts[..], tail) {
            ([], Some(only)) | ([Stmt::Expr(only, _)], None) => said(info, *only),
            _ => None,
        },
        _ => None,
    }
}

fn is_local(info: &BodyInfo<'_>, e: ExprId) -> bool {
    match &info.ir.exprs[e].kind {
        ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => is_local(info, *operand),
        // `front.as_str()`
        ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => is_local(info, *receiver),
        _ => matches!(info.names.exprs.get(&e).map(|found| &found.res), Some(Res::Local(_))),
    }
}
