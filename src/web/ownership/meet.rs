//! Where who asks and identifiers of the request meet in a body.
//!
//! Each expression has a mask of what it is made of, computed from its parts; variables take the mask of what is bound to
//! them, until nothing changes. Blocks are worth their last expression and conditions nothing, so that what only stands in
//! the same branch does not meet. What writes to a log or an audit trail is left out.
//!
//! ```text
//! let note = notes.find(id).await?;          note: THING
//! if note.owner != user.id { .. }            THING | WHO: a comparison, a strong tie
//! ```

use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::framework::ExtractorKind;
use crate::ir::{Block, ExprId, ExprKind, LoopKind, PatId, PatKind, Stmt};
use crate::resolve::Res;
use crate::types::{Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::identity::call_name;
use crate::web::ownership::words;
use crate::web::permission::bound;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;

/// Made of who asks.
pub(super) const WHO: u8 = 1;
/// Made of an identifier of the request.
pub(super) const THING: u8 = 2;
/// Made of both.
pub(super) const BOTH: u8 = WHO | THING;

/// Variables are followed through this many others.
const ROUNDS: usize = 4;
/// Parts of parts are looked through this far.
const MAX_CHAIN: usize = 16;

/// A variable, with the names of the fields behind it: `form.owner.id`.
pub(super) type Place = (PatId, String);

/// What the variables and expressions of a body are made of.
pub(super) struct Meeting<'s, 'w, 'a> {
    pub(super) judge: &'s Judge<'w, 'a>,
    pub(super) info: &'s BodyInfo<'a>,
    /// Names that the path gives to its variable parts.
    names: &'s [String],
    pub(super) locals: FxHashMap<PatId, u8>,
    /// Variables that are what the client sent, as it was sent.
    sent: FxHashSet<PatId>,
    /// Parts of the program that the handler is given: `pool: Data<Pool>`.
    plumbing: FxHashSet<PatId>,
    /// Parameters that hold the whole request, or what a framework keeps beside it.
    requests: FxHashSet<PatId>,
    /// Places of the request that are as good as who asks.
    claimed: FxHashSet<Place>,
    /// Whether a parameter that cannot be judged is read.
    pub(super) unknown: bool,
    /// All expressions but those of logs, parents first.
    pub(super) order: Vec<ExprId>,
    masks: FxHashMap<ExprId, u8>,
    /// What variables are bound to.
    pub(super) values: FxHashMap<PatId, ExprId>,
    pub(super) depth: usize,
    /// Calls in which who asks and an identifier are known to meet or not.
    pub(super) known_apart: RefCell<FxHashMap<ExprId, u8>>,
}

/// What a parameter of a handler is.
pub(super) enum Param {
    Who,
    Sent,
    Plumbing,
    Opaque,
}

impl<'s, 'w, 'a> Meeting<'s, 'w, 'a> {
    pub(super) fn new(
        judge: &'s Judge<'w, 'a>,
        info: &'s BodyInfo<'a>,
        names: &'s [String],
        depth: usize,
    ) -> Self {
        Meeting {
            judge,
            info,
            names,
            locals: FxHashMap::default(),
            sent: FxHashSet::default(),
            plumbing: FxHashSet::default(),
            requests: FxHashSet::default(),
            claimed: FxHashSet::default(),
            unknown: false,
            order: order(info),
            masks: FxHashMap::default(),
            values: FxHashMap::default(),
            depth,
            known_apart: RefCell::default(),
        }
    }

    /// A handler, by its parameters.
    pub(super) fn of_handler(
        judge: &'s Judge<'w, 'a>,
        info: &'s BodyInfo<'a>,
        params: &[(PatId, Ty)],
        names: &'s [String],
    ) -> Self {
        Meeting::claiming(judge, info, params, names, FxHashSet::default())
    }

    /// A handler in which some places of the request are known to be who asks.
    pub(super) fn claiming(
        judge: &'s Judge<'w, 'a>,
        info: &'s BodyInfo<'a>,
        params: &[(PatId, Ty)],
        names: &'s [String],
        claimed: FxHashSet<Place>,
    ) -> Self {
        let mut out = Meeting::new(judge, info, names, 0);
        out.claimed = claimed;
        for (pat, ty) in params {
            out.param(*pat, ty);
        }
        out.settle();
        out
    }

