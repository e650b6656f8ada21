//! Control flow: branches, loops, jumps, blocks, closures.
//!
//! A path ends where control does not go on: after `return`, `break`, `continue`, a call of type `!`. What is evaluated after
//! that is *dead* and adds nothing to what branches leave. A jump carries the state to the end of its [`Frame`]: `break` to
//! where a loop is left, `continue` to its head, `return` in a closure to the closure's end.
//!
//! Loops: the state at the head is that at the entry joined with those that come back, until nothing new comes back. After
//! [`MAX_ROUNDS`] rounds what still changes is unknown beside what it was.
//!
//! Example: `loop { if done { break K } k = next(); }` is left with `k` as at the entry or from `next`, and has the value `K`.

use crate::base::{Span, Symbol};
use crate::flow::eval::Eval;
use crate::flow::place::{Place, Ways};
use crate::flow::value::{Const, Value};
use crate::ir::{Arm, Block, ClosureParam, ExprId, ExprKind, LoopKind, PatId, PatKind, Stmt};

/// Rounds of a loop until its values are stable or given up.
const MAX_ROUNDS: usize = 4;
/// Evaluations that carrying one change to another place costs.
const CHANGES_PER_STEP: usize = 8;

/// Something that jumps leave.
#[derive(Debug)]
pub(super) struct Frame {
    kind: FrameKind,
    label: Option<Symbol>,
    /// The state at the entry.
    mark: usize,
    /// Where it is left.
    exit: Ways,
    /// Where a loop begins again.
    head: Ways,
    /// What it is left with.
    value: Option<Value>,
    /// Whether the body certainly runs, so that the states that come back are those in which the loop ends.
    once: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum FrameKind {
    Loop,
    Block,
    Closure,
}

impl Frame {
    fn new(kind: FrameKind, label: Option<Symbol>, mark: usize) -> Frame {
        Frame { kind, label, mark, exit: Ways::default(), head: Ways::default(), value: None, once: false }
    }
}

impl Eval<'_, '_> {
    pub(super) fn control(&mut self, id: ExprId, span: Span) -> Value {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Block(block) => match ir.labels.get(&id) {
                Some(&label) => self.labelled(block, label),
                None => self.block(block),
            },
            ExprKind::Async(block) => self.isolated(|eval| eval.block(block)),
            ExprKind::If { cond, then, otherwise } => self.if_(*cond, *then, *otherwise),
            ExprKind::Let { pat, value } => {
                let found = self.expr(*value);
                self.bind_from(*pat, &found, *value);
                Value::unknown(span)
            }
            ExprKind::Match { scrutinee, arms } => self.match_(*scrutinee, arms),
            ExprKind::Loop { kind, body } => self.loop_(id, *kind, *body),
            ExprKind::Closure { params, body, .. } => self.closure(params, *body, &[], &Value::unknown(span)),
            ExprKind::Try(inner) => self.tried(*inner),
            ExprKind::Await(inner) => self.expr(*inner),
            ExprKind::Return(value) => self.return_(*value),
            ExprKind::Break(value) => self.break_(id, *value),
            ExprKind::Continue => self.continue_(id),
            ExprKind::Range { start, end } => {
                start.iter().chain(end).for_each(|&e| drop(self.expr(e)));
                Value::unknown(span)
            }
            _ => Value::unknown(span),
        }
    }

