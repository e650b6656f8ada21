//! Branches: what a condition or a pattern proves in which branch.

use crate::ir::{Arm, BinaryOp, ExprId, ExprKind, Literal, PatId, PatKind, UnaryOp};
use crate::resolve::DefId;
use crate::types::{Callee, Ty};
use crate::web::credential::{Credential, Proof};
use crate::web::gate::skips::SkipRule;
use crate::web::gate::{Gate, Mode, State};
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
        let known_already = self.sends_on_who_is_known(cond, then);
        if !known_already && !matches!(self.info.ir.exprs[cond].kind, ExprKind::Let { .. }) {
            split = self.by_refusal(split, then, otherwise);
        }
        let plain = split.then.is_none() && split.otherwise.is_none();
        let setting = plain && self.is_setting(cond);
        let by_address = plain && !setting && self.layered && self.scan().is_address(cond);
        let rule = by_address.then(|| self.rule_of(cond));
        let flagged = self.by_flag(cond, state).or_else(|| self.unless_open(cond, then, state));
        let (mut first, mut second) =
            flagged.unwrap_or_else(|| (state.raise(split.then), state.raise(split.otherwise)));
        first.conditional |= setting;
        first.skip = rule.as_ref().map(|rule| self.keep(rule.clone())).or(first.skip);
        second.conditional |= setting;
        // Of `a || b` it is not known which of them failed.
        let certain = !self.is_compound(cond) && !known_already;
        first.failed |= certain && split.then.is_none() && split.otherwise.is_some();
        second.failed |= certain && split.otherwise.is_none() && split.then.is_some();
        let verified = split.then.max(split.otherwise) == Some(Proof::Verified);
        let first = self.walk(then, first, tail);
        // What is checked for some addresses only is open for the others.
        if let Some(others) = rule.and_then(|rule| rule.negated()).filter(|_| first.proof > state.proof) {
            second.skip = Some(self.keep(others));
        }
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
        let mut joined = match flagged {
            // The rule that set the flag holds for those that are left.
            Some(_) if first.dead || second.dead => first.join(second),
            _ => merged(&state, first, second),
        };
        // Behind the branches it matters only if they know different things, or a layer has refused whom nobody knows.
        let refused =
            |dead: bool, branch: Option<ExprId>| dead && branch.is_some_and(|b| self.scan().refuses(b));
        let optional = self.layered && setting && state.failed;
        joined.conditional = state.conditional
            || optional && (refused(first.dead, Some(then)) || refused(second.dead, otherwise));
        joined.decided |= setting && !first.dead && !second.dead && first.proof != second.proof;
        joined
    }

    /// `if user.is_none() && !open { refuse }`: who goes on is known, or asks for an address that is open.
    fn unless_open(&mut self, cond: ExprId, then: ExprId, state: State) -> Option<(State, State)> {
        let ir = self.info.ir;
        let ExprKind::Binary { op: BinaryOp::And, lhs, rhs } = ir.exprs[cond].kind else { return None };
        if !self.layered || !self.scan().refuses(then) {
            return None;
        }
        let (known, address) =
            [(lhs, rhs), (rhs, lhs)].into_iter().find(|(_, e)| self.scan().is_address(*e))?;
        let proof = self.condition(known, then, None).otherwise?;
        let rule = self.rule_of(address).negated()?;
        let second =
            State { skip: Some(self.keep(rule)), elsewhere: Some(state.raise(Some(proof)).proof), ..state };
        Some((State { failed: true, ..state }, second))
    }

    /// Whether a condition has parts.
    fn is_compound(&self, cond: ExprId) -> bool {
        match &self.info.ir.exprs[cond].kind {
            ExprKind::Unary { operand, .. } => self.is_compound(*operand),
            ExprKind::Binary { op, .. } => matches!(op, BinaryOp::And | BinaryOp::Or),
            _ => false,
        }
    }

    /// `if session.is_some() { return redirect("/") }`: a page for strangers, which sends on whom it knows.
    fn sends_on_who_is_known(&self, cond: ExprId, then: ExprId) -> bool {
        let ExprKind::MethodCall { receiver, method, .. } = &self.info.ir.exprs[cond].kind else {
            return false;
        };
        let name = match &self.info.ir.exprs[*receiver].kind {
            ExprKind::Path(path) => path.last().map(|s| s.name.sym),
            ExprKind::Field { name, .. } | ExprKind::MethodCall { method: name, .. } => Some(name.sym),
            _ => None,
        };
        let somebody = name.is_some_and(|name| {
            vocab::is_somebody(name.as_str()) || vocab::words(name.as_str()).iter().any(|w| w == "session")
        });
        somebody && matches!(method.sym.as_str(), "is_some" | "is_ok") && self.redirects(then)
    }

    /// Whether a branch answers with another address, and with nothing else that refuses.
    fn redirects(&self, branch: ExprId) -> bool {
        let mut found = false;
        let mut refuses = false;
        self.info.ir.for_each_expr(branch, &mut |e| {
            let mut name = |name: &str| {
                let sends = vocab::words(name).iter().any(|w| matches!(w.as_str(), "redirect" | "redirects"));
                found |= sends;
                refuses |= !sends && vocab::is_refusal(name);
            };
            match &self.info.ir.exprs[e].kind {
                ExprKind::Path(path) => path.segments.iter().for_each(|s| name(s.name.sym.as_str())),
                ExprKind::MethodCall { method, .. } => name(method.sym.as_str()),
                _ => {}
            }
        });
        found && !refuses
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
            "Ok" | "Some" | "Success" | "Ready" | "Authorized" => Some(true),
            "Err" | "None" | "Error" | "Failure" | "Forward" | "Unauthorized" | "Forbidden" => Some(false),
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
        let setting = found.is_none() && self.is_setting(scrutinee);
        let inverted = self.gives_refusal(scrutinee);
        let known = arms.iter().any(|a| self.is_positive(a.pat).is_some());
        let by_address = found.is_none() && !setting && self.layered && self.scan().is_address(scrutinee);
        let mut others = by_address.then(SkipRule::default);
        let mut result = State { dead: true, ..state };
        let verified = found.as_ref().is_some_and(|c| c.proof == Proof::Verified) && known;
        let mut heeded = tail;
        let refuses = self.mode == Mode::Extractor && self.scan().refuses(scrutinee);
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
            if !positive && known && refuses {
                // `Err(refusal) => return refusal`
                self.info.ir.for_each_pat(arm.pat, &mut |p| self.answers.extend([p]));
            }
            if let Some(others) = &mut others {
                let rule = self.rule_of_arm(arm.pat, others);
                let proved = result.proof > state.proof;
                inner.skip = rule.filter(|r| !r.is_for_others() || proved).map(|r| self.keep(r));
            }
            if let Some(guard) = arm.guard {
                inner = self.walk(guard, inner, false);
                inner = inner.raise(self.condition(guard, arm.body, refusal).then);
            }
            let after = self.walk(arm.body, inner, tail);
            heeded |= after.dead;
            let differs = !result.dead && !after.dead && result.proof != after.proof;
            result = merged(&state, result, after);
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
        self.called(value).and_then(|def| self.judge.call_proof(def)).is_some_and(|proof| proof.inverse)
    }

    /// The function of the workspace that is called and waited for.
    fn called(&self, value: ExprId) -> Option<DefId> {
        let mut at = value;
        while let ExprKind::Await(inner) = &self.info.ir.exprs[at].kind {
            at = *inner;
        }
        match self.judge.world.callee(self.info, at)? {
            Callee::Def(def) => Some(def),
            _ => None,
        }
    }

    /// `if let Some(answer) = validate(&request).await { return answer }`: what a question makes of requests that it does not
    /// like is no answer of the handler's.
    fn is_early_answer(&self, value: ExprId) -> bool {
        let option = |ty: &Ty| self.judge.world.ext_type(ty).is_some_and(|p| p == "std::option::Option");
        self.called(value).is_some_and(|def| {
            let name = self.judge.world.cx.map.def(def).name;
            vocab::is_validation(name.as_str()) && option(self.judge.world.types(self.info).of(value))
        })
    }

    fn is_catch_all(&self, pat: PatId) -> bool {
        matches!(self.info.ir.pats[pat].kind, PatKind::Wild | PatKind::Bind { sub: None, .. })
    }
}

/// What holds behind two branches. If they know different things, and an address leads to the one that knows less, it does so
/// behind them too.
fn merged(before: &State, a: State, b: State) -> State {
    let mut out = a.join(b);
    let (weaker, stronger) = if a.proof <= b.proof { (a, b) } else { (b, a) };
    if a.proof == b.proof || weaker.dead {
        (out.skip, out.elsewhere) = (before.skip, before.elsewhere);
    } else {
        out.skip = weaker.skip;
        out.elsewhere = weaker.skip.and((!stronger.dead).then_some(stronger.proof));
    }
    out
}

/// What holds in either case.
fn both(a: Option<Proof>, b: Option<Proof>) -> Option<Proof> {
    Some(a?.min(b?))
}