    fn param(&mut self, pat: PatId, ty: &Ty) {
        let named = |name: &str| self.names.iter().any(|n| n == name);
        let names = self.bindings(pat);
        let in_path = names.iter().any(|(_, n)| named(n) || words::is_identifier(n));
        if self.judge.holds_request(ty) && !in_path {
            self.requests.extend(names.iter().map(|(local, _)| *local));
        }
        match kind_of_param(self.judge, ty, in_path) {
            Param::Who if self.judge.asks_more(ty) => self.unknown = true,
            Param::Who => self.locals.extend(bound(self.info, pat).into_iter().map(|p| (p, WHO))),
            Param::Sent => {
                for (local, name) in names {
                    self.sent.insert(local);
                    let mask = if self.is_identifier(&name) || is_path_value(&name, ty) {
                        THING
                    } else {
                        self.mask_of_struct(ty)
                    };
                    self.locals.insert(local, mask | self.claim_of(&(local, String::new())));
                }
            }
            Param::Plumbing => self.plumbing.extend(names.into_iter().map(|(local, _)| local)),
            Param::Opaque => {
                let all = bound(self.info, pat);
                self.unknown |= self.info.locals().any(|l| all.contains(&l));
            }
        }
    }

    /// The variables of a pattern with their names.
    fn bindings(&self, pat: PatId) -> Vec<(PatId, String)> {
        let mut out = Vec::new();
        self.info.ir.for_each_pat(pat, &mut |p| {
            if let PatKind::Bind { name, .. } = &self.info.ir.pats[p].kind {
                out.push((p, name.sym.to_string()));
            }
        });
        out
    }

    fn is_identifier(&self, name: &str) -> bool {
        words::is_identifier(name) || self.names.iter().any(|n| n == name)
    }

    fn claim_of(&self, place: &Place) -> u8 {
        if self.claimed.contains(place) { WHO } else { 0 }
    }

    /// What is sent as a whole is an identifier if one of its fields is.
    fn mask_of_struct(&self, ty: &Ty) -> u8 {
        let held = ty.peel().arg(0);
        let Some(id) = local_adt(ty).or_else(|| local_adt(&held)) else { return 0 };
        let fields = self.judge.world.cx.table.fields(id);
        if fields.iter().any(|(name, _)| self.is_identifier(name.as_str())) { THING } else { 0 }
    }

    /// Computes all masks.
    pub(super) fn settle(&mut self) {
        for _ in 0..ROUNDS {
            self.masks.clear();
            for i in (0..self.order.len()).rev() {
                let e = self.order[i];
                let mask = self.mask(e);
                if mask != 0 {
                    self.masks.insert(e, mask);
                }
            }
            if !self.bind_all() {
                break;
            }
        }
    }

    /// What an expression is made of.
    pub(super) fn of(&self, e: ExprId) -> u8 {
        self.masks.get(&e).copied().unwrap_or(0)
    }

    fn mask(&self, e: ExprId) -> u8 {
        let ir = self.info.ir;
        match &ir.exprs[e].kind {
            ExprKind::Path(_) => self.local(e).map_or(0, |pat| self.locals.get(&pat).copied().unwrap_or(0)),
            ExprKind::Block(Block { tail, .. }) | ExprKind::Async(Block { tail, .. }) => {
                tail.map_or(0, |t| self.of(t))
            }
            ExprKind::If { then, otherwise, .. } => self.of(*then) | otherwise.map_or(0, |o| self.of(o)),
            ExprKind::Match { arms, .. } => arms.iter().fold(0, |mask, arm| mask | self.of(arm.body)),
            ExprKind::Loop { .. } | ExprKind::Return(_) | ExprKind::Break(_) => 0,
            ExprKind::Field { base, name } => match self.place(*base) {
                // A part of the program beside who asks: `desk.pool`.
                _ if words::is_part_of_program(name.sym.as_str()) && self.of(*base) == WHO => 0,
                Some((root, front)) if self.sent.contains(&root) && !self.names_alone(root) => {
                    let place = (root, format!("{front}.{}", name.sym));
                    let thing = if self.is_identifier(name.sym.as_str()) { THING } else { 0 };
                    let claim = self.claim_of(&place);
                    if claim != 0 { claim } else { thing }
                }
                _ => self.of(*base),
            },
            _ if is_telling(self.info, e) => 0,
            _ if self.finds_who(e) => WHO,
            _ => {
                let mut mask = if self.finds_thing(e) { THING } else { 0 };
                ir.for_each_child(e, &mut |child| mask |= self.of(child));
                self.apart(e, mask)
            }
        }
    }

