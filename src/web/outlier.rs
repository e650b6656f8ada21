//! Methods that act for somebody without the question that the methods beside them ask.
//!
//! ```text
//! impl Storage for Driver {
//!     fn put(&self, user: &User, ..)  { authorize(&user.session, Put)?;    self.backend.put(..) }
//!     fn del(&self, user: &User, ..)  { authorize(&user.session, Delete)?; self.backend.delete(..) }
//!     fn list(&self, user: &User, ..) { authorize(&user.session, List)?;   self.backend.list(..) }
//!     fn get(&self, user: &User, ..)  { self.backend.get(..) }             the outlier
//! }
//! ```
//!
//! This is how drivers of protocols, services and dispatchers look that no router names. A question is a function of the
//! workspace that is named for asking, refuses, and is given what a parameter says of who asks. Where most methods of one impl
//! ask the same one before they call a field of `self`, a method that takes the same parameter and calls the same field
//! without asking anything is told of.
//!
//! Absent on purpose: which permission is asked for; methods that hand the identity to the field where the others do not, for
//! the field may ask then; private methods, whose callers ask.

use rustc_hash::FxHashMap;

use crate::base::{Span, Symbol};
use crate::ir::{ExprId, ExprKind, PatId, Visibility};
use crate::resolve::{DefId, ImplId, body_of};
use crate::types::{Callee, local_adt};
use crate::web::guard::Judge;
use crate::web::identity::{asked, mentions};
use crate::web::permission::{add_aliases, awaited, bound};
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Outlier, WebCx};

/// So many methods of one impl ask,
const MIN_ASKING: usize = 3;
/// and this share, in percent, of those that ask or should.
const MIN_SHARE: usize = 50;
/// A question may be asked by what a method calls, and by what that calls.
const MAX_CALLS: usize = 2;
/// Receivers of receivers are looked through this far.
const MAX_CHAIN: usize = 8;

/// A method of an impl that has a parameter which says who asks.
struct Method {
    id: DefId,
    /// The types of its parameters.
    types: Vec<DefId>,
    /// The question it asks: the function, its place, and the type of the parameter it is asked about.
    question: Option<(DefId, Span, DefId)>,
    /// Whether it asks anything of what its parameters say.
    asks: bool,
    /// Calls of fields of `self`: the field, the place, whether a parameter that is asked about goes there.
    uses: Vec<(Symbol, Span, bool)>,
}

/// The impls in which many methods call something named for asking: few enough to look at closely. One walk over all bodies.
pub(super) fn candidates(cx: &WebCx<'_>) -> Vec<ImplId> {
    let (map, program) = (cx.types.map, cx.types.program);
    let asks = |&method: &DefId| {
        let body = body_of(program, map, method)?;
        let ir = program.file(body.file);
        let mut found = None;
        ir.for_each_expr(body.root, &mut |e| {
            let name = match &ir.exprs[e].kind {
                ExprKind::MethodCall { method, .. } => Some(method.sym),
                ExprKind::Path(path) => path.last().map(|s| s.name.sym),
                _ => None,
            };
            found = found.or(name.filter(|name| vocab::is_asking(name.as_str())));
        });
        found
    };
    let many = |id: &ImplId| map.impls[*id].items.values().filter_map(asks).count() >= MIN_ASKING;
    map.impls.iter().filter(|(_, data)| !data.in_test).map(|(id, _)| id).filter(many).collect()
}

/// The methods of these impls that do not ask, in the order of their places.
pub(super) fn find(judge: &Judge<'_, '_>, impls: &[ImplId]) -> Vec<Outlier> {
    let mut out: Vec<Outlier> = impls.iter().flat_map(|&id| in_impl(judge, id)).collect();
    out.sort_by_key(|o| (o.span.file, o.span.lo));
    out
}

fn in_impl(judge: &Judge<'_, '_>, id: ImplId) -> Vec<Outlier> {
    let mut ids: Vec<DefId> = judge.world.cx.map.impls[id].items.values().copied().collect();
    ids.sort();
    let methods: Vec<Method> = ids.into_iter().filter_map(|id| method(judge, id)).collect();
    let mut tally: FxHashMap<(DefId, DefId), Vec<&Method>> = FxHashMap::default();
    for method in &methods {
        if let Some((question, _, about)) = method.question {
            tally.entry((question, about)).or_default().push(method);
        }
    }
    let most = tally.into_iter().max_by_key(|(key, asking)| (asking.len(), std::cmp::Reverse(*key)));
    let Some(((question, about), asking)) = most.filter(|(_, asking)| asking.len() >= MIN_ASKING) else {
        return Vec::new();
    };
    let silent: Vec<(&Method, Span)> = methods
        .iter()
        .filter(|m| !m.asks && m.types.contains(&about) && !asks_through(judge, m.id, question, MAX_CALLS))
        .filter_map(|m| Some((m, unasked(judge, id, m, &asking)?)))
        .collect();
    if asking.len() * 100 < (asking.len() + silent.len()) * MIN_SHARE {
        return Vec::new();
    }
    silent.into_iter().filter_map(|(m, span)| outlier(judge, m, span, question, &asking)).collect()
}

