//! Does a body let a request pass only after a check?
//!
//! One walk in order of execution with a [`State`]: what has been proved about who is asking, and whether this part runs
//! only under a setting. Demanding that something with a credential in it succeeds proves something from there on: `?`,
//! `let .. else`, the arm of `Ok` or `Some`, an `if` whose other branch leaves. Wherever the request passes, the state is
//! recorded as a [`Pass`]: for an extractor where it returns `Ok`, for a middleware where it calls the next one, for a
//! handler where it answers.
//!
//! ```text
//! let token = parts.headers.get(AUTHORIZATION).ok_or(Rejected)?;    presence
//! let Ok(claims) = decode(token, &keys) else { return Err(..) };    verified
//! Ok(User(claims.sub))                                              pass: verified
//! ```
//!
//! All passes verified: a guard. One that proves nothing: optional, or conditional if a setting leads there.

mod branch;
mod flag;
mod leaf;
mod loops;
mod next;
mod outcome;
mod setting;
mod skips;

pub(super) use outcome::{Outcome, Pass};
pub(super) use skips::{Skip, SkipBy, SkipRule};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::framework::{ExtractorKind, MacroMeaning};
use crate::ir::{BinaryOp, Block, ExprId, ExprKind, MacroCall, MacroForm, PatId, PatKind, Stmt};
use crate::types::{Callee, Ty};
use crate::web::credential::{Credential, Proof, Scan, Taint, taint_of};
use crate::web::guard::{CallProof, Judge};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Nesting beyond which nothing is proved.
const MAX_DEPTH: usize = 300;

/// What passing means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Returning success.
    Extractor,
    /// Calling the rest of the chain.
    Middleware,
    /// Answering with anything but a refusal. A failure must be a refusal to count as a check.
    Handler,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    proof: Proof,
    /// Inside a branch of a setting.
    conditional: bool,
    /// A setting decided what is proved.
    decided: bool,
    /// The rule about addresses that leads here, in [`Gate::rules`].
    skip: Option<usize>,
    /// What is proved for the other addresses, if they lead here too.
    elsewhere: Option<Proof>,
    /// A credential was looked at and found wanting.
    failed: bool,
    /// The rest of the chain was called.
    passed: bool,
    dead: bool,
}

impl State {
    fn join(self, other: State) -> State {
        match (self.dead, other.dead) {
            (true, _) => other,
            (_, true) => self,
            _ => State {
                proof: self.proof.min(other.proof),
                conditional: self.conditional || other.conditional,
                decided: self.decided || other.decided,
                skip: self.skip.filter(|_| other.skip.is_some()),
                elsewhere: None,
                failed: self.failed && other.failed,
                passed: self.passed || other.passed,
                dead: false,
            },
        }
    }

    fn raise(mut self, proof: Option<Proof>) -> State {
        self.failed &= proof.is_none();
        self.proof = self.proof.max(proof.unwrap_or_default());
        self.elsewhere = self.elsewhere.map(|known| known.max(self.proof));
        self
    }
}

/// The walk over one body.
pub(super) struct Gate<'s, 'w, 'a> {
    judge: &'s Judge<'w, 'a>,
    info: &'s BodyInfo<'a>,
    mode: Mode,
    taints: FxHashMap<PatId, Taint>,
    /// Whether that may be a credential.
    content: bool,
    /// What a handler takes of the body or address of the request.
    sent: FxHashSet<PatId>,
    /// What a function has made to be sent to strangers.
    answers: FxHashSet<PatId>,
    /// Variables that hold the rest of the chain, called and not yet waited for.
    started: FxHashMap<PatId, State>,
    /// Those of them that were waited for.
    awaited: FxHashSet<PatId>,
    /// Variables that say whether a request may pass.
    flags: FxHashMap<PatId, flag::Flag>,
    /// In a middleware, what was there before the request.
    fixed: Option<FxHashSet<PatId>>,
    /// Whether the body stands before others, for addresses that it may let through.
    layered: bool,
    /// What is said of addresses.
    rules: Vec<SkipRule>,
    out: Outcome,
    /// The last expression by which a request could pass.
    at: ExprId,
    depth: usize,
}

