//! What handlers make of the identity that they take, and which of them drop it although their siblings ask.
//!
//! An identity is a parameter that says who asks: a type of the workspace that is a guard by itself, or one that a layer has
//! put beside the request (`Extension<Identity>`) and that is named like an identity. Of each is known whether the body
//! never reads it, reads it, or *asks*: it is part of what may end in a refusal.
//!
//! ```text
//! identity.require_admin()?;                        asked
//! if post.author != identity.id { return Err(Forbidden) }   asked
//! posts.of(identity.id)                             read
//! Extension(_identity): Extension<Identity>         dropped
//! ```
//!
//! A handler that drops it and refuses nobody is told of if the others say that this application does not work that way:
//! handlers beside it, under the same layers, ask, and few handlers of the application that change something drop it.
//! Absent on purpose: guards whose extraction is itself the question for a role.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{FileId, Span};
use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprId, ExprKind, PatId, PatKind, Stmt};
use crate::resolve::{DefId, Res};
use crate::types::{Callee, Ty, local_adt};
use crate::web::guard::Judge;
use crate::web::ownership;
use crate::web::permission::{add_aliases, awaited, bound};
use crate::web::protection::Judged;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Authorization, Dropped, Evidence, EvidenceKind, Sibling, Why};

/// So many handlers beside it ask,
const MIN_ASKING: usize = 2;
/// and this share, in percent, of those that ask, or change something and drop it.
const MIN_SHARE: usize = 50;
/// In all of the application, this share of what changes something does not drop the identity that it takes.
const MIN_KEEPING: usize = 75;
/// Where a field of the request says who does it, so many handlers of the application read the identity.
const MIN_READING: usize = 3;
/// Where nobody beside it asks, so many handlers of the application under the same layers ask for a role,
const MIN_ELSEWHERE: usize = 6;
/// in so many files,
const MIN_FILES: usize = 2;
/// and this share, in percent, of those that change something does not drop the identity.
const MIN_KEEPING_ELSEWHERE: usize = 60;

/// An identity that a handler takes.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    /// Its type.
    pub(super) name: String,
    /// The parameter.
    pub(super) span: Span,
    pub(super) used: Used,
}

impl Identity {
    /// Whether the body never reads it.
    pub(super) fn is_dropped(&self) -> bool {
        matches!(self.used, Used::Dropped)
    }
}

/// What a body makes of an identity.
#[derive(Clone, Debug)]
pub(super) enum Used {
    Dropped,
    Read,
    Asked(Evidence),
}

/// The identities among the parameters of a handler.
pub(super) fn identities<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    params: &[(PatId, Ty)],
    spans: &[Span],
) -> Vec<Identity> {
    let mut out = Vec::new();
    for ((pat, ty), &span) in params.iter().zip(spans) {
        if let Some(name) = identity_type(judge, ty) {
            out.push(Identity { name, span, used: used(judge, info, *pat) });
        }
    }
    out
}

/// The name of the type, if a value of it says who asks.
fn identity_type(judge: &Judge<'_, '_>, ty: &Ty) -> Option<String> {
    let kind = judge.kind_of(ty);
    if kind.kind == ExtractorKind::Guard {
        local_adt(ty)?;
        return (!kind.role && !kind.conditional).then(|| judge.type_name(ty));
    }
    if judge.is_handed(ty) {
        return Some(judge.type_name(ty));
    }
    let path = judge.world.ext_type(ty)?;
    if judge.world.rules.extractors.get(&path) != Some(&ExtractorKind::Inserted) {
        return None;
    }
    let inner = ty.peel().arg(0);
    local_adt(&inner)?;
    let name = judge.type_name(&inner);
    vocab::is_identity(&name).then_some(name)
}

impl Judge<'_, '_> {
    /// Notes the types of what a handler is given by conditions that stand before it: `path("me").and(account()).and_then(rename)`.
    /// They are named for somebody, and no client sends them.
    pub(super) fn note_handed(&self, function: DefId) {
        for (_, ty) in self.params(function) {
            let named = |id: &DefId| {
                let name = self.world.cx.map.def(*id).name.as_str();
                (vocab::is_identity(name) || vocab::is_somebody(name)) && !vocab::is_nobody(name)
            };
            let id = local_adt(&ty).filter(named).filter(|&id| !self.derives(id, "Deserialize"));
            self.handed.borrow_mut().extend(id);
        }
    }

    /// Whether a parameter of this type is given by what stands before a handler.
    pub(super) fn is_handed(&self, ty: &Ty) -> bool {
        local_adt(ty).is_some_and(|id| self.handed.borrow().contains(&id))
    }

    /// Whether a parameter of this type is what a client sent, where handlers take it without a wrapper.
    pub(super) fn is_sent_bare(&self, ty: &Ty) -> bool {
        let bare = !self.handed.borrow().is_empty();
        local_adt(ty).is_some_and(|id| bare && self.derives(id, "Deserialize"))
    }

