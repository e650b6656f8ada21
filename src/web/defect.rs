//! What is there to guard routes, and does not.
//!
//! The judge of guards and middlewares leaves a [`Suspect`] with what looks like a guard and lets strangers pass:
//!
//! ```text
//! match decode(token, &keys) {
//!     Ok(claims) => Ok(User(claims.sub)),
//!     Err(_) => Ok(User::default()),       passes, although a credential was found wanting on the way: the place
//! }
//! ```
//!
//! A suspicion counts if a route that changes something has no other guard ([`settle`]). What may say that nobody is
//! known (a type with an `Option` or of several variants) and what hands on what it found out (a middleware that inserts into
//! the request) are no suspects: others decide there.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::catalog::framework::ExtractorKind;
use crate::ir::{ExprId, ExprKind, FileIr, Literal};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::{Callee, Ty};
use crate::web::credential::Proof;
use crate::web::gate::{Outcome, Pass};
use crate::web::guard::Judge;
use crate::web::vocabulary as vocab;
use crate::web::world::BodyInfo;
use crate::web::{Authentication, Route, Verdict};

/// Types inside types are looked through this deep.
const MAX_DEPTH: usize = 3;

/// Something that should guard routes.
#[derive(Clone, Debug)]
pub struct Defect {
    /// What is wrong with it.
    pub kind: DefectKind,
    /// The function it is in.
    pub owner: DefId,
    /// Where it is wrong.
    pub span: Span,
    /// Its name: of the type, of the function, or of the call.
    pub name: String,
    /// Where strangers pass, or fail without consequences, if that is known more closely.
    pub place: Option<Span>,
    /// Routes that it leaves open: method with path, and place.
    pub routes: Vec<(String, Span)>,
}

/// Kinds of [`Defect`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DefectKind {
    /// An extractor, request guard or security scheme gives an identity to strangers.
    Guard,
    /// A middleware looks at a credential and goes on whatever it is.
    Middleware,
    /// What only observes requests looks at a credential, and cannot refuse.
    Observer,
    /// A middleware lets addresses pass that change something.
    Skip,
    /// The answer of a check is dropped.
    Ignored,
    /// A token that is sent is not looked at, or what was found for it is not.
    Unread,
    /// The answer of a check is taken for its opposite.
    Inverted,
}

/// What may turn out to be a defect.
#[derive(Clone, Debug)]
pub(super) struct Suspect {
    pub(super) kind: DefectKind,
    pub(super) owner: DefId,
    pub(super) span: Span,
    pub(super) name: String,
    pub(super) place: Option<Span>,
    /// Whether it counts only for routes whose siblings have a guard.
    pub(super) by_siblings: bool,
}

impl From<Suspect> for Defect {
    fn from(suspect: Suspect) -> Defect {
        let Suspect { kind, owner, span, name, place, .. } = suspect;
        Defect { kind, owner, span, name, place, routes: Vec::new() }
    }
}

/// What a route leaves to be judged: the suspect, and the place of the evidence that it gave for the route.
pub(super) type Suspicion = (Suspect, Span);

/// Where strangers pass, if they do: the pass on the way to which a credential was found wanting. `Some(None)` if nothing is
/// ever refused, and a verification takes place.
pub(super) fn lets_pass(outcome: &Outcome) -> Option<Option<Span>> {
    let credential = outcome.credential.as_ref()?;
    let passes = outcome.passes.iter().any(|p| !p.conditional && !p.skipped && p.proof < Proof::Verified);
    let never = credential.proof == Proof::Verified && passes && outcome.refusals == 0;
    heedless(outcome).map(Some).or(never.then_some(None))
}

/// Where strangers pass for certain: behind a branch that finds a credential wanting, or after a verification both ways of which
/// go on.
pub(super) fn heedless(outcome: &Outcome) -> Option<Span> {
    outcome.credential.as_ref()?;
    let open = |p: &&Pass| p.proof < Proof::Verified && !p.conditional && !p.skipped;
    let pass = outcome.passes.iter().find(|p| p.failed && open(p));
    pass.map(|p| p.span).or(outcome.unheeded.filter(|_| outcome.passes.iter().any(|p| open(&p))))
}

/// Whether code hands something on with the request, or keeps it, so that others may ask.
pub(super) fn hands_on(ir: &FileIr, root: ExprId) -> bool {
    let mut found = false;
    ir.for_each_expr(root, &mut |e| match &ir.exprs[e].kind {
        ExprKind::MethodCall { method, .. } => found |= vocab::is_handing_on(method.sym.as_str()),
        ExprKind::Call { callee, .. } => {
            if let ExprKind::Path(path) = &ir.exprs[*callee].kind {
                found |= path.last().is_some_and(|s| vocab::is_handing_on(s.name.sym.as_str()));
            }
        }
        ExprKind::Assign { target, .. } => found |= !matches!(ir.exprs[*target].kind, ExprKind::Path(_)),
        _ => {}
    });
    found
}