    fn if_(&mut self, cond: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Value {
        let tested = self.expr(cond);
        let taken = tested.single().and_then(|c| if let Const::Bool(b) = c { Some(*b) } else { None });
        self.branches(2, |eval, i| {
            // What a constant shuts off is looked at like the rest, and leaves nothing.
            eval.dead |= taken == Some(i == 1);
            match (i, otherwise) {
                (0, _) => eval.expr(then),
                (_, Some(otherwise)) => eval.expr(otherwise),
                _ => Value::nothing(),
            }
        })
    }

    fn match_(&mut self, scrutinee: ExprId, arms: &[Arm]) -> Value {
        let matched = self.expr(scrutinee);
        self.branches(arms.len(), |eval, i| {
            let arm = &arms[i];
            eval.bind_from(arm.pat, &matched, scrutinee);
            arm.guard.iter().for_each(|&g| drop(eval.expr(g)));
            eval.expr(arm.body)
        })
    }

    /// Runs each branch from the same state and joins the states of those that reach their end.
    pub(super) fn branches(&mut self, n: usize, mut branch: impl FnMut(&mut Self, usize) -> Value) -> Value {
        let mark = self.env.mark();
        let start_dead = self.dead;
        let mut ways = Ways::default();
        let mut result = Value::nothing();
        for i in 0..n {
            self.dead = start_dead;
            let value = branch(self, i);
            let changes = self.env.rewind(mark);
            if !self.dead || start_dead {
                result = result.join(&value);
                ways.add(changes);
            }
        }
        self.dead = start_dead || (n > 0 && ways.is_empty());
        ways.meet(&mut self.env);
        result
    }

    fn labelled(&mut self, block: &Block, label: Symbol) -> Value {
        let mark = self.env.mark();
        let start_dead = self.dead;
        self.frames.push(Frame::new(FrameKind::Block, Some(label), mark));
        let value = self.block(block);
        let Some(mut frame) = self.frames.pop() else { return value };
        let changes = self.env.rewind(mark);
        let mut out = frame.value.unwrap_or_default();
        if !self.dead || start_dead {
            frame.exit.add(changes);
            out = out.join(&value);
        }
        self.dead = start_dead || frame.exit.is_empty();
        frame.exit.meet(&mut self.env);
        out
    }

    fn loop_(&mut self, id: ExprId, kind: LoopKind, body: ExprId) -> Value {
        let item = if let LoopKind::For(_, iter) = kind { self.item(iter) } else { Value::nothing() };
        let mark = self.env.mark();
        let start_dead = self.dead;
        let mut frame = Frame::new(FrameKind::Loop, self.ir.labels.get(&id).copied(), mark);
        frame.once = matches!(kind, LoopKind::For(_, iter) if self.has_elements(iter));
        // The entry is one of the ways to the head.
        frame.head.add(Default::default());
        self.frames.push(frame);
        for round in 0..=MAX_ROUNDS {
            let before = self.frames.last().map(|f| f.head.clone()).unwrap_or_default();
            before.clone().meet(&mut self.env);
            if round == MAX_ROUNDS {
                self.give_up(&before, self.span(id));
            }
            self.round(kind, body, &item);
            self.env.rewind(mark);
            self.dead = start_dead;
            let stable = self.frames.last().is_none_or(|f| f.head.same_values(&before));
            if stable {
                break;
            }
        }
        let Some(frame) = self.frames.pop() else { return Value::nothing() };
        self.dead = start_dead || frame.exit.is_empty();
        frame.exit.meet(&mut self.env);
        frame.value.unwrap_or_else(|| Value::unknown(self.span(id)))
    }

    /// One round from the head of a loop.
    fn round(&mut self, kind: LoopKind, body: ExprId, item: &Value) {
        let once = self.frames.last().is_some_and(|f| f.once);
        match kind {
            LoopKind::Loop => {}
            LoopKind::While(cond) => {
                self.expr(cond);
                self.jump(self.frames.len() - 1, true);
            }
            LoopKind::For(pat, iter) => {
                if !once {
                    self.jump(self.frames.len() - 1, true);
                }
                match self.elements(iter) {
                    Some(element) => self.bind_to(pat, item, &element),
                    None => self.bind_from(pat, item, iter),
                }
            }
        }
        self.expr(body);
        self.jump(self.frames.len() - 1, false);
        if once {
            self.jump(self.frames.len() - 1, true);
        }
    }

    /// What still changes is unknown beside what it was.
    fn give_up(&mut self, head: &Ways, span: Span) {
        for local in head.variables() {
            let known = self.env.get(&local).cloned().unwrap_or_default();
            self.env.insert(local, known.join(&Value::unknown(span)));
        }
    }

    /// What a `for` loop takes from its iterator. To borrow the elements writes none of them.
    fn item(&mut self, iter: ExprId) -> Value {
        let kept = self.elements(iter).and_then(|p| Some((p.local, self.env.get(&p.local)?.clone())));
        let item = self.expr(iter).element();
        if let Some((local, value)) = kept {
            self.env.insert(local, value);
        }
        item
    }

    /// The place whose elements a loop goes through with `&mut`.
    fn elements(&self, iter: ExprId) -> Option<Place> {
        let place = self.borrowed(iter, 0)?;
        Some(if place.partial { place } else { place.element(true) })
    }

    /// Whether there certainly is something to iterate over: an array that is written out, all of a buffer.
    fn has_elements(&self, iter: ExprId) -> bool {
        match &self.ir.exprs[iter].kind {
            ExprKind::Array(items) => !items.is_empty(),
            ExprKind::Ref { mutable: false, operand } => self.has_elements(*operand),
            _ => self.elements(iter).is_some_and(|place| place.each),
        }
    }

    /// Carries the state to the exit or the head of a frame.
    fn jump(&mut self, frame: usize, exit: bool) {
        let Some(mark) = self.frames.get(frame).map(|f| f.mark).filter(|_| !self.dead) else { return };
        let changes = self.env.changes(mark);
        self.steps += changes.len() / CHANGES_PER_STEP;
        let frame = &mut self.frames[frame];
        if exit {
            frame.exit.add(changes)
        } else {
            frame.head.add(changes)
        };
    }

    /// The frame that a jump of this expression leaves.
    fn frame_of(&self, id: ExprId) -> Option<usize> {
        let label = self.ir.labels.get(&id);
        self.frames.iter().rposition(|f| match label {
            Some(label) => f.label == Some(*label),
            None => f.kind == FrameKind::Loop,
        })
    }

    fn break_(&mut self, id: ExprId, value: Option<ExprId>) -> Value {
        let value = value.map(|e| self.expr(e));
        if let Some(frame) = self.frame_of(id) {
            if let Some(value) = value.filter(|_| !self.dead) {
                let known = self.frames[frame].value.take().unwrap_or_default();
                self.frames[frame].value = Some(known.join(&value));
            }
            self.jump(frame, true);
        }
        self.dead = true;
        Value::nothing()
    }

    fn continue_(&mut self, id: ExprId) -> Value {
        if let Some(frame) = self.frame_of(id) {
            self.jump(frame, false);
            if self.frames[frame].once {
                self.jump(frame, true);
            }
        }
        self.dead = true;
        Value::nothing()
    }

    fn return_(&mut self, value: Option<ExprId>) -> Value {
        let returned = value;
        let value = returned.map_or_else(Value::nothing, |e| self.expr(e));
        if !self.dead {
            self.out.ret = self.out.ret.join(&value);
            self.leave_with(returned);
            if self.frames.first().is_some_and(|f| f.kind == FrameKind::Closure) {
                self.jump(0, true);
            }
        }
        self.dead = true;
        Value::nothing()
    }

    /// Evaluates the body of a closure, which may or may not run, called with `given`, and with `other` for what that leaves out.
    pub(super) fn closure(
        &mut self,
        params: &[ClosureParam],
        body: ExprId,
        given: &[Value],
        other: &Value,
    ) -> Value {
        self.branches(2, |eval, i| {
            if i > 0 {
                return Value::nothing();
            }
            eval.isolated(|eval| {
                for (n, param) in params.iter().enumerate() {
                    eval.bind(param.pat, given.get(n).unwrap_or(other));
                }
                eval.expr(body)
            })
        })
    }

    /// Runs a part whose `return` is its own.
    fn isolated(&mut self, f: impl FnOnce(&mut Self) -> Value) -> Value {
        let ret = std::mem::take(&mut self.out.ret);
        let left = self.take_left();
        let mark = self.env.mark();
        let inner = vec![Frame::new(FrameKind::Closure, None, mark)];
        let frames = std::mem::replace(&mut self.frames, inner);
        let dead = self.dead;
        let value = f(self);
        let value = if self.dead && !dead { Value::nothing() } else { value };
        self.jump(0, true);
        self.env.rewind(mark);
        if let Some(frame) = std::mem::replace(&mut self.frames, frames).into_iter().next() {
            frame.exit.meet(&mut self.env);
        }
        let returned = std::mem::replace(&mut self.out.ret, ret);
        self.put_left(left);
        self.dead = dead;
        value.join(&returned)
    }

    /// `f(x)` of a variable that holds a closure, or of a closure on the spot.
    pub(super) fn closure_call(&mut self, callee: ExprId, args: &[ExprId]) -> Option<Value> {
        let closure = match &self.ir.exprs[callee].kind {
            ExprKind::Closure { .. } => callee,
            ExprKind::Path(_) => *self.closures.get(&self.local(callee)?)?,
            _ => return None,
        };
        let given = self.all(args);
        let value = self.run_closure(closure, Some(&given));
        self.out.values.entry(callee).or_insert_with(|| value.clone());
        Some(value)
    }

    /// Evaluates the body of a closure that a variable holds: with what it is called with, or with anything.
    pub(super) fn run_closure(&mut self, closure: ExprId, given: Option<&[Value]>) -> Value {
        let ir = self.ir;
        let span = self.span(closure);
        let ExprKind::Closure { params, body, .. } = &ir.exprs[closure].kind else {
            return Value::unknown(span);
        };
        self.ran.insert(closure);
        let Some(given) = given else {
            return self.closure(params, *body, &[], &Value::unknown(span));
        };
        self.isolated(|eval| {
            for (n, param) in params.iter().enumerate() {
                eval.bind(param.pat, given.get(n).unwrap_or(&Value::unknown(span)));
            }
            eval.expr(*body)
        })
    }

    /// `let f = |x| ..`: evaluated where it is called.
    fn deferred(&mut self, pat: PatId, value: ExprId) -> bool {
        let mut at = value;
        if let ExprKind::Block(block) = &self.ir.exprs[at].kind
            && let (true, Some(tail)) = (block.stmts.is_empty(), block.tail)
        {
            at = tail;
        }
        let is_name = matches!(self.ir.pats[pat].kind, PatKind::Bind { sub: None, .. });
        let is_closure = matches!(self.ir.exprs[at].kind, ExprKind::Closure { .. });
        if is_name && is_closure {
            self.closures.insert(pat, at);
        }
        is_name && is_closure
    }

    pub(super) fn block(&mut self, block: &Block) -> Value {
        let mut closures = Vec::new();
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, value: Some(value), .. } if self.deferred(*pat, *value) => {
                    closures.push(*pat);
                }
                Stmt::Let { pat, value: Some(value), otherwise, .. } => {
                    let found = self.expr(*value);
                    if let Some(otherwise) = *otherwise {
                        let diverge = |eval: &mut Self, i| {
                            if i == 0 { eval.expr(otherwise) } else { Value::nothing() }
                        };
                        self.branches(2, diverge);
                    }
                    self.bind_from(*pat, &found, *value);
                }
                Stmt::Let { pat, span, .. } => self.bind(*pat, &Value::unknown(*span)),
                Stmt::Expr(e, _) => drop(self.expr(*e)),
                Stmt::Item(_) => {}
            }
        }
        let value = block.tail.map_or_else(Value::nothing, |e| self.expr(e));
        for pat in closures {
            if let Some(&closure) = self.closures.get(&pat)
                && !self.ran.contains(&closure)
            {
                self.run_closure(closure, None);
            }
        }
        value
    }
}