    /// Whether a type has a derive.
    pub(super) fn derives(&self, id: DefId, name: &str) -> bool {
        let def = self.world.cx.map.def(id);
        let item = &self.world.cx.program.file(def.file).items[def.item];
        let derives = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
        derives.filter_map(|a| a.name).any(|n| n.as_str().rsplit("::").next() == Some(name))
    }

    /// Whether a parameter of this type says who asks, or that nobody is known.
    pub(super) fn says_who(&self, ty: &Ty) -> bool {
        let path = self.world.ext_type(ty);
        let inserted =
            path.is_some_and(|path| self.world.rules.extractors.get(&path) == Some(&ExtractorKind::Inserted));
        if !inserted {
            return identity_type(self, ty).is_some();
        }
        let held = ty.peel().arg(0);
        let optional = self.world.ext_type(&held).is_some_and(|p| p == "std::option::Option");
        let held = if optional { held.arg(0) } else { held };
        local_adt(&held).is_some() && vocab::is_identity(&self.type_name(&held))
    }
}

fn used<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, pat: PatId) -> Used {
    let mut locals = bound(info, pat);
    let named = |p: &PatId| match &info.ir.pats[*p].kind {
        PatKind::Bind { name, .. } => !name.sym.as_str().starts_with('_'),
        _ => false,
    };
    if !locals.iter().any(named) && !mentions(info, info.body.root, &locals) {
        return Used::Dropped;
    }
    add_aliases(info, &mut locals);
    asked(judge, info, &locals).map_or(Used::Read, Used::Asked)
}

/// The first place where one of the variables is part of what may end in a refusal.
pub(super) fn asked<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, locals: &[PatId]) -> Option<Evidence> {
    let mut found: Option<Evidence> = None;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if found.is_some() {
            return;
        }
        if let Some((name, at)) = asks_here(judge, info, e, locals) {
            found = Some(Evidence { kind: EvidenceKind::Body, name, span: info.ir.exprs[at].span });
        }
    });
    found
}

/// All places where one of the variables is part of what may end in a refusal, each name once.
pub(super) fn questions<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, locals: &[PatId]) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = Vec::new();
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if let Some((name, at)) = asks_here(judge, info, e, locals)
            && out.iter().all(|known| known.name != name)
        {
            out.push(Evidence { kind: EvidenceKind::Body, name, span: info.ir.exprs[at].span });
        }
    });
    out
}

fn asks_here<'a>(
    judge: &Judge<'_, 'a>,
    info: &BodyInfo<'a>,
    e: ExprId,
    locals: &[PatId],
) -> Option<(String, ExprId)> {
    let about = |e: ExprId| mentions(info, e, locals);
    let refuses = |e: ExprId| refuses_in(judge, info, e);
    let condition = |at: ExprId| Some((role_in(info, at).unwrap_or_else(|| "a condition".to_owned()), at));
    match &info.ir.exprs[e].kind {
        ExprKind::Try(inner) => {
            let call = awaited(info, *inner);
            let name = call_name(info, call)?;
            (about(call) && may_refuse(judge, info, call, &name)).then_some((name, call))
        }
        ExprKind::If { cond, then, otherwise } => {
            let ends = || refuses(*then) || otherwise.is_some_and(refuses);
            (about(*cond) && ends()).then(|| condition(*cond))?
        }
        ExprKind::Match { scrutinee, arms } => {
            (about(*scrutinee) && arms.iter().any(|arm| refuses(arm.body))).then(|| condition(*scrutinee))?
        }
        ExprKind::Block(block) | ExprKind::Async(block) => block.stmts.iter().find_map(|stmt| match stmt {
            Stmt::Let { value: Some(value), otherwise: Some(otherwise), .. }
                if about(*value) && refuses(*otherwise) =>
            {
                condition(*value)
            }
            _ => None,
        }),
        _ => None,
    }
}

/// The role that a condition asks for: `is_admin` of `!identity.is_admin`.
fn role_in(info: &BodyInfo<'_>, cond: ExprId) -> Option<String> {
    let mut found = None;
    info.ir.for_each_expr(cond, &mut |e| {
        let name = match &info.ir.exprs[e].kind {
            ExprKind::Field { name, .. } => name,
            ExprKind::MethodCall { method, .. } => method,
            _ => return,
        };
        if found.is_none() && vocab::is_role(name.sym.as_str()) {
            found = Some(name.sym.to_string());
        }
    });
    found
}

/// Whether something below an expression refuses.
pub(super) fn refuses_in<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, e: ExprId) -> bool {
    let mut found = false;
    info.ir.for_each_expr(e, &mut |part| found = found || judge.refuses_here(info, part, 2));
    found
}