fn outlier(
    judge: &Judge<'_, '_>,
    m: &Method,
    span: Span,
    question: DefId,
    asking: &[&Method],
) -> Option<Outlier> {
    let map = judge.world.cx.map;
    let name = |id: DefId| map.def(id).name.to_string();
    let head = judge.head(m.id);
    let nearest = asking.iter().min_by_key(|a| judge.head(a.id).lo.abs_diff(head.lo))?;
    let (_, asks_at, _) = nearest.question?;
    Some(Outlier {
        method: m.id,
        name: name(m.id),
        within: None,
        span,
        question: name(question),
        sibling: name(nearest.id),
        asks_at,
    })
}

/// The first call of a field that the others call only after they asked.
fn unasked(judge: &Judge<'_, '_>, id: ImplId, m: &Method, asking: &[&Method]) -> Option<Span> {
    let map = judge.world.cx.map;
    let def = map.def(m.id);
    let name = def.name.as_str();
    let private = judge.world.cx.program.file(def.file).items[def.item].vis == Visibility::Private;
    let others_read = || asking.iter().any(|a| vocab::is_reading(map.def(a.id).name.as_str()));
    if (private && !map.impls[id].of_trait) || vocab::is_public(name, None) {
        return None;
    }
    if vocab::is_reading(name) && !others_read() {
        return None;
    }
    let guarded = |field: Symbol, handed: bool| {
        let same = |a: &&&Method| {
            let asked_at = a.question.map_or(0, |(_, span, _)| span.lo);
            let mut uses = a.uses.iter().filter(|(f, ..)| *f == field).peekable();
            uses.peek().is_some() && uses.clone().all(|(_, span, _)| span.lo > asked_at)
        };
        let same: Vec<&&Method> = asking.iter().filter(same).collect();
        let hand_on = same.iter().flat_map(|a| &a.uses).any(|(f, _, handed)| *f == field && *handed);
        same.len() * 2 > asking.len() && (hand_on || !handed)
    };
    m.uses.iter().find(|(field, _, handed)| guarded(*field, *handed)).map(|(_, span, _)| *span)
}

fn method(judge: &Judge<'_, '_>, id: DefId) -> Option<Method> {
    let info = judge.world.body(id)?;
    let mut out = Method { id, types: Vec::new(), question: None, asks: false, uses: Vec::new() };
    let mut known: Vec<PatId> = Vec::new();
    for (pat, ty) in judge.params(id) {
        let Some(about) = local_adt(&ty) else { continue };
        let mut locals = bound(&info, pat);
        add_aliases(&info, &mut locals);
        out.types.push(about);
        if let Some((question, span)) = question(judge, &info, &locals) {
            out.question = out.question.or(Some((question, span, about)));
        }
        out.asks |= asked(judge, &info, &locals).is_some();
        known.extend(locals);
    }
    if out.types.is_empty() {
        return None;
    }
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if let ExprKind::MethodCall { receiver, args, .. } = &info.ir.exprs[e].kind
            && let Some(field) = field_of_self(&info, *receiver)
        {
            let handed = args.iter().any(|&arg| mentions(&info, arg, &known));
            out.uses.push((field, info.ir.exprs[e].span, handed));
        }
    });
    Some(out)
}

/// The first question of the workspace that one of the variables is handed to, with its place. What is made of the answer does
/// not matter here.
fn question<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, locals: &[PatId]) -> Option<(DefId, Span)> {
    let mut found: Option<(DefId, Span)> = None;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        if !matches!(info.ir.exprs[e].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. })
            || found.is_some()
        {
            return;
        }
        let Some(Callee::Def(def)) = judge.world.callee(info, awaited(info, e)) else { return };
        let name = judge.world.cx.map.def(def).name;
        if vocab::is_asking(name.as_str()) && mentions(info, e, locals) && judge.def_refuses(def, 2) {
            found = Some((def, info.ir.exprs[e].span));
        }
    });
    found
}

/// Whether something that a function calls asks the question.
pub(super) fn asks_through(judge: &Judge<'_, '_>, id: DefId, question: DefId, depth: usize) -> bool {
    let Some(info) = judge.world.body(id) else { return false };
    let mut found = false;
    info.ir.for_each_expr(info.body.root, &mut |e| {
        let is_call = matches!(info.ir.exprs[e].kind, ExprKind::Call { .. } | ExprKind::MethodCall { .. });
        if found || !is_call {
            return;
        }
        if let Some(Callee::Def(def)) = judge.world.callee(&info, e) {
            found = def == question || (depth > 0 && asks_through(judge, def, question, depth - 1));
        }
    });
    found
}

/// `storage` of `self.storage`, `self.storage.lock()` and `self.storage.clone()`.
fn field_of_self(info: &BodyInfo<'_>, receiver: ExprId) -> Option<Symbol> {
    let mut at = receiver;
    for _ in 0..MAX_CHAIN {
        match &info.ir.exprs[at].kind {
            ExprKind::Field { base, name } => {
                let ExprKind::Path(path) = &info.ir.exprs[*base].kind else { return None };
                return path.as_ident().is_some_and(|n| n.sym == "self").then_some(name.sym);
            }
            ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => at = *receiver,
            ExprKind::Await(inner) | ExprKind::Try(inner) => at = *inner,
            ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => at = *operand,
            _ => return None,
        }
    }
    None
}
