//! Routes that take events of another service and act, without knowing that the service has sent them.
//!
//! A service signs what it sends and puts the signature into a header whose name is known. A handler that reads this header,
//! itself or by a function of its own, and then neither hands the value on nor compares it has forgotten the verification:
//!
//! ```text
//! let _signature = headers.get("stripe-signature");       read, and dropped
//! if headers.get("x-hub-signature-256").is_none() { .. }  everybody can send one
//! ```
//!
//! One that verifies what it has acted on already is told too. One that takes nothing but the parsed content, beside one that
//! verifies it, cannot verify it. A handler that is only named for such events, and takes nothing but their parsed content, cannot verify them; that is
//! told with low confidence, because an address may be secret, or a proxy may ask. Silent: routes that ask who is there, whose
//! layers could not be judged, and handlers that hand the headers or the whole request to anything.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::parameters::UnverifiedWebhook;
use crate::detectors::Context;
use crate::detectors::route_guard::{late, places, short};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{BinaryOp, ExprId, ExprKind, FileIr, Literal, MacroForm, PatId, Stmt};
use crate::resolve::{Body, BodyRes, DefId, DefKind, Res, body_of, resolve_body};
use crate::types::{Callee, Ty, infer};
use crate::web::{Authentication, EvidenceKind, Route, Verdict};

/// Functions are looked into this deep.
const MAX_CALLS: usize = 3;
/// Variables are followed through this many others.
const ROUNDS: usize = 3;

/// One finding for each handler.
pub fn detect(cx: &Context<'_>, lint: &Lint, wanted: &UnverifiedWebhook, routes: &[Route]) -> Vec<Finding> {
    let mut seen = FxHashSet::default();
    let open = routes.iter().filter(|route| {
        matches!(route.method.as_str(), "POST" | "ANY" | "PUT")
            && matches!(route.authentication, Authentication::None | Authentication::Optional)
            && route.verdict != Verdict::Protected
            && route.declared_public.is_none()
    });
    let handlers = open.filter_map(|route| route.handler_def.map(|def| (route, def)));
    handlers
        .filter(|(_, def)| seen.insert(*def))
        .filter_map(|(route, def)| match route.late {
            Some(_) => late(cx, lint, route).filter(|_| is_for_events(wanted, route)),
            None => judge(cx, lint, wanted, (routes, route), def),
        })
        .collect()
}

fn judge(
    cx: &Context<'_>,
    lint: &Lint,
    wanted: &UnverifiedWebhook,
    (routes, route): (&[Route], &Route),
    def: DefId,
) -> Option<Finding> {
    let handler = Handler::new(cx, wanted, def)?;
    if handler.verifies(def, MAX_CALLS) || !handler.acts() {
        return None;
    }
    match handler.header() {
        Some((header, read)) => {
            let dropped = !handler.uses(read);
            dropped.then(|| by_header(cx, lint, route, def, &header, handler.ir.exprs[read].span))
        }
        None => {
            if !handler.takes_content_only() {
                return None;
            }
            let signed = routes.iter().find(|other| is_signed_beside(cx, wanted, route, other));
            let named = wanted.is_named(&route.handler, route.paths());
            let beside = signed.map(|other| by_sibling(cx, lint, route, def, other));
            beside.or_else(|| named.then(|| by_name(cx, lint, route, def)))
        }
    }
}

fn title(route: &Route) -> String {
    format!("{}{}", route.method, route.path.as_deref().map_or(String::new(), |path| format!(" {path}")))
}

fn by_header(cx: &Context<'_>, lint: &Lint, route: &Route, def: DefId, header: &str, read: Span) -> Finding {
    let name = short(&route.handler);
    let message = format!("`{}` reads the signature of an event and never verifies it", title(route));
    let mut finding = cx.finding(lint, def, read, "read, and neither compared nor handed on", message);
    finding.in_test |= route.in_test;
    finding.context.push(Label::new(route.handler_span, format!("`{name}` acts on what anybody may send")));
    finding.notes.push("that the header is there proves nothing: everybody can send one".to_owned());
    finding.help.push(format!(
        "compute the MAC of the raw body with the secret of the webhook in `{name}`, and compare it with `{header}` in constant time before the event is read"
    ));
    finding
}

