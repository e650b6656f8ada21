//! Branches: what a condition or a pattern proves in which branch.

use crate::ir::{Arm, BinaryOp, ExprId, ExprKind, Literal, PatId, PatKind, UnaryOp};
use crate::types::{Callee, Ty};
use crate::web::credential::{Credential, Proof};
use crate::web::gate::{Gate, Mode, Skip, SkipBy, State};
use crate::web::vocabulary as vocab;

/// What follows from a condition: what holds in the first branch, and in the second.
#[derive(Clone, Copy, Debug, Default)]
struct Split {
    then: Option<Proof>,
    otherwise: Option<Proof>,
}

impl Gate<'_, '_, '_> {
    pub(super) fn branch(
        &mut self,
        cond: ExprId,
        then: ExprId,
        otherwise: Option<ExprId>,
        state: State,
        tail: bool,
    ) -> State {
        let state = self.walk(cond, state, false);
        let mut split = self.condition(cond, then, otherwise);
        if !matches!(self.info.ir.exprs[cond].kind, ExprKind::Let { .. }) {
            split = self.by_refusal(split, then, otherwise);
        }
        let plain = split.then.is_none() && split.otherwise.is_none();
        let setting = plain && self.scan().is_setting(cond);
        let skipped = plain && !setting && self.mode == Mode::Middleware && self.scan().is_address(cond);
        let mut first = state.raise(split.then);
        first.conditional |= setting;
        first.skipped |= skipped;
        if skipped {
            self.skip(cond);
        }
        let mut second = state.raise(split.otherwise);
        second.conditional |= setting;
        // Of `a || b` it is not known which of them failed.
        let certain = !self.is_compound(cond);
        first.failed |= certain && split.then.is_none() && split.otherwise.is_some();
        second.failed |= certain && split.otherwise.is_none() && split.then.is_some();
        let verified = split.then.max(split.otherwise) == Some(Proof::Verified);
        let first = self.walk(then, first, tail);
        let second = match otherwise {
            Some(e) => self.walk(e, second, tail),
            None => {
                if tail {
                    self.end(second);
                }
                second
            }
        };
        if certain && verified && !first.dead && !second.dead && !tail {
            self.out.unheeded.get_or_insert(self.info.ir.exprs[cond].span);
        }
        let mut joined = first.join(second);
        // Behind the branches it matters only if they know different things.
        joined.conditional = state.conditional;
        joined.decided |= setting && !first.dead && !second.dead && first.proof != second.proof;
        if first.dead || second.dead {
            joined.skipped = state.skipped;
        }
        joined
    }

    /// Whether a condition has parts.
    fn is_compound(&self, cond: ExprId) -> bool {
        match &self.info.ir.exprs[cond].kind {
            ExprKind::Unary { operand, .. } => self.is_compound(*operand),
            ExprKind::Binary { op, .. } => matches!(op, BinaryOp::And | BinaryOp::Or),
            _ => false,
        }
    }

    /// Whatever a condition says: if one branch refuses, it is the other in which something is proved.
    fn by_refusal(&self, split: Split, then: ExprId, otherwise: Option<ExprId>) -> Split {
        let proof = split.then.max(split.otherwise);
        let refuses = |e: ExprId| self.scan().refuses(e);
        match (refuses(then), otherwise.is_some_and(refuses)) {
            (true, false) => Split { then: None, otherwise: proof },
            (false, true) => Split { then: proof, otherwise: None },
            _ => split,
        }
    }

    /// The addresses of a condition: each text with how it is compared.
    fn skip(&mut self, cond: ExprId) {
        let ir = self.info.ir;
        let mut found: Vec<Skip> = Vec::new();
        let mut reading = false;
        ir.for_each_expr(cond, &mut |e| {
            if let ExprKind::Path(path) = &ir.exprs[e].kind {
                reading |=
                    path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "GET" | "HEAD" | "OPTIONS"));
            }
        });
        ir.for_each_expr(cond, &mut |e| {
            if let ExprKind::Literal(Literal::Str(text)) = &ir.exprs[e].kind {
                let (text, span) = (text.to_string(), ir.exprs[e].span);
                found.push(Skip { text, by: SkipBy::Whole, reading, span });
            }
        });
        ir.for_each_expr(cond, &mut |e| {
            let ExprKind::MethodCall { method, args, .. } = &ir.exprs[e].kind else { return };
            let by = match method.sym.as_str() {
                "starts_with" => SkipBy::Front,
                "ends_with" => SkipBy::End,
                "contains" => SkipBy::Part,
                _ => return,
            };
            let given = |skip: &&mut Skip| args.iter().any(|&a| ir.exprs[a].span == skip.span);
            for skip in found.iter_mut().filter(given) {
                (skip.by, skip.span) = (by, ir.exprs[e].span);
            }
        });
        self.out.skips.extend(found);
    }

    /// What holds in the branches of a condition.
    fn condition(&mut self, cond: ExprId, then: ExprId, otherwise: Option<ExprId>) -> Split {
        let ir = self.info.ir;
        match &ir.exprs[cond].kind {
            ExprKind::Let { pat, value } if self.inverse_call(*value) => {
                let proof = self.scan().credential(*value).map(|found| {
                    self.note(&Credential { proof: Proof::Verified, ..found });
                    Proof::Verified
                });
                match self.is_positive(*pat) {
                    Some(true) => {
                        ir.for_each_pat(*pat, &mut |p| self.answers.extend([p]));
                        Split { then: None, otherwise: proof }
                    }
                    Some(false) => Split { then: proof, otherwise: None },
                    None => Split::default(),
                }
            }
            ExprKind::Let { pat, value } => {
                if self.is_early_answer(*value) && self.is_positive(*pat) == Some(true) {
                    ir.for_each_pat(*pat, &mut |p| self.answers.extend([p]));
                }
                let proof = self.demand_either(*value, Some(then), otherwise);
                self.bind(*pat, *value);
                match self.is_positive(*pat).map(|positive| positive != self.gives_refusal(*value)) {
                    Some(true) => Split { then: proof, otherwise: None },
                    Some(false) => Split { then: None, otherwise: proof },
                    None => Split::default(),
                }
            }
            ExprKind::Unary { op: UnaryOp::Not, operand } => {
                let inner = self.condition(*operand, then, otherwise);
                Split { then: inner.otherwise, otherwise: inner.then }
            }
            ExprKind::Binary { op: BinaryOp::And, lhs, rhs } => {
                let (a, b) = (self.condition(*lhs, then, otherwise), self.condition(*rhs, then, otherwise));
                Split { then: a.then.max(b.then), otherwise: both(a.otherwise, b.otherwise) }
            }
            ExprKind::Binary { op: BinaryOp::Or, lhs, rhs } => {
                let (a, b) = (self.condition(*lhs, then, otherwise), self.condition(*rhs, then, otherwise));
                Split { then: both(a.then, b.then), otherwise: a.otherwise.max(b.otherwise) }
            }
            ExprKind::Binary { op: BinaryOp::Ne, .. } => {
                let proof = self.demand_either(cond, Some(then), otherwise);
                Split { then: None, otherwise: proof }
            }
            ExprKind::MethodCall { method, .. }
                if matches!(method.sym.as_str(), "is_none" | "is_none_or" | "is_err" | "is_empty" | "ne") =>
            {
                let proof = self.demand_either(cond, Some(then), otherwise);
                Split { then: None, otherwise: proof }
            }
            _ => Split { then: self.demand_either(cond, Some(then), otherwise), otherwise: None },
        }
    }

    fn demand_either(&mut self, e: ExprId, a: Option<ExprId>, b: Option<ExprId>) -> Option<Proof> {
        self.demand(e, a).or_else(|| self.demand(e, b))
    }

    /// Whether a pattern says that something is there.
    fn is_positive(&self, pat: PatId) -> Option<bool> {
        let ir = self.info.ir;
        let by_name = |name: &str| match name {
            "Ok" | "Some" | "Success" | "Ready" => Some(true),
            "Err" | "None" | "Error" | "Failure" | "Forward" => Some(false),
            _ => None,
        };
        match &ir.pats[pat].kind {
            // `Ok(None)` says that nothing is there.
            PatKind::TupleStruct(path, parts)
                if by_name(path.last()?.name.sym.as_str()) == Some(true)
                    && parts.iter().any(|&part| self.is_positive(part) == Some(false)) =>
            {
                Some(false)
            }
            PatKind::TupleStruct(path, _) | PatKind::Path(path) | PatKind::Struct(path, _) => {
                by_name(path.last()?.name.sym.as_str())
            }
            PatKind::Bind { name, sub: None, .. } => by_name(name.sym.as_str()),
            PatKind::Bind { sub: Some(sub), .. } | PatKind::Ref(sub) | PatKind::Typed(sub, _) => {
                self.is_positive(*sub)
            }
            PatKind::Tuple(parts) | PatKind::Or(parts) => parts.iter().find_map(|&p| self.is_positive(p)),
            PatKind::Literal(e) => match &ir.exprs[*e].kind {
                ExprKind::Literal(Literal::Bool(value)) => Some(*value),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn arms(&mut self, scrutinee: ExprId, arms: &[Arm], state: State, tail: bool) -> State {
        let state = self.walk(scrutinee, state, false);
        let found = self.scan().credential(scrutinee);
        let setting = found.is_none() && self.scan().is_setting(scrutinee);
        let inverted = self.gives_refusal(scrutinee);
        let known = arms.iter().any(|a| self.is_positive(a.pat).is_some());
        let mut result = State { dead: true, ..state };
        let verified = found.as_ref().is_some_and(|c| c.proof == Proof::Verified) && known;
        let mut heeded = tail;
        for arm in arms {
            if found.is_some() {
                self.bind(arm.pat, scrutinee);
            }
            let positive = match self.is_positive(arm.pat) {
                Some(positive) => positive != inverted,
                None => !known && !self.is_catch_all(arm.pat),
            };
            let refusal = arms.iter().map(|a| a.body).find(|&b| b != arm.body && self.scan().refuses(b));
            let proof = if positive { self.demand(scrutinee, refusal) } else { None };
            let mut inner = state.raise(proof);
            inner.conditional |= setting;
            inner.failed |= !positive && known && found.is_some();
            if let Some(guard) = arm.guard {
                inner = self.walk(guard, inner, false);
                inner = inner.raise(self.condition(guard, arm.body, refusal).then);
            }
            let after = self.walk(arm.body, inner, tail);
            heeded |= after.dead;
            let differs = !result.dead && !after.dead && result.proof != after.proof;
            result = result.join(after);
            result.decided |= setting && differs;
        }
        if verified && !heeded {
            self.out.unheeded.get_or_insert(self.info.ir.exprs[scrutinee].span);
        }
        result.conditional = state.conditional;
        result
    }

    /// `if let Some(answer) = refusal_of(request) { return answer }`: a function that gives the refusal, or nothing.
    fn gives_refusal(&self, value: ExprId) -> bool {
        let ty = self.judge.world.types(self.info).of(value);
        let option = self.judge.world.ext_type(ty).is_some_and(|path| path == "std::option::Option");
        self.mode == Mode::Middleware && option && self.scan().refuses(value)
    }

    /// A call of a function that gives an answer to strangers and `None` to who is known.
    fn inverse_call(&self, value: ExprId) -> bool {
        let mut at = value;
        while let ExprKind::Await(inner) = &self.info.ir.exprs[at].kind {
            at = *inner;
        }
        match self.judge.world.callee(self.info, at) {
            Some(Callee::Def(def)) => self.judge.call_proof(def).is_some_and(|proof| proof.inverse),
            _ => false,
        }
    }

    /// `if let Some(answer) = validate(&request).await { return answer }`: what a question makes of requests that it does not
    /// like is no answer of the handler's.
    fn is_early_answer(&self, value: ExprId) -> bool {
        let mut at = value;
        while let ExprKind::Await(inner) = &self.info.ir.exprs[at].kind {
            at = *inner;
        }
        let option = |ty: &Ty| self.judge.world.ext_type(ty).is_some_and(|p| p == "std::option::Option");
        match self.judge.world.callee(self.info, at) {
            Some(Callee::Def(def)) => {
                let name = self.judge.world.cx.map.def(def).name;
                vocab::is_validation(name.as_str()) && option(self.judge.world.types(self.info).of(value))
            }
            _ => false,
        }
    }

    fn is_catch_all(&self, pat: PatId) -> bool {
        matches!(self.info.ir.pats[pat].kind, PatKind::Wild | PatKind::Bind { sub: None, .. })
    }
}

/// What holds in either case.
fn both(a: Option<Proof>, b: Option<Proof>) -> Option<Proof> {
    Some(a?.min(b?))
}