    /// Whether a variable is an identifier by itself, not a struct of several.
    fn names_alone(&self, pat: PatId) -> bool {
        match &self.info.ir.pats[pat].kind {
            PatKind::Bind { name, .. } => self.is_identifier(name.sym.as_str()),
            _ => false,
        }
    }

    pub(super) fn local(&self, e: ExprId) -> Option<PatId> {
        match self.info.names.exprs.get(&e)?.res {
            Res::Local(pat) => Some(pat),
            _ => None,
        }
    }

    /// The place that an expression reads, references and conversions aside.
    pub(super) fn place(&self, e: ExprId) -> Option<Place> {
        let mut at = e;
        let mut fields: Vec<String> = Vec::new();
        for _ in 0..MAX_CHAIN {
            at = match &self.info.ir.exprs[at].kind {
                ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
                ExprKind::Field { base, name } => {
                    // A wrapper is no place of its own: `path.0.id`.
                    if !name.sym.as_str().bytes().all(|b| b.is_ascii_digit()) {
                        fields.push(name.sym.to_string());
                    }
                    *base
                }
                ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => *receiver,
                ExprKind::Path(_) => {
                    let path: String = fields.iter().rev().map(|f| format!(".{f}")).collect();
                    return Some((self.local(at)?, path));
                }
                _ => return None,
            };
        }
        None
    }

    /// Whether a place is what the client sent, as it was sent; its last name.
    pub(super) fn sent_as(&self, e: ExprId) -> Option<(Place, String)> {
        let place = self.place(e).filter(|(root, _)| self.sent.contains(root))?;
        let name = match place.1.rsplit('.').next().filter(|last| !last.is_empty()) {
            Some(last) => last.to_owned(),
            None => self.bindings(place.0).into_iter().next()?.1,
        };
        Some((place, name))
    }

    /// Whether any variable has learned something.
    fn bind_all(&mut self) -> bool {
        let info = self.info;
        let mut changed = false;
        for i in 0..self.order.len() {
            let e = self.order[i];
            match &info.ir.exprs[e].kind {
                ExprKind::Block(block) | ExprKind::Async(block) => {
                    for stmt in &block.stmts {
                        if let Stmt::Let { pat, value: Some(value), .. } = stmt {
                            changed |= self.bind(*pat, *value);
                        }
                    }
                }
                ExprKind::Let { pat, value } => changed |= self.bind(*pat, *value),
                ExprKind::Match { scrutinee, arms } => {
                    for arm in arms {
                        changed |= self.bind(arm.pat, *scrutinee);
                    }
                }
                ExprKind::Loop { kind: LoopKind::For(pat, list), .. } => changed |= self.bind(*pat, *list),
                ExprKind::MethodCall { receiver, args, .. } => {
                    for &arg in args {
                        if let ExprKind::Closure { params, .. } = &info.ir.exprs[arg].kind {
                            for param in params {
                                changed |= self.bind(param.pat, *receiver);
                            }
                        }
                    }
                    if let Some(root) = self.made_here(*receiver) {
                        let mask = args.iter().fold(0, |mask, &arg| mask | self.of(arg));
                        changed |= self.learn(root, mask);
                    }
                }
                ExprKind::Assign { target, value, .. } => {
                    if let Some(pat) = self.local(*target) {
                        changed |= self.learn(pat, self.of(*value));
                    }
                }
                _ => {}
            }
        }
        changed
    }

    /// The variable behind a receiver, if it is no part of what handlers share: what was sent, or a value made in the body.
    pub(super) fn made_here(&self, receiver: ExprId) -> Option<PatId> {
        let (root, _) = self.place(receiver)?;
        let made = || match &self.info.ir.exprs[*self.values.get(&root)?].kind {
            // A store made of the pool is a part of the program too: `Notes::new(&pool)`.
            ExprKind::Call { args, .. } if !args.iter().any(|&arg| self.is_plumbing(arg)) => {
                call_name(self.info, self.values[&root]).filter(|name| words::is_constructor(name)).map(drop)
            }
            ExprKind::Macro(_) | ExprKind::Struct { .. } | ExprKind::Array(_) | ExprKind::Map(_) => Some(()),
            _ => None,
        };
        (self.sent.contains(&root) || made().is_some()).then_some(root)
    }