impl<'s, 'w, 'a> Gate<'s, 'w, 'a> {
    pub(super) fn new(judge: &'s Judge<'w, 'a>, info: &'s BodyInfo<'a>, mode: Mode) -> Self {
        let (taints, started, awaited) = (FxHashMap::default(), FxHashMap::default(), FxHashSet::default());
        let (out, at) = (Outcome::default(), info.body.root);
        let (sent, answers) = (FxHashSet::default(), FxHashSet::default());
        Gate {
            judge,
            info,
            mode,
            taints,
            content: true,
            sent,
            answers,
            started,
            awaited,
            flags: FxHashMap::default(),
            fixed: None,
            layered: mode == Mode::Middleware,
            rules: Vec::new(),
            out,
            at,
            depth: 0,
        }
    }

    /// What is known of the values of parameters beside their types.
    pub(super) fn given(mut self, params: &[(PatId, Ty)], given: &[ExtractorKind]) -> Self {
        for ((pat, ty), kind) in params.iter().zip(given) {
            let kind = if self.judge.is_perhaps_somebody(ty) { ExtractorKind::Optional } else { *kind };
            taint_of(kind).into_iter().for_each(|taint| self.taint(*pat, taint));
        }
        self
    }

    /// The same of a function that is called: what is known of its arguments.
    pub(super) fn tainted(mut self, params: &[(PatId, Ty)], taints: &[Option<Taint>]) -> Self {
        for ((pat, _), taint) in params.iter().zip(taints) {
            if let Some(taint) = taint {
                self.taint(*pat, *taint);
            }
        }
        self
    }

    /// What a client sent is no credential: who comes in may be anybody.
    pub(super) fn without_content(mut self) -> Self {
        self.content = false;
        self
    }

    /// Parameters hand out what their type says; a guard among them proves at once.
    pub(super) fn run(mut self, params: &[(PatId, Ty)], root: ExprId) -> Outcome {
        let mut state = State::default();
        for (pat, ty) in params {
            let kind = self.judge.kind_of(ty).kind;
            if kind == ExtractorKind::Guard && self.mode != Mode::Extractor {
                state.proof = Proof::Verified;
            }
            if let Some(taint) = taint_of(kind) {
                self.taint(*pat, taint);
            } else if self.mode == Mode::Handler && self.content && self.judge.is_sent(ty) {
                self.sent(*pat);
            }
        }
        self.walk(root, state, true);
        // What is handed on is waited for by somebody else.
        let started = self.started.iter().filter(|(pat, _)| !self.awaited.contains(pat));
        let handed_on: Vec<State> = started.map(|(_, state)| *state).collect();
        handed_on.into_iter().for_each(|state| self.pass(state));
        if self.mode == Mode::Extractor
            && let Some(found) = self.scan().credential(root)
        {
            self.note(&found);
        }
        self.out
    }