/// Whether another handler of the file, for an address beside it that is named for events, verifies who sent them.
fn is_signed_beside(cx: &Context<'_>, wanted: &UnverifiedWebhook, route: &Route, other: &Route) -> bool {
    let front = |route: &Route| {
        let path = route.path.as_deref()?.trim_end_matches('/');
        path.rsplit_once('/').map(|(front, _)| front.to_owned())
    };
    let same = front(route).filter(|known| front(other).as_ref() == Some(known));
    let below = |front: &str| is_below_events(wanted, front);
    let verifies = |def| Handler::new(cx, wanted, def).is_some_and(|h| h.verifies(def, MAX_CALLS));
    same.is_some_and(|front| below(&front))
        && other.authentication == Authentication::Required
        && other.evidence.iter().any(|e| e.kind == EvidenceKind::Body)
        && other.handler_span.file == route.handler_span.file
        && other.handler_def.is_some_and(verifies)
}

/// Whether an address is below one that is named for events of other services.
fn is_below_events(wanted: &UnverifiedWebhook, front: &str) -> bool {
    front.split('/').any(|segment| Words::of(segment).has_any(&wanted.below))
}

/// Whether a handler or its address is named for events of other services.
fn is_for_events(wanted: &UnverifiedWebhook, route: &Route) -> bool {
    wanted.is_named(&route.handler, route.paths()) || route.paths().any(|path| is_below_events(wanted, path))
}

fn by_sibling(cx: &Context<'_>, lint: &Lint, route: &Route, def: DefId, signed: &Route) -> Finding {
    let mut finding = by_name(cx, lint, route, def);
    finding.confidence = Confidence::Medium;
    let verified = signed.evidence.iter().find(|e| e.kind == EvidenceKind::Body);
    let label = format!("`{}` beside it verifies who sent the event", short(&signed.handler));
    finding.context.push(Label::new(verified.map_or(signed.handler_span, |e| e.span), label));
    finding
}

fn by_name(cx: &Context<'_>, lint: &Lint, route: &Route, def: DefId) -> Finding {
    let name = short(&route.handler);
    let message = format!("`{}` takes events without a signature", title(route));
    let (place, other) = places(route);
    let label = format!("`{name}` acts on what anybody may send");
    let mut finding = cx.finding(lint, def, place, &label, message);
    finding.in_test |= route.in_test;
    finding.confidence = Confidence::Low;
    finding.context.push(Label::new(other, "no header is read here, and the body comes parsed"));
    finding
        .help
        .push(format!("take the headers and the raw body in `{name}`, and verify the signature first"));
    finding
}

impl UnverifiedWebhook {
    /// Whether a handler is named for events of another service, and not for managing where they go.
    fn is_named<'p>(&self, handler: &str, paths: impl Iterator<Item = &'p str>) -> bool {
        let name = Words::of(short(handler));
        if name.has_any(&self.managing) {
            return false;
        }
        let mut ends = paths.filter_map(|path| path.rsplit('/').find(|s| !s.is_empty()));
        // The address itself may be the secret.
        let secret = |end: &str| end.starts_with(['{', '<', ':']);
        name.has_any(&self.names) || ends.any(|end| !secret(end) && Words::of(end).has_any(&self.names))
    }
}

/// A handler, with what its calls call.
struct Handler<'c, 'a> {
    cx: &'c Context<'a>,
    wanted: &'c UnverifiedWebhook,
    def: DefId,
    body: Body<'c>,
    ir: &'c FileIr,
    names: BodyRes,
    callees: FxHashMap<ExprId, Callee>,
}

impl<'c, 'a> Handler<'c, 'a> {
    fn new(cx: &'c Context<'a>, wanted: &'c UnverifiedWebhook, def: DefId) -> Option<Self> {
        let body = body_of(cx.program, &cx.map, def)?;
        let names = resolve_body(&cx.map, cx.program, def);
        let callees = infer(cx.types(), def, &names).callees;
        Some(Handler { cx, wanted, def, body, ir: cx.program.file(body.file), names, callees })
    }

