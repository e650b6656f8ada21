//! What an expression says about who is asking.
//!
//! [`Scan`] looks at all parts of one expression: does it read a credential (a header, cookie, session, extension of the
//! request, another guard), does it verify one (a credential is an argument of a call or an operand of a comparison), does
//! it refuse. The result says what is proved if the expression is required to succeed.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::catalog::framework::ExtractorKind;
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal, PatId};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::guard::{CallProof, Judge};
use crate::web::identity::call_name;
use crate::web::permission::awaited;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// How much is known about who is asking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Nothing.
    #[default]
    None,
    /// A credential was sent.
    Presence,
    /// A credential was verified.
    Verified,
}

/// What a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taint {
    /// What is proved if it is there or true.
    pub(super) proof: Proof,
    /// Whether it is a session or jar that one has to ask.
    pub(super) handle: bool,
}

/// What an expression reads.
#[derive(Clone, Debug)]
pub(super) struct Credential {
    pub(super) proof: Proof,
    pub(super) name: String,
    pub(super) span: Span,
}

/// What is returned lies this deep in the type of the result.
const MAX_NESTING: usize = 4;

/// Calls that keep a value what it is, although it is their argument.
const CONVERSIONS: &[&str] = &[
    "from_utf8",
    "from_utf8_lossy",
    "from_str",
    "from",
    "try_from",
    "new",
    "to_string",
    "to_owned",
    "insert",
    "push",
    "remove",
    "add",
    "build",
    "set",
    "json",
    "body",
    "into",
    "pin",
    "ready",
    "drop",
    "clone",
    "strip_prefix",
    "split_once",
    "splitn",
    "starts_with",
    "trim_start_matches",
    "min",
    "max",
];

/// Functions that ask the context of a request for others lie this deep.
const MAX_HELPERS: usize = 3;
/// Methods whose result is missing if that of their receiver is.
const HANDED_ON: &[&str] = &[
    "map_err",
    "ok_or",
    "ok_or_else",
    "context",
    "with_context",
    "map",
    "and_then",
    "cloned",
    "copied",
    "as_ref",
    "ok",
];

/// A look at one expression.
pub(super) struct Scan<'s, 'w, 'a> {
    pub(super) judge: &'s Judge<'w, 'a>,
    pub(super) info: &'s BodyInfo<'a>,
    pub(super) taints: &'s FxHashMap<PatId, Taint>,
    /// Variables that hold what a client sent.
    pub(super) sent: &'s FxHashSet<PatId>,
}

impl<'a> Scan<'_, '_, 'a> {
    /// What the expression reads of a credential; the strongest of its parts.
    pub(super) fn credential(&self, root: ExprId) -> Option<Credential> {
        let (mut best, mut aside): (Option<Credential>, _) = (None, FxHashSet::default());
        self.info.ir.for_each_expr(root, &mut |e| {
            self.told_perhaps(e, &mut aside);
            if !aside.contains(&e)
                && let Some((proof, name)) = self.part(e)
                && best.as_ref().is_none_or(|b| b.proof < proof)
            {
                best = Some(Credential { proof, name, span: self.info.ir.exprs[e].span });
            }
        });
        best
    }

