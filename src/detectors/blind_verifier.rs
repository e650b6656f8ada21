//! A hand-written verifier that accepts anything, judged by its body.
//!
//! A trait whose method decides about a peer has a row with a role at `impl.return`. An implementation in the scanned code is blind
//! if it says yes on every path: `Ok(..)` and nothing else, or, where the row asks for it, `Ok(true)` or `Ok(Auth::Accept)`. One that compares, pins
//! or delegates has another path; unless it delegates and takes the error for a yes that the certificate is for another host. The lints are those of [`constant_bound`](super::constant_bound) that have the role.
//!
//! Where the user of the program chose it (`if args.insecure { .. Arc::new(AcceptAny) .. }`), it is of low confidence: every
//! value of the type that is made outside of tests is then made under a [condition](super::condition), or in a function that is
//! [called](super::callers) only under one. Of several blind methods of one type the first is reported.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Span;
use crate::catalog::{AccessPath, Api, Condition, Detector, Lint, Role, RoleAt};
use crate::detectors::callers::{FIXED, Known, Question};
use crate::detectors::condition::{Flag, choice_around, flag_around};
use crate::detectors::{BodyCx, Context};
use crate::finding::{Confidence, Finding, Label};
use crate::flow::{Value, accepts_in, holds};
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::{DefId, DefKind, Ext, ImplId, Res};
use crate::types::Ty;

/// Types of the workspace that decide about a peer.
pub struct Verifiers(FxHashSet<DefId>);

/// What one body has to do with them.
#[derive(Default)]
pub struct Seen {
    /// Values that are made, with the condition that the user chose.
    made: Vec<Made>,
    /// Findings about methods of a type, with the lint.
    blind: Vec<(DefId, Finding)>,
}

/// A value of a type.
struct Made {
    ty: DefId,
    chosen: Option<String>,
    /// The parameter that alone decides.
    flag: Option<Flag>,
    /// Where it is made.
    within: DefId,
}

impl Verifiers {
    /// The types with an implementation of a method that has a role.
    pub fn new(cx: &Context<'_>) -> Verifiers {
        let judged = cx.map.impls.iter().filter(|(_, data)| {
            data.items.keys().any(|&name| {
                ext_of(cx, data.trait_.as_ref()).is_some_and(|t| {
                    cx.types().externals.rows(&t.join(name)).iter().any(|api| role_of(api).is_some())
                })
            })
        });
        Verifiers(judged.filter_map(|(id, _)| self_type(cx, id)).collect())
    }

    /// What a body has to do with them.
    pub fn in_body(&self, body: &BodyCx<'_>) -> Seen {
        if self.0.is_empty() {
            return Seen::default();
        }
        let made = body.exprs().filter_map(|id| {
            let ty = self.made_by(body, id)?;
            let chosen = choice_around(body, id).map(|cond| body.snippet(cond));
            Some(Made { ty, chosen, flag: flag_around(body, id), within: body.def })
        });
        let in_test = body.cx.map.def(body.def).in_test;
        Seen { made: made.filter(|_| !in_test).collect(), blind: blind(body) }
    }

    fn made_by(&self, body: &BodyCx<'_>, id: ExprId) -> Option<DefId> {
        let Ty::Adt(Res::Def(def), _) = body.types.of(id) else { return None };
        let makes = matches!(body.kind(id), ExprKind::Struct { .. } | ExprKind::Call { .. })
            || matches!(body.kind(id), ExprKind::Path(_))
                && matches!(body.names.exprs.get(&id), Some(found) if found.res == Res::Def(*def));
        // A constructor makes it for its caller.
        let own = owner(body).and_then(|imp| self_type(body.cx, imp));
        (makes && self.0.contains(def) && own != Some(*def)).then_some(*def)
    }
}