    /// Whether a variable is a parameter that holds the whole request.
    pub(super) fn is_whole(&self, pat: PatId) -> bool {
        self.requests.contains(&pat)
    }

    /// The names of identifiers that are parameters by themselves.
    pub(super) fn sent_alone(&self) -> Vec<String> {
        let alone = self.sent.iter().filter(|&&pat| self.names_alone(pat));
        alone.flat_map(|&pat| self.bindings(pat)).map(|(_, name)| name).collect()
    }

    /// Whether an expression is a part of the program that the handler is given.
    fn is_plumbing(&self, e: ExprId) -> bool {
        self.place(e).is_some_and(|(root, _)| self.plumbing.contains(&root))
    }

    fn bind(&mut self, pat: PatId, value: ExprId) -> bool {
        let names = self.bindings(pat);
        let whole = self.place(value).filter(|(root, path)| path.is_empty() && self.sent.contains(root));
        let mut changed = false;
        for (local, name) in names {
            self.values.insert(local, value);
            let mask = if whole.is_some() {
                changed |= self.sent.insert(local);
                let thing = if self.is_identifier(&name) { THING } else { self.of(value) };
                let claim = self.claim_of(&(local, String::new()));
                if claim != 0 { claim } else { thing }
            } else {
                self.of(value)
            };
            changed |= self.learn(local, mask);
        }
        changed
    }

    fn learn(&mut self, local: PatId, mask: u8) -> bool {
        let known = self.locals.entry(local).or_insert(0);
        let more = mask & !*known != 0;
        *known |= mask;
        more
    }
}

/// What a parameter is; `in_path` if it is named in the path of the route.
pub(super) fn kind_of_param(judge: &Judge<'_, '_>, ty: &Ty, in_path: bool) -> Param {
    let kind = judge.kind_of(ty).kind;
    if !matches!(kind, ExtractorKind::Other | ExtractorKind::Transparent) {
        return Param::Who;
    }
    let name = judge.type_name(ty);
    match ty.peel() {
        Ty::Prim(_) => Param::Sent,
        _ if judge.is_handed(ty) => Param::Who,
        _ if judge.is_sent_bare(ty) => Param::Sent,
        Ty::Adt(Res::Ext(ext), _) => match judge.world.rules.extractors.get(&ext.path) {
            _ if judge.is_service_request(ext.path) => Param::Sent,
            Some(ExtractorKind::Inserted) => Param::Who,
            Some(_) if judge.is_sent(ty) => Param::Sent,
            Some(_) => Param::Plumbing,
            None if in_path => Param::Sent,
            None if judge.is_sent(ty) || vocab::is_identity(&name) => Param::Opaque,
            None => Param::Plumbing,
        },
        Ty::Adt(Res::Def(_), _) if in_path || words::is_identifier(&name) => Param::Sent,
        Ty::Adt(Res::Def(_), _) if words::is_plumbing(&name) => Param::Plumbing,
        _ => Param::Opaque,
    }
}

/// The lone variable of an extractor of plain values: `path: Path<u64>`.
fn is_path_value(name: &str, ty: &Ty) -> bool {
    let inner = ty.peel().arg(0);
    matches!(name, "path" | "params" | "info")
        && (inner.is_scalar() || inner.is_text() || matches!(inner, Ty::Tuple(_)))
}

/// All expressions of a body, parents first, without what is only written to logs.
fn order(info: &BodyInfo<'_>) -> Vec<ExprId> {
    let mut out = Vec::new();
    let mut stack = vec![info.body.root];
    while let Some(e) = stack.pop() {
        out.push(e);
        if !is_telling(info, e) {
            info.ir.for_each_child(e, &mut |child| stack.push(child));
        }
    }
    out
}

/// Whether a call or macro only tells what happens.
fn is_telling(info: &BodyInfo<'_>, e: ExprId) -> bool {
    match &info.ir.exprs[e].kind {
        ExprKind::Macro(call) => call.path.last().is_some_and(|s| vocab::is_telling(s.name.sym.as_str())),
        _ => call_name(info, e).is_some_and(|name| words::is_record(&name)),
    }
}