impl<'a> Judge<'_, 'a> {
    /// Whether code names a credential by its header or constant, or calls what reads one.
    pub(super) fn names_credential(&self, info: &BodyInfo<'a>, root: ExprId) -> bool {
        let mut found = false;
        info.ir.for_each_expr(root, &mut |e| match &info.ir.exprs[e].kind {
            ExprKind::Literal(Literal::Str(text)) => found |= vocab::is_credential_literal(text),
            ExprKind::Path(path) => {
                let name = path.last().map_or("", |s| s.name.sym.as_str());
                let constant = name.len() > 2 && !name.contains(|c: char| c.is_ascii_lowercase());
                found |= constant && vocab::is_credential(name);
            }
            ExprKind::Call { .. } | ExprKind::MethodCall { .. } => {
                if let Some(Callee::Def(def)) = self.world.callee(info, e) {
                    found |= self.call_proof(def).is_some();
                }
                // By the tables alone: types of the workspace are judged by what this finds.
                let asked = self.asked_for(info, e).and_then(|ty| self.world.ext_type(&ty));
                let kind = asked.and_then(|path| self.world.rules.extractors.get(&path));
                found |= matches!(
                    kind,
                    Some(ExtractorKind::Credential | ExtractorKind::Session | ExtractorKind::SignedJar)
                );
            }
            _ => {}
        });
        found
    }

    /// `Session` of `extensions.get::<Session>()`, `Authorization<Basic>` of `headers.typed_get::<Authorization<Basic>>()`.
    pub(super) fn asked_for(&self, info: &BodyInfo<'a>, call: ExprId) -> Option<Ty> {
        let ExprKind::MethodCall { generics, .. } = &info.ir.exprs[call].kind else { return None };
        Some(self.world.cx.lower(&self.world.cx.scope_of(info.id), *generics.first()?))
    }

    /// The head of a function.
    pub(super) fn head(&self, function: DefId) -> Span {
        let data = self.world.cx.map.def(function);
        self.world.cx.program.file(data.file).items[data.item].head
    }

    /// Whether a value of the type can say that nobody is known.
    pub(super) fn may_be_nobody(&self, id: DefId, depth: usize) -> bool {
        let def = self.world.cx.map.def(id);
        if vocab::is_nobody(def.name.as_str()) || def.kind != DefKind::Struct || depth >= MAX_DEPTH {
            return true;
        }
        let fields = self.world.cx.table.fields(id);
        fields.iter().any(|(name, ty)| vocab::is_nobody(name.as_str()) || self.may_be_absent(ty, depth))
    }

    fn may_be_absent(&self, ty: &Ty, depth: usize) -> bool {
        match ty.peel() {
            Ty::Prim(_) | Ty::Ref(_) | Ty::Slice(_) => false,
            Ty::Array(_) => false,
            Ty::Tuple(items) => items.iter().any(|item| self.may_be_absent(item, depth + 1)),
            Ty::Adt(Res::Def(id), _) => self.may_be_nobody(*id, depth + 1),
            Ty::Adt(Res::Ext(ext), _) => {
                matches!(ext.path.as_str(), "std::option::Option" | "std::result::Result")
            }
            _ => true,
        }
    }
}

/// The suspects that leave a route open; such routes are marked as explained.
pub(super) fn settle(routes: &mut [Route], suspicions: Vec<Vec<Suspicion>>) -> Vec<Defect> {
    let mut out: Vec<Defect> = Vec::new();
    let mut known: FxHashMap<(DefectKind, Span), usize> = FxHashMap::default();
    for (route, suspicions) in routes.iter_mut().zip(suspicions) {
        for (suspect, evidence) in suspicions {
            let skip = suspect.kind == DefectKind::Skip;
            let meant = suspect.by_siblings && route.verdict != Verdict::Missing;
            if meant || !leaves_open(route, evidence, skip) {
                continue;
            }
            route.explained = true;
            if route.verdict == Verdict::Unsure {
                (route.verdict, route.reason) =
                    (Verdict::Missing, Some("what should guard it lets strangers pass".to_owned()));
            }
            let index = *known.entry((suspect.kind, suspect.span)).or_insert_with(|| {
                out.push(suspect.into());
                out.len() - 1
            });
            let name = format!("{} {}", route.method, route.path.as_deref().unwrap_or("?"));
            out[index].routes.push((name, route.route_span));
        }
    }
    out
}

/// Whether nothing but the suspect guards a route that changes something.
fn leaves_open(route: &Route, evidence: Span, skip: bool) -> bool {
    let writes = matches!(route.method.as_str(), "POST" | "PUT" | "PATCH" | "DELETE");
    let alone = route.evidence.iter().all(|e| e.span == evidence);
    let public = vocab::is_public_route(&route.method, &route.handler, route.path.as_deref());
    writes
        && !public
        && !route.in_test
        && (route.authentication <= Authentication::Optional && !skip || alone)
}
