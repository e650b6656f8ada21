//! The value of a body: success, a refusal, or the result of something else.

use crate::ir::{Block, ExprId, ExprKind, Literal, PatId, PatKind};
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty};
use crate::web::credential::{Credential, Proof, Taint};
use crate::web::gate::{Gate, Mode, State};
use crate::web::vocabulary as vocab;

impl Gate<'_, '_, '_> {
    /// The value of the body.
    pub(super) fn leaf(&mut self, e: ExprId, state: State) -> State {
        let ir = self.info.ir;
        self.at = e;
        match &ir.exprs[e].kind {
            ExprKind::Block(_)
            | ExprKind::Async(_)
            | ExprKind::If { .. }
            | ExprKind::Match { .. }
            | ExprKind::Macro(_)
            | ExprKind::Return(_)
            | ExprKind::Loop { .. } => self.kind(e, state, true),
            ExprKind::Await(inner) if matches!(ir.exprs[*inner].kind, ExprKind::Async(_)) => {
                self.kind(*inner, state, true)
            }
            ExprKind::Call { .. } if self.ends_request(e) => {
                self.out.refusals += 1;
                state
            }
            ExprKind::MethodCall { method, .. } if self.is_end(method.sym) => {
                let state = self.children(e, state);
                self.out.refusals += 1;
                state
            }
            ExprKind::Call { callee, args } => {
                let name = match &ir.exprs[*callee].kind {
                    ExprKind::Path(path) => path.last().map_or("", |s| s.name.sym.as_str()),
                    _ => "",
                };
                if let ([only], "pin" | "ready" | "boxed" | "Left" | "Right" | "from") = (&args[..], name) {
                    return self.walk(*only, state, true);
                }
                let state = self.walk_leaf(e, state);
                self.result(e, name, state)
            }
            ExprKind::MethodCall { receiver, method, .. }
                if matches!(
                    method.sym.as_str(),
                    "boxed" | "boxed_local" | "into" | "map_into_boxed_body"
                ) =>
            {
                self.walk(*receiver, state, true)
            }
            _ => {
                let state = self.walk_leaf(e, state);
                self.result(e, "", state)
            }
        }
    }

    fn walk_leaf(&mut self, e: ExprId, state: State) -> State {
        let ir = self.info.ir;
        match &ir.exprs[e].kind {
            ExprKind::Try(inner) => {
                let state = self.children(e, state);
                self.try_(*inner, state)
            }
            ExprKind::MethodCall { receiver, method, .. } => {
                let state = self.children(e, state);
                self.calls_next(*receiver, method.sym.as_str(), state)
            }
            _ => self.children(e, state),
        }
    }

    /// `check(token).map_err(|_| Unauthorized)` as the last expression: succeeds only if the check does.
    fn passes_result_on(&self, e: ExprId) -> bool {
        match &self.info.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. } => matches!(
                method.sym.as_str(),
                "map_err" | "ok_or" | "ok_or_else" | "and_then" | "map" | "context"
            ),
            ExprKind::Await(inner) => self.passes_result_on(*inner),
            _ => false,
        }
    }

    /// An answer that says that there is nothing, or that the server cannot: it needs no check.
    fn gives_nothing(&self, e: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(e, &mut |part| {
            found |= match &self.info.ir.exprs[part].kind {
                ExprKind::Path(path) => {
                    path.last().is_some_and(|s| vocab::is_error_answer(s.name.sym.as_str()))
                }
                ExprKind::MethodCall { method, .. } => vocab::is_error_answer(method.sym.as_str()),
                _ => false,
            };
        });
        found
    }

    /// What is handed to another function that gives the answer: what that one proves.
    pub(super) fn delegates(&mut self, e: ExprId, last: bool) -> Option<Proof> {
        let call = self.answering_call(e);
        let ExprKind::Call { args, .. } = &self.info.ir.exprs[call].kind else { return None };
        let Callee::Def(def) = self.judge.world.callee(self.info, call)? else { return None };
        let taints: Vec<Option<Taint>> = args.iter().map(|&arg| self.scan().local_taint(arg)).collect();
        // What is done with a credential on the way was asked before.
        if !last && taints.iter().any(Option::is_some) {
            return None;
        }
        let credential = self.judge.delegated(def, &taints)?;
        self.note(&credential);
        Some(credential.proof)
    }

    /// The call whose result is this, whatever is made of it: `let answer = notes::remove(req).await.or_else(as_found); answer`.
    fn answering_call(&self, e: ExprId) -> ExprId {
        let ir = self.info.ir;
        let mut at = e;
        loop {
            at = match &ir.exprs[at].kind {
                ExprKind::Await(inner) => *inner,
                // `Ok(notes::remove(req).await?)`
                ExprKind::Call { callee, args } if self.is_ok(*callee) => match &args[..] {
                    [only] => match ir.exprs[*only].kind {
                        ExprKind::Try(inner) => inner,
                        _ => return at,
                    },
                    _ => return at,
                },
                ExprKind::MethodCall { receiver, method, args, .. }
                    if matches!(method.sym.as_str(), "map" | "map_err" | "into" | "and_then" | "context")
                        || method.sym == "or_else" && self.is_function(args) =>
                {
                    *receiver
                }
                ExprKind::Path(_) => match self.info.initial(at) {
                    Some(value) => value,
                    None => return at,
                },
                _ => return at,
            };
        }
    }

    fn is_ok(&self, callee: ExprId) -> bool {
        match &self.info.ir.exprs[callee].kind {
            ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == "Ok"),
            _ => false,
        }
    }

    /// Whether the only argument is the name of a function.
    fn is_function(&self, args: &[ExprId]) -> bool {
        let [only] = args else { return false };
        matches!(self.info.names.exprs.get(only).map(|found| &found.res), Some(Res::Def(_)))
    }

    /// `let TypedHeader(Authorization::<Bearer>(token)) = parts.extract().await?`: which extractor it is says the pattern.
    pub(super) fn taken_apart(&mut self, pat: PatId, value: ExprId) -> Option<Proof> {
        let ir = self.info.ir;
        let ExprKind::Try(inner) = &ir.exprs[value].kind else { return None };
        let mut extracts = false;
        ir.for_each_expr(*inner, &mut |e| {
            if let ExprKind::MethodCall { method, generics, .. } = &ir.exprs[e].kind {
                extracts |= generics.is_empty() && method.sym.as_str().starts_with("extract");
            }
        });
        let mut name = None;
        ir.for_each_pat(pat, &mut |p| {
            if let PatKind::TupleStruct(path, _) = &ir.pats[p].kind {
                let last = path.last().map_or("", |s| s.name.sym.as_str());
                name = name.take().or_else(|| vocab::is_credential(last).then(|| last.to_owned()));
            }
        });
        let name = name.filter(|_| extracts)?;
        self.note(&Credential { proof: Proof::Presence, name, span: ir.exprs[value].span });
        self.taint(pat, Taint { proof: Proof::Presence, handle: false });
        Some(Proof::Presence)
    }

    fn is_no(&self, e: ExprId) -> bool {
        matches!(self.info.ir.exprs[e].kind, ExprKind::Literal(Literal::Bool(false)))
    }

    /// `status(UNAUTHORIZED)`: a function of the workspace that makes a failure of what it is given.
    fn calls_failure(&self, e: ExprId) -> bool {
        let Some(Callee::Def(def)) = self.judge.world.callee(self.info, e) else { return false };
        let Some(info) = self.judge.world.body(def) else { return false };
        let ExprKind::Block(Block { stmts, tail: Some(tail) }) = &info.ir.exprs[info.body.root].kind else {
            return false;
        };
        let ExprKind::Call { callee, .. } = &info.ir.exprs[*tail].kind else { return false };
        let ExprKind::Path(path) = &info.ir.exprs[*callee].kind else { return false };
        stmts.is_empty() && path.last().is_some_and(|s| s.name.sym == "Err")
    }

    /// Whether it is what a function has made to be sent to strangers.
    fn is_answer(&self, e: ExprId) -> bool {
        let found = self.info.names.exprs.get(&e).map(|found| &found.res);
        matches!(found, Some(Res::Local(pat)) if self.answers.contains(pat))
    }

    /// Success, refusal, or the result of another function.
    fn result(&mut self, e: ExprId, name: &str, state: State) -> State {
        self.at = e;
        match (self.mode, name) {
            (Mode::Middleware, _) => self.end(state),
            (_, "Err" | "err" | "Error" | "Failure" | "Forward") => self.out.refusals += 1,
            // A question about the request is answered with no.
            (Mode::Extractor, _) if self.is_no(e) || self.calls_failure(e) => self.out.refusals += 1,
            _ if self.is_answer(e) => self.out.refusals += 1,
            (Mode::Handler, _) if state.proof == Proof::Verified => self.pass(state),
            (Mode::Handler, _) => {
                if let Some(proof) = self.delegates(e, true) {
                    self.pass(state.raise(Some(proof)));
                } else if self.gives_nothing(e) {
                    return state;
                } else if self.passes_result_on(e)
                    && let Some(proof) = self.demand(e, None)
                {
                    self.pass(state.raise(Some(proof)));
                } else if self.scan().refuses(e) {
                    self.out.refusals += 1;
                } else {
                    self.pass(state);
                }
            }
            (_, "Ok" | "ok" | "Success" | "Some") => self.pass(state),
            _ if self.proves_nothing(e) => self.pass(state),
            _ => {
                let proof = self.demand(e, None);
                self.pass(state.raise(proof));
            }
        }
        state
    }

    /// Whether `?` leaves an `Option` that a library gives, a database say: then `None` says that nobody is known, and the failure is
    /// that of the database. A function of the workspace is judged by its body.
    pub(super) fn leaves_option(&self, tried: ExprId) -> bool {
        let world = self.judge.world;
        let mut call = tried;
        loop {
            call = match &self.info.ir.exprs[call].kind {
                ExprKind::Await(inner) => *inner,
                ExprKind::MethodCall { receiver, method, .. }
                    if matches!(method.sym.as_str(), "map_err" | "context" | "with_context") =>
                {
                    *receiver
                }
                _ => break,
            };
        }
        let is = |ty: &Ty, name: &str| world.ext_type(ty).is_some_and(|path| path.as_str() == name);
        let ty = world.types(self.info).of(tried).peel().clone();
        let judged = match world.callee(self.info, call) {
            Some(Callee::Def(def)) => self.judge.call_proof(def).is_some() || !self.may_give_none(def),
            _ => false,
        };
        !judged && is(&ty, "std::result::Result") && is(ty.arg(0).peel(), "std::option::Option")
    }

    /// Whether a function returns `Ok(None)` somewhere: `header_value(headers, name)?` of a header that need not be there.
    fn may_give_none(&self, def: DefId) -> bool {
        let Some(info) = self.judge.world.body(def) else { return false };
        let named = |e: ExprId, name: &str| match &info.ir.exprs[e].kind {
            ExprKind::Path(path) => path.last().is_some_and(|s| s.name.sym == name),
            _ => false,
        };
        let mut found = false;
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let ExprKind::Call { callee, args } = &info.ir.exprs[e].kind {
                found |= named(*callee, "Ok") && matches!(args[..], [only] if named(only, "None"));
            }
        });
        found
    }
}