/// The name of what is called.
pub(super) fn call_name(info: &BodyInfo<'_>, call: ExprId) -> Option<String> {
    match &info.ir.exprs[call].kind {
        ExprKind::MethodCall { method, .. } => Some(method.sym.to_string()),
        ExprKind::Call { callee, .. } => match &info.ir.exprs[*callee].kind {
            ExprKind::Path(path) => path.last().map(|s| s.name.sym.to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a call whose failure leaves the function is a question: it is named for it, or what it calls refuses.
fn may_refuse<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, call: ExprId, name: &str) -> bool {
    vocab::is_asking(name)
        || vocab::is_role(name)
        || match judge.world.callee(info, call) {
            Some(Callee::Def(def)) => judge.def_refuses(def, 2),
            _ => false,
        }
}

/// Whether one of the variables occurs in an expression.
pub(super) fn mentions(info: &BodyInfo<'_>, root: ExprId, locals: &[PatId]) -> bool {
    let mut found = false;
    info.ir.for_each_expr(root, &mut |e| {
        let local = info.names.exprs.get(&e).map(|found| &found.res);
        found |= matches!(local, Some(Res::Local(pat)) if locals.contains(pat));
    });
    found
}

/// Handlers of one identity, by their heads: a handler of several routes counts once.
#[derive(Default)]
struct Tally<'j> {
    asking: Vec<&'j Judged>,
    reading: usize,
    dropping: usize,
    seen: FxHashSet<Span>,
}

impl<'j> Tally<'j> {
    fn add(&mut self, judged: &'j Judged, identity: &Identity) {
        if !self.seen.insert(judged.route.handler_span) {
            return;
        }
        match identity.used {
            // What refuses in another way neither drops nor asks.
            Used::Dropped => self.dropping += usize::from(judged.route.writes() && !judged.refuses),
            Used::Read => self.reading += 1,
            Used::Asked(_) => self.asking.push(judged),
        }
    }
}

/// For each route the identity that its handler drops, if its siblings make one expect that it asks.
pub(super) fn dropped(judged: &[Judged]) -> Vec<Option<Dropped>> {
    let mut everywhere: FxHashMap<&str, Tally<'_>> = FxHashMap::default();
    let mut beside: FxHashMap<(&str, FileId), Vec<(&Judged, &Identity)>> = FxHashMap::default();
    for one in judged.iter().filter(|j| !j.route.in_test) {
        for identity in &one.identities {
            let name = identity.name.as_str();
            if one.route.writes() {
                everywhere.entry(name).or_default().add(one, identity);
            }
            beside.entry((name, one.route.handler_span.file)).or_default().push((one, identity));
        }
    }
    let mut files: FxHashMap<FileId, Vec<&Judged>> = FxHashMap::default();
    for one in judged.iter().filter(|j| !j.route.in_test) {
        files.entry(one.route.handler_span.file).or_default().push(one);
    }
    let mut out = Vec::new();
    for one in judged {
        if let Some(siblings) = files.get(&one.route.handler_span.file)
            && let Some(found) = left_out(one, siblings).filter(|_| one.route.writes() && !one.route.in_test)
        {
            out.push(Some(found));
            continue;
        }
        let identity = sole_dropped(one).filter(|_| one.route.writes() && !one.route.in_test);
        out.push(identity.and_then(|identity| {
            let siblings = &beside[&(identity.name.as_str(), one.route.handler_span.file)];
            let all = everywhere.get(identity.name.as_str());
            judge_one(one, identity, all, siblings).or_else(|| named_instead(one, identity, all?, siblings))
        }));
    }
    out
}

/// The identity of a handler that drops all that it takes and asks in no other way.
fn sole_dropped(judged: &Judged) -> Option<&Identity> {
    let all = judged.identities.iter().all(Identity::is_dropped);
    let asks = judged.route.authorization != Authorization::None || judged.refuses;
    judged.identities.first().filter(|_| all && !asks)
}

fn judge_one(
    one: &Judged,
    identity: &Identity,
    everywhere: Option<&Tally<'_>>,
    siblings: &[(&Judged, &Identity)],
) -> Option<Dropped> {
    let mut tally = Tally::default();
    for (sibling, identity) in siblings {
        if covers(sibling, one) {
            tally.add(sibling, identity);
        }
    }
    let (asking, dropping) = (tally.asking.len(), tally.dropping);
    let beside = asking >= MIN_ASKING && asking * 100 >= (asking + dropping) * MIN_SHARE;
    let keeps = |share: usize| {
        everywhere.is_some_and(|all| {
            let keeping = all.asking.len() + all.reading;
            keeping * 100 >= (keeping + all.dropping) * share || all.dropping == 1
        })
    };
    let nearest = |j: &&&Judged| j.route.handler_span.lo.abs_diff(one.route.handler_span.lo);
    let sibling = match beside {
        true if keeps(MIN_KEEPING) => tally.asking.iter().min_by_key(nearest).copied(),
        false if asking == 0 && keeps(MIN_KEEPING_ELSEWHERE) => {
            everywhere.and_then(|all| role_elsewhere(one, all))
        }
        _ => None,
    }?;
    let guard = sibling.identities.iter().find_map(|i| match &i.used {
        Used::Asked(evidence) => Some(evidence.clone()),
        _ => None,
    })?;
    let Judged { route, .. } = sibling;
    let sibling = Sibling {
        handler: route.handler.clone(),
        route_span: route.route_span,
        handler_span: route.handler_span,
        guard,
    };
    Some(Dropped { name: identity.name.clone(), span: identity.span, taken: true, why: Why::Asks(sibling) })
}

/// A handler that lets a field of the request say who does it, where most of the application, and of the handlers beside it, read
/// the identity. What the path names is what is changed.
fn named_instead(
    one: &Judged,
    identity: &Identity,
    all: &Tally<'_>,
    siblings: &[(&Judged, &Identity)],
) -> Option<Dropped> {
    let ownership = one.ownership.as_ref().filter(|o| !o.unknown && o.writes.is_some())?;
    let most = |keeping: usize, dropping: usize| {
        keeping >= MIN_READING && keeping * 100 >= (keeping + dropping) * MIN_KEEPING_ELSEWHERE
    };
    // A field that is called like the type says more than the handlers beside it.
    let dropping = siblings.iter().filter(|(_, identity)| identity.is_dropped()).count();
    let usual = most(all.asking.len() + all.reading, all.dropping);
    let beside = most(siblings.len() - dropping, dropping);
    let in_path = ownership::names_in(one.route.path.as_deref());
    let says_who = |field: &&String| {
        let same = vocab::shares_word(field, &identity.name);
        !in_path.contains(field) && (same || beside && vocab::is_doer(field))
    };
    let field = ownership.fields.iter().find(says_who).filter(|_| usual)?;
    let why = Why::Named(field.clone());
    Some(Dropped { name: identity.name.clone(), span: identity.span, taken: true, why })
}

/// A handler that takes no identity and lets a field of the request say who does it, where all handlers beside it, under the same
/// layers, read the identity that is called like the field.
fn left_out(one: &Judged, siblings: &[&Judged]) -> Option<Dropped> {
    let ownership = one.ownership.as_ref().filter(|o| !o.unknown && !o.asks && o.tie.is_none())?;
    let quiet = one.identities.is_empty() && one.checks.is_empty() && !one.refuses;
    if !quiet || ownership.writes.is_none() || one.route.authorization != Authorization::None {
        return None;
    }
    let beside = |other: &&Judged| {
        covers(other, one) && covers(one, other) && other.route.handler_span != one.route.handler_span
    };
    let others: Vec<&Judged> = siblings.iter().copied().filter(beside).collect();
    let identity = others.iter().find_map(|other| other.identities.first())?;
    let reads = |other: &Judged| other.identities.iter().any(|i| i.name == identity.name && !i.is_dropped());
    let all_read = others.len() >= MIN_READING && others.iter().all(|other| reads(other));
    let in_path = ownership::names_in(one.route.path.as_deref());
    let says_who = |field: &&String| !in_path.contains(field) && vocab::shares_word(field, &identity.name);
    let field = ownership.fields.iter().find(says_who).filter(|_| all_read)?;
    let (name, why) = (identity.name.clone(), Why::Named(field.clone()));
    Some(Dropped { name, span: one.route.handler_span, taken: false, why })
}

/// The first of the handlers in other files that ask the identity for a role, if many do: where there are roles, a handler that
/// changes something and does not know for whom changes it for all.
fn role_elsewhere<'j>(one: &Judged, all: &Tally<'j>) -> Option<&'j Judged> {
    let asks_role = |j: &&Judged| {
        j.identities.iter().any(|i| match &i.used {
            Used::Asked(found) => vocab::is_role(&found.name) && is_question(&found.name),
            _ => false,
        })
    };
    let asking: Vec<&Judged> =
        all.asking.iter().copied().filter(|j| asks_role(j) && covers(j, one)).collect();
    let files: FxHashSet<FileId> = asking.iter().map(|j| j.route.handler_span.file).collect();
    let many = asking.len() >= MIN_ELSEWHERE && files.len() >= MIN_FILES;
    asking.into_iter().next().filter(|_| many)
}

fn is_question(name: &str) -> bool {
    vocab::is_asking(name) || vocab::is_permission_question(name) || name.starts_with("is_")
}

/// Whether all layers around `one` are around `sibling` too, so that it does not ask for what a layer of `one` has asked.
fn covers(sibling: &Judged, one: &Judged) -> bool {
    one.layers.iter().all(|layer| sibling.layers.contains(layer))
}