    /// Whether a function, or one that it calls, is named for a verification, or calls what is.
    fn verifies(&self, def: DefId, depth: usize) -> bool {
        if def == self.def {
            return self.any_verifies(depth);
        }
        Handler::new(self.cx, self.wanted, def).is_some_and(|callee| callee.any_verifies(depth))
    }

    fn any_verifies(&self, depth: usize) -> bool {
        let mut found = false;
        let mut deeper = Vec::new();
        self.ir.for_each_expr(self.body.root, &mut |e| {
            let name = self.name_of(e);
            found |= name.is_some_and(|name| Words::of(name).has_any(&self.wanted.verifies));
            if let Some(Callee::Def(callee)) = self.callees.get(&e) {
                deeper.push(*callee);
            }
        });
        found || depth > 0 && deeper.into_iter().any(|def| def != self.def && self.verifies(def, depth - 1))
    }

    fn name_of(&self, e: ExprId) -> Option<&'static str> {
        match &self.ir.exprs[e].kind {
            ExprKind::MethodCall { method, .. } => Some(method.sym.as_str()),
            ExprKind::Call { callee, .. } => match &self.ir.exprs[*callee].kind {
                ExprKind::Path(path) => path.last().map(|s| s.name.sym.as_str()),
                _ => None,
            },
            ExprKind::Macro(call) => call.path.last().map(|s| s.name.sym.as_str()),
            _ => None,
        }
    }

    /// Whether it changes or starts something: it calls a function of the workspace, or something with such a name.
    fn acts(&self) -> bool {
        let mut found = false;
        self.ir.for_each_expr(self.body.root, &mut |e| {
            let own = || match self.callees.get(&e) {
                Some(Callee::Def(def)) => {
                    matches!(
                        self.cx.map.def(*def).kind,
                        DefKind::Fn | DefKind::Method(_) | DefKind::TraitMethod(_)
                    )
                }
                _ => false,
            };
            let named = |name| Words::of(name).has_any(&self.wanted.acts);
            found |= self.name_of(e).is_some_and(|name| named(name) || own() && !self.is_telling(name));
        });
        found
    }

    fn is_telling(&self, name: &str) -> bool {
        Words::of(name).has_any(&self.wanted.tells)
    }

    /// The name of the header of a signature that the body reads, and where.
    fn header(&self) -> Option<(String, ExprId)> {
        let mut found = None;
        self.ir.for_each_expr(self.body.root, &mut |e| {
            let ExprKind::MethodCall { args, .. } = &self.ir.exprs[e].kind else { return };
            let header = args.iter().find_map(|&arg| self.header_in(arg));
            found = found.take().or(header.map(|header| (header, e)));
        });
        found
    }

    /// The header that an expression names, by itself or by a constant.
    fn header_in(&self, e: ExprId) -> Option<String> {
        let known = |ir: &FileIr, e: ExprId| match &ir.exprs[e].kind {
            ExprKind::Literal(Literal::Str(text)) => {
                let lower = text.to_ascii_lowercase();
                self.wanted.headers.contains(&lower).then_some(lower)
            }
            _ => None,
        };
        if let Some(header) = known(self.ir, e) {
            return Some(header);
        }
        let Some(Res::Def(constant)) = self.names.exprs.get(&e).map(|found| &found.res) else { return None };
        let body = body_of(self.cx.program, &self.cx.map, *constant)?;
        let ir = self.cx.program.file(body.file);
        let mut found = None;
        if matches!(self.cx.map.def(*constant).kind, DefKind::Const | DefKind::Static) {
            ir.for_each_expr(body.root, &mut |e| found = found.take().or(known(ir, e)));
        }
        found
    }

    /// Whether what is read is handed on or compared, or everything that was sent is handed on.
    fn uses(&self, read: ExprId) -> bool {
        let mut values: FxHashSet<PatId> = FxHashSet::default();
        for _ in 0..ROUNDS {
            self.ir.for_each_expr(self.body.root, &mut |e| self.bind(e, read, &mut values));
        }
        let mut used = false;
        self.ir.for_each_expr(self.body.root, &mut |e| {
            let holds = |part: ExprId| self.holds(part, read, &values);
            used |= match &self.ir.exprs[e].kind {
                ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. } => {
                    let name = self.name_of(e).unwrap_or_default();
                    !self.passes(name) && args.iter().any(|&arg| holds(arg) || self.is_everything(arg))
                }
                ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => {
                    let literal = |e: ExprId| matches!(self.ir.exprs[e].kind, ExprKind::Literal(_));
                    (holds(*lhs) || holds(*rhs)) && !literal(*lhs) && !literal(*rhs)
                }
                ExprKind::Struct { fields, .. } => fields.iter().any(|field| holds(field.value)),
                ExprKind::Return(Some(value)) => holds(*value),
                ExprKind::Macro(call) => {
                    let name = self.name_of(e).unwrap_or_default();
                    let mut any = false;
                    self.ir.for_each_child(e, &mut |part| any |= holds(part));
                    !self.is_telling(name) && (any || matches!(call.form, MacroForm::Opaque))
                }
                _ => false,
            };
        });
        used
    }

    /// Whether a call by this name keeps what it is given, or only looks whether it is there.
    fn passes(&self, name: &str) -> bool {
        self.wanted.passes.iter().any(|known| known == name) || self.is_telling(name)
    }

    /// Whether an expression has the value that is read.
    fn holds(&self, root: ExprId, read: ExprId, values: &FxHashSet<PatId>) -> bool {
        let mut found = false;
        self.ir.for_each_expr(root, &mut |e| {
            found |= e == read;
            if let Some(Res::Local(pat)) = self.names.exprs.get(&e).map(|found| &found.res) {
                found |= values.contains(pat);
            }
        });
        found
    }

    /// A parameter as a whole: headers or a request, whose reader may verify.
    fn is_everything(&self, e: ExprId) -> bool {
        let mut at = e;
        while let ExprKind::Ref { operand, .. } = self.ir.exprs[at].kind {
            at = operand;
        }
        let Some(Res::Local(local)) = self.names.exprs.get(&at).map(|found| &found.res) else { return false };
        let params = self.body.func.iter().flat_map(|f| &f.params).map(|p| p.pat);
        let sig = self.cx.types().table.sig(self.def);
        let types = sig.map_or(&[][..], |sig| &sig.params[..]);
        params.zip(types).any(|(pat, ty)| {
            let mut binds = false;
            self.ir.for_each_pat(pat, &mut |p| binds |= p == *local);
            binds && self.is_raw(ty)
        })
    }

    /// Whether a type holds the headers: a signature can be read from it.
    fn is_raw(&self, ty: &Ty) -> bool {
        match ty.peel() {
            Ty::Adt(Res::Ext(ext), _) => {
                let path = self.cx.types().externals.canonical(ext).path;
                self.wanted.raw.iter().any(|raw| path.as_str() == raw.as_str())
            }
            Ty::Adt(Res::Def(_), _) | Ty::Unknown => true,
            _ => false,
        }
    }

    /// Whether no parameter could hold a signature: some hold parsed content, the others what handlers share.
    fn takes_content_only(&self) -> bool {
        let Some(sig) = self.cx.types().table.sig(self.def) else { return false };
        let content = |ty: &Ty| match ty.peel() {
            Ty::Adt(Res::Ext(ext), _) => {
                let path = self.cx.types().externals.canonical(ext).path;
                self.wanted.content.iter().any(|known| path.as_str() == known.as_str())
            }
            _ => false,
        };
        sig.params.iter().any(content) && !sig.params.iter().any(|ty| self.is_raw(ty))
    }

    fn bind(&self, e: ExprId, read: ExprId, values: &mut FxHashSet<PatId>) {
        let mut add = |pat: PatId, value: ExprId| {
            if self.holds(value, read, values) {
                self.ir.for_each_pat(pat, &mut |p| {
                    values.insert(p);
                });
            }
        };
        match &self.ir.exprs[e].kind {
            ExprKind::Block(block) | ExprKind::Async(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, value: Some(value), .. } = stmt {
                        add(*pat, *value);
                    }
                }
            }
            ExprKind::Let { pat, value } => add(*pat, *value),
            ExprKind::Match { scrutinee, arms } => arms.iter().for_each(|arm| add(arm.pat, *scrutinee)),
            _ => {}
        }
    }
}