    fn part(&self, e: ExprId) -> Option<(Proof, String)> {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Literal(Literal::Str(text)) if vocab::is_credential_literal(text) => {
                Some((Proof::Presence, text.to_string()))
            }
            ExprKind::Path(path) => self.path(e, path.last()?.name.sym.as_str()),
            ExprKind::Binary { op, lhs, rhs } if is_comparison(*op) => {
                let tainted = self.mentions_tainted(*lhs) || self.mentions_tainted(*rhs);
                tainted.then(|| (Proof::Verified, "comparison".to_owned()))
            }
            ExprKind::Call { callee, args } => {
                let ExprKind::Path(path) = &self.info.ir.exprs[*callee].kind else { return None };
                self.call(e, path.last()?.name.sym.as_str(), args, None)
            }
            ExprKind::MethodCall { receiver, method, args, .. } => {
                self.call(e, method.sym.as_str(), args, Some(*receiver))
            }
            ExprKind::Field { base, .. } => {
                let handle = self.local_taint(*base).is_some_and(|t| t.handle);
                handle.then(|| (Proof::Verified, "session".to_owned()))
            }
            _ => None,
        }
    }

    fn path(&self, e: ExprId, name: &str) -> Option<(Proof, String)> {
        if let Some(taint) = self.local_taint(e) {
            return Some((taint.proof, name.to_owned()));
        }
        let constant = name.len() > 2 && !name.contains(|c: char| c.is_ascii_lowercase());
        (constant && (vocab::is_credential(name) || self.names_credential(e)))
            .then(|| (Proof::Presence, name.to_owned()))
    }

    /// Whether a constant is the name of a header or cookie that holds a credential: `const WORKER: &str = "X-Worker-Key"`.
    fn names_credential(&self, e: ExprId) -> bool {
        self.judge.world.constant(self.info, e).is_some_and(|value| {
            let root = &value.ir.exprs[value.body.root].kind;
            matches!(root, ExprKind::Literal(Literal::Str(text)) if vocab::is_credential_literal(text))
        })
    }

    fn call(
        &self,
        e: ExprId,
        name: &str,
        args: &[ExprId],
        receiver: Option<ExprId>,
    ) -> Option<(Proof, String)> {
        if let Some(found) = self.extracted(e) {
            return found;
        }
        let named = |proof| Some((proof, name.to_owned()));
        if receiver.is_some() && self.judge.world.rules.verified.contains(&Symbol::new(name)) {
            return named(Proof::Verified);
        }
        let own = &self.judge.world.own;
        if self.judge.world.calls_one_of(self.info, e, &own.checks) {
            return named(Proof::Verified);
        }
        if self.judge.world.calls_one_of(self.info, e, &own.not_guards) {
            return None;
        }
        if vocab::is_setting(name) || receiver.is_some_and(|r| self.is_setting_chain(r)) {
            return None;
        }
        if let Some(receiver) = receiver {
            if self.judge.takes(self.info, receiver, name) {
                return self.judge.may_say_who(self.info, e).then(|| named(Proof::Verified))?;
            }
            if self.local_taint(receiver).is_some_and(|t| t.handle) {
                return named(Proof::Verified);
            }
            if matches!(name, "get_private" | "get_pending") {
                return named(Proof::Verified);
            }
            if matches!(name, "ok_or" | "ok_or_else")
                && let Some(found) = self.refuses_absence(receiver, args)
            {
                return Some(found);
            }
        }
        let constructs = name.starts_with(char::is_uppercase) || vocab::is_issuing(name);
        let conversion = constructs || CONVERSIONS.contains(&name) || (name == "decode" && args.len() == 1);
        let closure = |e: ExprId| matches!(self.info.ir.exprs[e].kind, ExprKind::Closure { .. });
        let given = args
            .iter()
            .any(|&a| !closure(a) && self.mentions_tainted(a) && !self.is_told_perhaps(e, a, name))
            || receiver.is_some_and(|r| self.hands_to_function(r, args));
        if given && !conversion {
            return named(Proof::Verified);
        }
        if receiver.is_none() && !args.is_empty() && args.iter().all(|&a| self.is_shared_state(a)) {
            return None;
        }
        if let Some(Callee::Def(def)) = self.judge.world.callee(self.info, e)
            && !matches!(self.judge.world.cx.map.def(def).kind, DefKind::Struct | DefKind::Variant(..))
            && let Some(proof) = self.judge.call_proof(def)
        {
            return named(proof.value);
        }
        (!conversion && vocab::is_credential(name)).then(|| (Proof::Presence, name.to_owned()))
    }

    /// `token.and_then(account_of)`: a function of the workspace is given what the receiver holds.
    fn hands_to_function(&self, receiver: ExprId, args: &[ExprId]) -> bool {
        let is_function = |e: ExprId| {
            let found = self.info.names.exprs.get(&e).map(|found| &found.res);
            matches!(found, Some(Res::Def(def)) if self.judge.world.cx.map.def(*def).kind == DefKind::Fn)
        };
        matches!(args, [only] if is_function(*only)) && self.mentions_tainted(receiver)
    }

    /// A call that runs another extractor: what that one proves.
    fn extracted(&self, e: ExprId) -> Option<Option<(Proof, String)>> {
        let world = self.judge.world;
        let ty = match &self.info.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. }
                if method.sym == "guard" || method.sym.as_str().starts_with("extract") =>
            {
                self.judge.asked_for(self.info, e)?
            }
            ExprKind::Call { callee, .. } => {
                let ExprKind::Path(path) = &self.info.ir.exprs[*callee].kind else { return None };
                let name = path.last()?.name.sym;
                // `Identity::extract(request)` is another name for it.
                let runs = name.as_str().starts_with("from_request") || name == "extract";
                if !runs || self.is_inherent(e) {
                    return None;
                }
                self.owner(*callee)?
            }
            ExprKind::MethodCall { method, .. } if world.rules.reads.contains(&method.sym) => {
                let said = self.judge.asked_for(self.info, e);
                let name = self.judge.type_name(&said.or_else(|| self.returned())?);
                let known = vocab::is_identity(&name);
                return known.then_some(Some((Proof::Verified, name)));
            }
            // `headers.typed_get::<Authorization<Basic>>()`
            _ => {
                let ty = self.judge.asked_for(self.info, e)?;
                let known = self.judge.kind_of(&ty).kind == ExtractorKind::Credential;
                return known.then(|| Some((Proof::Presence, self.judge.type_name(&ty))));
            }
        };
        let name = self.judge.type_name(&ty);
        Some(match self.judge.kind_of(&ty).kind {
            ExtractorKind::Guard => Some((Proof::Verified, name)),
            ExtractorKind::Credential | ExtractorKind::Session | ExtractorKind::SignedJar => {
                Some((Proof::Presence, name))
            }
            // Asking an optional guard for its content proves something, running it does not.
            _ => None,
        })
    }

    /// The type of the workspace in what the body returns, if it is a single expression: `Result<&Account>`.
    fn returned(&self) -> Option<Ty> {
        let ExprKind::Block(block) = &self.info.ir.exprs[self.info.body.root].kind else { return None };
        let mut ty = self.judge.world.cx.table.sig(self.info.id)?.ret.clone();
        for _ in 0..MAX_NESTING {
            if local_adt(&ty).is_some() {
                return Some(ty.peel().clone()).filter(|_| block.stmts.is_empty());
            }
            ty = ty.peel().arg(0);
        }
        None
    }

    /// Whether a call is that of a function of the workspace that belongs to no trait.
    fn is_inherent(&self, call: ExprId) -> bool {
        let map = self.judge.world.cx.map;
        match self.judge.world.callee(self.info, call) {
            Some(Callee::Def(def)) => match map.def(def).kind {
                DefKind::Method(id) => !map.impls[id].of_trait,
                _ => false,
            },
            _ => false,
        }
    }

    /// `ctx.claims.as_ref().ok_or(Unauthorized)`: what is kept of who asks, and a refusal if there is nothing.
    fn refuses_absence(&self, receiver: ExprId, args: &[ExprId]) -> Option<(Proof, String)> {
        let mut at = receiver;
        while let ExprKind::MethodCall { receiver, args, .. } = &self.info.ir.exprs[at].kind
            && args.is_empty()
        {
            at = *receiver;
        }
        let ExprKind::Field { name, .. } = &self.info.ir.exprs[at].kind else { return None };
        let kept = vocab::is_credential(name.sym.as_str()) || self.is_kept_identity(at);
        let kept = kept && args.iter().any(|&arg| self.refuses(arg));
        kept.then(|| (Proof::Verified, name.sym.to_string()))
    }

    /// `self.user`, `ctx.user`: who asks, as the context of a request keeps it.
    fn is_kept_identity(&self, field: ExprId) -> bool {
        let ExprKind::Field { base, name } = &self.info.ir.exprs[field].kind else { return false };
        let ExprKind::Path(path) = &self.info.ir.exprs[*base].kind else { return false };
        let context =
            path.as_ident().is_some_and(|n| matches!(n.sym.as_str(), "self" | "ctx" | "cx" | "context"));
        context && vocab::is_identity(name.sym.as_str())
    }

    /// The type that an associated function is called on.
    pub(super) fn owner(&self, callee: ExprId) -> Option<Ty> {
        let world = self.judge.world;
        if let Some(ty) = world.types(self.info).owners.get(&callee) {
            return Some(ty.clone());
        }
        match &self.info.names.exprs.get(&callee)?.res {
            Res::Impl(id) => Some(world.cx.self_type(*id, 0)),
            res @ Res::Def(_) => Some(world.cx.ty_of_res(res, Vec::new(), 0)),
            _ => None,
        }
    }

    /// What the variable that `e` is holds.
    pub(super) fn local_taint(&self, e: ExprId) -> Option<Taint> {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Path(_) => match self.info.names.exprs.get(&e)?.res {
                Res::Local(pat) => self.taints.get(&pat).copied(),
                _ => None,
            },
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => self.local_taint(*operand),
            ExprKind::Field { base, name } => self.local_taint(*base).or_else(|| {
                let sent = vocab::is_sent_credential(name.sym.as_str()) && self.is_sent(*base);
                sent.then_some(Taint { proof: Proof::Presence, handle: false })
            }),
            _ => None,
        }
    }

    /// Whether an expression is a part of what a client sent.
    fn is_sent(&self, e: ExprId) -> bool {
        let mut at = e;
        while let ExprKind::Field { base, .. } | ExprKind::Ref { operand: base, .. } =
            &self.info.ir.exprs[at].kind
        {
            at = *base;
        }
        let found = self.info.names.exprs.get(&at).map(|found| &found.res);
        matches!(found, Some(Res::Local(pat)) if self.sent.contains(pat))
    }

    /// Whether a variable that holds a verified credential is a part of the value: `Ok((store, user))`.
    pub(super) fn carries(&self, e: ExprId) -> bool {
        match &self.info.ir.exprs[e].kind {
            ExprKind::Path(_) => self.local_taint(e).is_some_and(|t| t.proof == Proof::Verified && !t.handle),
            ExprKind::Tuple(parts) => parts.iter().any(|&part| self.carries(part)),
            ExprKind::Call { args, .. } => matches!(args[..], [only] if self.carries(only)),
            ExprKind::Try(inner) | ExprKind::Await(inner) => self.carries(*inner),
            ExprKind::MethodCall { receiver, method, .. } => match method.sym.as_str() {
                "map_err" | "ok" | "flatten" | "unwrap_or_default" | "cloned" | "copied" => {
                    self.carries(*receiver)
                }
                // What a session says of who is signed in.
                name => name.starts_with("get") && self.local_taint(*receiver).is_some_and(|t| t.handle),
            },
            _ => false,
        }
    }

    fn mentions_tainted(&self, root: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| {
            let is_path = matches!(self.info.ir.exprs[e].kind, ExprKind::Path(_) | ExprKind::Field { .. });
            found |= is_path && self.local_taint(e).is_some_and(|t| !t.handle);
        });
        found
    }

    /// `jwt().encode(&claims)?`: a credential that is made here, of nothing that was sent.
    pub(super) fn is_issued(&self, root: ExprId) -> bool {
        let call = awaited(self.info, root);
        let call = match &self.info.ir.exprs[call].kind {
            ExprKind::Try(inner) => awaited(self.info, *inner),
            _ => call,
        };
        call_name(self.info, call).is_some_and(|name| vocab::is_issuing(&name))
            && !self.mentions_tainted(call)
    }

    /// Whether the expression refuses: a name of a refusal or a status 401 or 403 in it or in what it calls.
    pub(super) fn refuses(&self, root: ExprId) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| {
            found = found || self.judge.refuses_here(self.info, e, 3);
        });
        found
    }

    /// Whether an expression fails if the context of the request says that nobody asks: `ctx.data::<Claims>()?`, or a function of
    /// the workspace that asks so. No refusal needs to be named: the context has nothing else that could be missing.
    pub(super) fn demands_identity(&self, root: ExprId) -> bool {
        self.demands_in(self.info, root, MAX_HELPERS)
    }

    fn demands_in(&self, info: &BodyInfo<'a>, root: ExprId, depth: usize) -> bool {
        let world = self.judge.world;
        let mut at = root;
        loop {
            at = match &info.ir.exprs[at].kind {
                ExprKind::Try(e) | ExprKind::Await(e) | ExprKind::Ref { operand: e, .. } => *e,
                ExprKind::MethodCall { receiver, method, .. } if HANDED_ON.contains(&method.sym.as_str()) => {
                    *receiver
                }
                ExprKind::MethodCall { method, .. } if world.rules.verified.contains(&method.sym) => {
                    return true;
                }
                // `user.username()` of what a middleware has put beside the request, which may be nobody and then has none.
                ExprKind::MethodCall { receiver, method, args, .. }
                    if args.is_empty() && vocab::names_somebody(method.sym.as_str()) =>
                {
                    let types = world.types(info);
                    return self.may_be_missing(types.of(at))
                        && self.judge.is_inserted_identity(types.of(*receiver));
                }
                ExprKind::MethodCall { method, .. } if world.rules.reads.contains(&method.sym) => {
                    let said = self.judge.asked_for(info, at);
                    let ty = said.unwrap_or_else(|| world.types(info).of(at).peel().arg(0).clone());
                    return vocab::is_identity(&self.judge.type_name(&ty));
                }
                ExprKind::Call { .. } | ExprKind::MethodCall { .. } => {
                    let Some(Callee::Def(def)) = world.callee(info, at) else { return false };
                    return depth > 0 && self.helper_demands(def, depth - 1);
                }
                _ => return false,
            };
        }
    }

    /// Whether a value of this type may say that there is none.
    fn may_be_missing(&self, ty: &Ty) -> bool {
        let path = self.judge.world.ext_type(ty);
        let known = path.is_some_and(|p| matches!(p.as_str(), "std::option::Option" | "std::result::Result"));
        known || !ty.is_known()
    }

    /// Whether a function lets nobody pass whom the context does not know.
    fn helper_demands(&self, def: DefId, depth: usize) -> bool {
        let proves = |proof: CallProof| proof.value == Proof::Verified && !proof.for_all;
        let Some(info) = self.judge.world.body(def) else { return false };
        // What a closure makes of somebody who may be missing is not demanded: `user.map(|user| user.full_name())`.
        let (mut found, mut aside) = (false, FxHashSet::default());
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let ExprKind::Closure { body, .. } = info.ir.exprs[e].kind {
                info.ir.for_each_expr(body, &mut |part| aside.extend([part]));
            }
            found = found || !aside.contains(&e) && self.demands_in(&info, e, depth);
        });
        found && self.judge.call_proof(def).is_some_and(proves)
    }

    /// Whether the expression asks a function whether somebody may: `permissions_of(ctx).await?.contains(Permission::Edit)`.
    pub(super) fn asks_permission(&self, root: ExprId) -> bool {
        let mut found = false;
        let ty = self.judge.world.types(self.info).of(root);
        let is_bool = !ty.is_known() || matches!(ty, Ty::Prim(p) if *p == "bool");
        self.info.ir.for_each_expr(root, &mut |e| {
            found |= match &self.info.ir.exprs[e].kind {
                ExprKind::MethodCall { method, .. } => vocab::is_permission(method.sym.as_str()),
                ExprKind::Call { callee, .. } => match &self.info.ir.exprs[*callee].kind {
                    ExprKind::Path(path) => {
                        path.last().is_some_and(|s| vocab::is_permission(s.name.sym.as_str()))
                    }
                    _ => false,
                },
                _ => false,
            };
        });
        found && is_bool
    }

    /// Whether a condition asks for a setting.
    pub(super) fn is_setting(&self, root: ExprId) -> bool {
        self.any_name(root, &vocab::is_setting)
    }

    /// Whether what a method is called on is a setting, or part of one; arguments on the way aside.
    fn is_setting_chain(&self, receiver: ExprId) -> bool {
        let mut at = receiver;
        loop {
            at = match &self.info.ir.exprs[at].kind {
                ExprKind::MethodCall { method, .. } if vocab::is_setting(method.sym.as_str()) => return true,
                ExprKind::Field { name, .. } if vocab::is_setting(name.sym.as_str()) => return true,
                ExprKind::MethodCall { receiver, .. } => *receiver,
                ExprKind::Field { base, .. } => *base,
                ExprKind::Try(e) | ExprKind::Await(e) | ExprKind::Ref { operand: e, .. } => *e,
                ExprKind::Path(path) => {
                    return path.segments.iter().any(|s| vocab::is_setting(s.name.sym.as_str()));
                }
                _ => return self.is_setting(at),
            };
        }
    }

    /// Whether a condition asks for the address or method of the request.
    pub(super) fn is_address(&self, root: ExprId) -> bool {
        let mut found = self.any_name(root, &vocab::is_address);
        self.info.ir.for_each_expr(root, &mut |e| {
            let made = self.info.initial(e).is_some_and(|made| self.asks_for_address(made));
            found = found || made || self.asks_for_address(e) || self.holds_address(e);
        });
        found
    }

    /// A variable that holds an address: `let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);`
    fn holds_address(&self, e: ExprId) -> bool {
        let named = |name: &str| vocab::is_address(&vocab::words(name).join("_"));
        let Some(mut at) = self.info.initial(e) else { return false };
        loop {
            at = match &self.info.ir.exprs[at].kind {
                ExprKind::MethodCall { receiver, method, .. } => {
                    let asked = self.judge.asked_for(self.info, at);
                    if vocab::is_address(method.sym.as_str())
                        || asked.is_some_and(|ty| named(&self.judge.type_name(&ty)))
                    {
                        return true;
                    }
                    *receiver
                }
                ExprKind::Try(e) | ExprKind::Await(e) | ExprKind::Ref { operand: e, .. } => *e,
                _ => return false,
            };
        }
    }

    /// `is_open(&request)`: a function of the workspace that answers yes or no and looks at the address.
    fn asks_for_address(&self, call: ExprId) -> bool {
        let world = self.judge.world;
        if !matches!(self.info.ir.exprs[call].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. }) {
            return false;
        }
        let Some(Callee::Def(def)) = world.callee(self.info, call) else { return false };
        let answers =
            world.cx.table.sig(def).is_some_and(|sig| matches!(&sig.ret, Ty::Prim(p) if *p == "bool"));
        let Some(info) = world.body(def).filter(|_| answers) else { return false };
        let inside = Scan { judge: self.judge, info: &info, taints: self.taints, sent: self.sent };
        inside.any_name(info.body.root, &vocab::is_address)
    }

    fn any_name(&self, root: ExprId, test: &dyn Fn(&str) -> bool) -> bool {
        let mut found = false;
        self.info.ir.for_each_expr(root, &mut |e| match &self.info.ir.exprs[e].kind {
            ExprKind::Path(path) => found |= path.segments.iter().any(|s| test(s.name.sym.as_str())),
            ExprKind::MethodCall { method, .. } => found |= test(method.sym.as_str()),
            ExprKind::Field { name, .. } => found |= test(name.sym.as_str()),
            _ => {}
        });
        found
    }
}

/// What a value of this kind says if it is there.
pub(super) fn taint_of(kind: ExtractorKind) -> Option<Taint> {
    match kind {
        ExtractorKind::Optional => Some(Taint { proof: Proof::Verified, handle: false }),
        ExtractorKind::Credential => Some(Taint { proof: Proof::Presence, handle: false }),
        ExtractorKind::Session | ExtractorKind::SignedJar => {
            Some(Taint { proof: Proof::Presence, handle: true })
        }
        ExtractorKind::Guard
        | ExtractorKind::Transparent
        | ExtractorKind::Inserted
        | ExtractorKind::Other => None,
    }
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}