    fn scan(&self) -> Scan<'_, 'w, 'a> {
        Scan { judge: self.judge, info: self.info, taints: &self.taints, sent: &self.sent }
    }

    fn taint(&mut self, pat: PatId, taint: Taint) {
        let ir = self.info.ir;
        let mut bound = Vec::new();
        ir.for_each_pat(pat, &mut |p| {
            if matches!(ir.pats[p].kind, PatKind::Bind { .. }) {
                bound.push(p);
            }
        });
        self.taints.extend(bound.into_iter().map(|p| (p, taint)));
    }

    /// A handler is sent this: what is named for a credential is one, be it a field of it.
    fn sent(&mut self, pat: PatId) {
        let ir = self.info.ir;
        let (sent, taints) = (&mut self.sent, &mut self.taints);
        ir.for_each_pat(pat, &mut |p| {
            let PatKind::Bind { name, .. } = &ir.pats[p].kind else { return };
            sent.insert(p);
            if vocab::is_sent_credential(name.sym.as_str()) {
                taints.insert(p, Taint { proof: Proof::Presence, handle: false });
            }
        });
    }

    /// Marks what a pattern binds of a value.
    fn bind(&mut self, pat: PatId, value: ExprId) {
        let ty = self.judge.world.types(self.info).locals.get(&pat).cloned();
        if let Some(taint) = ty.and_then(|ty| taint_of(self.judge.kind_of(&ty).kind)) {
            return self.taint(pat, taint);
        }
        if self.mode == Mode::Handler && self.scan().asks_permission(value) {
            return self.taint(pat, Taint { proof: Proof::Verified, handle: false });
        }
        if let Some(found) = self.scan().credential(value).filter(|_| !self.scan().is_issued(value)) {
            self.note(&found);
            let whole = self.scan().local_taint(value).is_some_and(|t| t.handle);
            let handle = whole || self.is_session_call(value);
            self.taint(pat, Taint { proof: found.proof, handle });
        }
    }

    /// `req.get_session()`: a call named after sessions that gives something to be asked.
    fn is_session_call(&self, value: ExprId) -> bool {
        match &self.info.ir.exprs[value].kind {
            ExprKind::MethodCall { method, args, .. } => {
                args.is_empty() && matches!(method.sym.as_str(), "get_session" | "session" | "cookies")
            }
            ExprKind::Try(e) | ExprKind::Await(e) | ExprKind::Ref { operand: e, .. } => {
                self.is_session_call(*e)
            }
            ExprKind::Block(block) => block.tail.is_some_and(|t| self.is_session_call(t)),
            ExprKind::Call { callee, .. } => self.runs_session_extractor(*callee),
            _ => false,
        }
    }

    fn runs_session_extractor(&self, callee: ExprId) -> bool {
        let owner = self.judge.world.types(self.info).owners.get(&callee);
        owner.is_some_and(|ty| self.judge.kind_of(ty).kind == ExtractorKind::Session)
    }

    /// A call of a function that looks for a credential and also succeeds without one.
    fn succeeds_for_all(&self, e: ExprId) -> bool {
        // What the failure answers in a handler is asked elsewhere, but `None` is no failure.
        let open = |proof: CallProof| proof.for_all && (self.mode == Mode::Middleware || proof.optional);
        !self.judge.world.calls_one_of(self.info, e, &self.judge.world.own.checks)
            && matches!(self.info.ir.exprs[e].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. })
            && match self.judge.world.callee(self.info, e) {
                Some(Callee::Def(def)) => self.judge.call_proof(def).is_some_and(open),
                _ => false,
            }
    }

    /// `Data::<&Pool>::from_request(&req)`: an extractor of the library that lets everybody pass.
    fn runs_open_extractor(&self, callee: ExprId) -> bool {
        let known = self.scan().owner(callee).and_then(|ty| self.judge.world.ext_type(&ty));
        let known = known.and_then(|path| self.judge.world.rules.extractors.get(&path));
        known.is_some_and(|kind| {
            matches!(kind, ExtractorKind::Session | ExtractorKind::Inserted | ExtractorKind::Other)
        })
    }

    fn note(&mut self, found: &Credential) {
        if self.out.credential.as_ref().is_none_or(|c| c.proof < found.proof) {
            self.out.credential = Some(found.clone());
        }
    }

    /// What is proved by demanding that `e` succeeds. `refusal` is what runs if it does not.
    fn demand(&mut self, e: ExprId, refusal: Option<ExprId>) -> Option<Proof> {
        let found = self.scan().credential(e)?;
        if self.mode == Mode::Handler {
            let scan = self.scan();
            let refuses = scan.refuses(e) || refusal.is_some_and(|r| scan.refuses(r));
            if !refuses && !scan.demands_identity(e) {
                return None;
            }
        }
        self.note(&found);
        Some(found.proof)
    }

    fn walk(&mut self, e: ExprId, state: State, tail: bool) -> State {
        if state.dead || self.depth >= MAX_DEPTH {
            return state;
        }
        self.depth += 1;
        let out = self.kind(e, state, tail);
        self.depth -= 1;
        out
    }

    fn kind(&mut self, e: ExprId, state: State, tail: bool) -> State {
        let ir = self.info.ir;
        match &ir.exprs[e].kind {
            ExprKind::Block(block) | ExprKind::Async(block) => self.block(block, state, tail),
            ExprKind::If { cond, then, otherwise } => self.branch(*cond, *then, *otherwise, state, tail),
            ExprKind::Match { scrutinee, arms } => self.arms(*scrutinee, arms, state, tail),
            ExprKind::Return(value) => {
                if let Some(value) = value {
                    self.leaf(*value, state);
                } else {
                    self.end(state);
                }
                State { dead: true, ..state }
            }
            ExprKind::Loop { kind, body } => self.loop_(*kind, *body, state),
            ExprKind::Macro(call) => self.macro_(e, call, state, tail),
            ExprKind::Closure { body, .. } => {
                self.aside(*body, state);
                state
            }
            ExprKind::Await(inner) if self.waits_for_next(*inner).is_some() => {
                self.awaited.extend(self.waits_for_next(*inner));
                self.pass(state);
                State { passed: true, ..state }
            }
            _ if tail => self.leaf(e, state),
            ExprKind::Try(inner) => {
                let state = self.children(e, state);
                self.try_(*inner, state)
            }
            ExprKind::MethodCall { receiver, method, .. } => {
                let state = self.children(e, state);
                if self.is_end(method.sym) {
                    self.out.refusals += 1;
                    return State { dead: true, ..state };
                }
                if matches!(method.sym.as_str(), "expect" | "unwrap")
                    && self.scan().demands_identity(*receiver)
                {
                    return state.raise(self.demand(*receiver, None));
                }
                self.calls_next(*receiver, method.sym.as_str(), state)
            }
            ExprKind::Call { .. } if self.ends_request(e) => {
                self.out.refusals += 1;
                State { dead: true, ..state }
            }
            ExprKind::Assign { target, value, .. } => {
                let state = self.children(e, state);
                self.set_flag(*target, *value, state);
                state
            }
            ExprKind::Break(_) | ExprKind::Continue => State { dead: true, ..state },
            // The second part runs for some requests only: what it demands is not demanded of all.
            ExprKind::Binary { op: BinaryOp::And | BinaryOp::Or, lhs, rhs } => {
                let state = self.walk(*lhs, state, false);
                self.walk(*rhs, state, false);
                state
            }
            _ => self.children(e, state),
        }
    }

    /// A closure is walked for what its variables hold; it passes nothing.
    fn aside(&mut self, body: ExprId, state: State) {
        let (passes, refusals) = (self.out.passes.len(), self.out.refusals);
        self.walk(body, State { passed: false, ..state }, false);
        self.out.passes.truncate(passes);
        self.out.refusals = refusals;
    }

    /// `token.map(|t| ..)`: the closure gets what the receiver holds.
    fn hand_over(&mut self, e: ExprId) {
        let ir = self.info.ir;
        let ExprKind::MethodCall { receiver, args, .. } = &ir.exprs[e].kind else { return };
        for &arg in args {
            if let ExprKind::Closure { params, .. } = &ir.exprs[arg].kind {
                params.iter().for_each(|p| self.bind(p.pat, *receiver));
            }
        }
    }

    /// `inner?`.
    fn try_(&mut self, inner: ExprId, state: State) -> State {
        let quiet = self.proves_nothing(inner) || self.leaves_option(inner);
        let asked = if quiet { None } else { self.demand(inner, None).or_else(|| self.demand_guard(inner)) };
        let proof =
            asked.or_else(|| if self.mode == Mode::Handler { self.delegates(inner, false) } else { None });
        self.out.refusals += usize::from(proof.is_some());
        state.raise(proof)
    }

    /// `user?` of a `Result<User, Rejection>`: the refusal is that of the guard.
    fn demand_guard(&mut self, e: ExprId) -> Option<Proof> {
        let world = self.judge.world;
        let ty = world.types(self.info).of(e).clone();
        let result = world.ext_type(&ty).is_some_and(|path| path == "std::result::Result");
        if !result || self.judge.kind_of(&ty.arg(0)).kind != ExtractorKind::Guard {
            return None;
        }
        let found = self.scan().local_taint(e).and_then(|_| self.scan().credential(e))?;
        self.note(&found);
        Some(found.proof)
    }

    fn children(&mut self, e: ExprId, mut state: State) -> State {
        let ir = self.info.ir;
        self.hand_over(e);
        let mut children = Vec::new();
        ir.for_each_child(e, &mut |child| children.push(child));
        for child in children {
            // An async block among the arguments is the rest of the body: `Box::pin(async move { .. })`.
            let rest = matches!(ir.exprs[child].kind, ExprKind::Async(_));
            state = self.walk(child, state, rest && self.mode != Mode::Handler);
        }
        state
    }

    fn pass(&mut self, state: State) {
        let State { proof, conditional, decided, skip, elsewhere, failed, .. } = state;
        self.let_through(skip.filter(|_| proof < Proof::Verified));
        let skipped = skip.is_some();
        let conditional = conditional || decided;
        let (span, empty) = (self.info.ir.exprs[self.at].span, self.is_none(self.at));
        let open = self.mode == Mode::Extractor && proof == Proof::None;
        let carries = open && self.scan().carries(self.at);
        let pass = Pass { span, proof, failed, conditional, skipped, empty, carries };
        self.out.passes.push(pass);
        if let Some(proof) = elsewhere {
            self.out.passes.push(Pass { proof, skipped: false, ..pass });
        }
    }

    /// `None`, `Ok(None)`, `Ok((None, None))`.
    fn is_none(&self, e: ExprId) -> bool {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Tuple(parts) => !parts.is_empty() && parts.iter().all(|&part| self.is_none(part)),
            ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == "None"),
            ExprKind::Call { args, .. } => matches!(args[..], [only] if self.is_none(only)),
            _ => false,
        }
    }

    /// The end of the body without a value.
    fn end(&mut self, state: State) {
        match self.mode {
            Mode::Middleware if state.passed => {}
            Mode::Middleware => self.out.refusals += 1,
            _ => self.pass(state),
        }
    }

    fn block(&mut self, block: &Block, mut state: State, tail: bool) -> State {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, value: Some(value), .. } if self.starts_next(*value) => {
                    state = self.children(*value, state);
                    self.started.insert(*pat, state);
                }
                Stmt::Let { pat, value: Some(value), otherwise, .. } => {
                    state = self.walk(*value, state, false);
                    if let Some(otherwise) = otherwise {
                        let proof = self.demand(*value, Some(*otherwise));
                        self.walk(*otherwise, State { failed: proof.is_some(), ..state }, false);
                        state = state.raise(proof);
                    }
                    self.bind(*pat, *value);
                    self.declare_flag(*pat, *value);
                    self.declare_fixed(*pat, *value);
                    state = state.raise(self.taken_apart(*pat, *value));
                }
                Stmt::Expr(e, _) => state = self.walk(*e, state, false),
                _ => {}
            }
            if state.dead {
                return state;
            }
        }
        match block.tail {
            Some(last) => self.walk(last, state, tail),
            None => {
                if tail {
                    self.end(state);
                }
                state
            }
        }
    }

    fn macro_(&mut self, e: ExprId, call: &MacroCall, state: State, tail: bool) -> State {
        let name = call.path.last().map_or("", |s| s.name.sym.as_str());
        let world = self.judge.world;
        let name_sym = crate::base::Symbol::new(name);
        if matches!(world.rules.macros.get(&name_sym), Some((_, MacroMeaning::Try))) {
            let state = self.children(e, state);
            let mut proof = None;
            self.info.ir.for_each_child(e, &mut |c| proof = proof.max(self.demand_quietly(c)));
            return state.raise(proof);
        }
        let leaves = match world.macro_text(name_sym) {
            // What it stands for is known.
            Some(_) if !call.guessed => false,
            Some(text) => text.contains("return "),
            None => {
                matches!(name, "bail" | "panic" | "unreachable" | "todo" | "unimplemented" | "err" | "ret")
            }
        };
        if leaves {
            self.out.refusals += 1;
            return State { dead: true, ..state };
        }
        match &call.form {
            MacroForm::Expr(inner) => self.walk(*inner, state, tail),
            MacroForm::Block(block) => self.block(block, state, tail),
            _ => {
                let state = self.children(e, state);
                if tail {
                    self.end(state);
                }
                state
            }
        }
    }

    fn demand_quietly(&self, e: ExprId) -> Option<Proof> {
        self.scan().credential(e).map(|c| c.proof)
    }

    /// `?` after these does not demand the credential itself.
    fn proves_nothing(&self, e: ExprId) -> bool {
        let ir = self.info.ir;
        let mut at = e;
        let mut outermost = true;
        loop {
            if outermost && self.succeeds_for_all(at) {
                return true;
            }
            match &ir.exprs[at].kind {
                ExprKind::Await(inner) | ExprKind::Try(inner) => at = *inner,
                ExprKind::Call { callee, .. } => return self.runs_open_extractor(*callee),
                ExprKind::MethodCall { receiver, method, .. } => {
                    match method.sym.as_str() {
                        "transpose" | "unwrap_or" | "unwrap_or_else" | "unwrap_or_default" | "or"
                        | "or_else" => {
                            return true;
                        }
                        "ok_or" | "ok_or_else" => return false,
                        "map_err" | "context" | "with_context" | "into" | "cloned" | "copied" => {}
                        _ if outermost => {
                            // Asking a session says `Ok(None)` for a stranger, unless it is a question of the workspace.
                            let handle = self.scan().local_taint(*receiver).is_some_and(|t| t.handle);
                            if handle && !self.judge.refuses_here(self.info, at, 3) {
                                return true;
                            }
                            outermost = false;
                        }
                        _ => {}
                    }
                    at = *receiver;
                }
                _ => return false,
            }
        }
    }
}