/// What is asked of those who call the functions that make values of blind types: whether the user chose that, or whether the
/// parameter is open under which they do.
pub fn questions<'s>(
    seen: impl Iterator<Item = &'s Seen> + Clone,
) -> impl Iterator<Item = (DefId, Question)> {
    let blind: FxHashSet<DefId> =
        seen.clone().flat_map(|one| one.blind.iter().map(|(def, _)| *def)).collect();
    let made = seen.flat_map(|one| &one.made);
    made.filter(move |made| blind.contains(&made.ty)).filter_map(|made| {
        let question = match made.chosen {
            None => Some(Question::Chosen),
            Some(_) => made.flag.map(Question::Open),
        };
        Some((made.within, question?))
    })
}

/// The findings of all bodies, by type one, with confidence by where its values are made.
pub fn settle(seen: Vec<Seen>, known: &Known) -> Vec<Finding> {
    let mut made: FxHashMap<DefId, Vec<Option<String>>> = FxHashMap::default();
    let mut fixed: FxHashMap<DefId, Span> = FxHashMap::default();
    let mut blind = Vec::new();
    for one in seen {
        for value in one.made {
            let place = value.flag.and_then(|flag| known.refused(value.within, Question::Open(flag)));
            if let Some(place) = place {
                let first = fixed.entry(value.ty).or_insert(place);
                *first = place.min(*first);
            }
            let called = || known.answer(value.within, Question::Chosen).map(str::to_owned);
            let chosen = if place.is_some() { None } else { value.chosen.or_else(called) };
            made.entry(value.ty).or_default().push(chosen);
        }
        blind.extend(one.blind);
    }
    blind.sort_by_key(|(def, finding)| (*def, finding.primary.span));
    blind.dedup_by(|b, a| a.0 == b.0 && a.1.lint == b.1.lint);
    let weigh = |(def, mut finding): (DefId, Finding)| {
        let conditions = made.get(&def).map_or(&[][..], Vec::as_slice);
        if let Some(Some(first)) = conditions.iter().min()
            && conditions.iter().all(Option::is_some)
        {
            finding.confidence = Confidence::Low;
            finding.notes.push(format!("it is made only under the condition `{first}`"));
        }
        finding.context.extend(fixed.get(&def).map(|&place| Label::new(place, FIXED)));
        finding
    };
    blind.into_iter().map(weigh).collect()
}

fn owner(body: &BodyCx<'_>) -> Option<ImplId> {
    if let DefKind::Method(imp) = body.cx.map.def(body.def).kind { Some(imp) } else { None }
}

fn self_type(cx: &Context<'_>, imp: ImplId) -> Option<DefId> {
    if let Some(Res::Def(def)) = cx.map.impls[imp].self_ty { Some(def) } else { None }
}

fn ext_of(cx: &Context<'_>, trait_: Option<&Res>) -> Option<Ext> {
    if let Some(Res::Ext(ext)) = trait_ { Some(cx.types().externals.canonical(ext)) } else { None }
}

fn role_of(api: &Api) -> Option<&RoleAt> {
    api.roles.iter().find(|r| r.at == AccessPath::ImplReturn)
}

fn blind(body: &BodyCx<'_>) -> Vec<(DefId, Finding)> {
    let cx = body.cx;
    let found = || Some((self_type(cx, owner(body)?)?, body.role_of_implementation()?.1));
    let Some((def, role)) = found() else { return Vec::new() };
    if says_yes(body, role) {
        return lints_of(cx, role.role).map(|lint| (def, report(body, lint, role))).collect();
    }
    let Some(error) = forgiven(body) else { return Vec::new() };
    lints_of(cx, role.role).map(|lint| (def, forgives(body, lint, error))).collect()
}

fn lints_of<'a>(cx: &'a Context<'_>, role: Role) -> impl Iterator<Item = &'a Lint> {
    let judges = move |lint: &&Lint| matches!(&lint.detector, Detector::ConstantBound(wanted) if wanted.roles.contains(&role));
    cx.catalog.lints.values().filter(judges)
}

/// The pattern of the error that a certificate is for another host, where such a certificate is accepted whatever else there is:
/// `Err(Error::InvalidCertificate(CertificateError::NotValidForName)) => Ok(..)`.
fn forgiven(body: &BodyCx<'_>) -> Option<PatId> {
    let named = |pat: PatId| {
        let mut found = None;
        body.ir.for_each_pat(pat, &mut |part| found = found.or(is_name_mismatch(body, part).then_some(part)));
        found
    };
    let accepted = |pat: PatId, branch: ExprId| named(pat).filter(|_| accepts_in(body.ir, branch));
    // Under another condition it is a mode that somebody chose.
    body.exprs().filter(|&id| !is_conditional(body, id)).find_map(|id| match body.kind(id) {
        ExprKind::Match { arms, .. } => {
            arms.iter().filter(|arm| arm.guard.is_none()).find_map(|arm| accepted(arm.pat, arm.body))
        }
        ExprKind::If { cond, then, .. } => match body.kind(*cond) {
            ExprKind::Let { pat, .. } => accepted(*pat, *then),
            _ => None,
        },
        _ => None,
    })
}

fn is_conditional(body: &BodyCx<'_>, id: ExprId) -> bool {
    let mut around = std::iter::successors(body.parent(id), |&at| body.parent(at));
    around.any(|at| matches!(body.kind(at), ExprKind::If { .. } | ExprKind::Match { .. }))
}

fn is_name_mismatch(body: &BodyCx<'_>, pat: PatId) -> bool {
    let Some(Res::Ext(ext)) = body.names.pats.get(&pat).map(|found| &found.res) else { return false };
    let externals = body.cx.types().externals;
    let rows = externals.rows(&externals.canonical(ext));
    rows.iter().flat_map(|api| &api.roles).any(|r| r.role.as_str() == "tls/name-mismatch")
}

fn forgives(body: &BodyCx<'_>, lint: &Lint, error: PatId) -> Finding {
    let name = body.cx.map.def(body.def).name;
    let message = format!("`{name}` accepts the certificate of another host");
    let mut finding = body.finding(lint, body.ir.pats[error].span, "taken for a yes", message);
    finding.confidence = Confidence::Medium;
    finding
        .notes
        .push("whoever has any certificate of a trusted authority can take the place of the peer".to_owned());
    finding.help.push(
        "give the verifier the name that the certificate is for, or compare the certificate itself"
            .to_owned(),
    );
    finding
}

/// Whether the body says yes on every path.
fn says_yes(body: &BodyCx<'_>, role: &RoleAt) -> bool {
    match &role.when {
        Some(wanted) => {
            let leaves = |id| matches!(body.kind(id), ExprKind::Try(_));
            is_always(&body.flow.ret, wanted) && !body.exprs().any(leaves)
        }
        None => body.facts().accepts,
    }
}

/// `Ok(true)`, also as a part of the result: `Ok((self, true))`.
fn is_always(value: &Value, wanted: &Condition) -> bool {
    holds(wanted, value) || value.fields().any(|(_, field)| is_always(field, wanted))
}

fn report(body: &BodyCx<'_>, lint: &Lint, role: &RoleAt) -> Finding {
    let data = body.cx.map.def(body.def);
    let item = &body.cx.program.file(data.file).items[data.item];
    let span = item.name.as_ref().map_or(item.head, |name| name.span);
    let (what, so, help) = match role.role.as_str() {
        "ssh/any-host-key" => (
            "accepts any SSH host key",
            "anybody on the way can take the place of the peer",
            "compare with the key that is known for the host, and return `Ok(false)` otherwise",
        ),
        "ssh/any-client" => (
            "lets anybody in",
            "any password opens a session",
            "verify what the client gave, and return a rejection otherwise",
        ),
        _ => (
            "accepts whatever the peer shows",
            "anybody on the way can take the place of the peer",
            "delegate to the verifier of the library, with a root store of your own if need be",
        ),
    };
    let mut finding = body.finding(lint, span, what, format!("`{}` {what}", data.name));
    finding.notes.push(format!("no path of it refuses, so {so}"));
    finding.help.push(help.to_owned());
    finding
}
