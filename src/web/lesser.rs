//! Routes that change something and ask for less than those beside them, or for something else.
//!
//! ```text
//! PUT    /projects/{id}/members    require(&me, id, Access::Owner).await?;
//! DELETE /projects/{id}/variables  require(&me, id, Access::Settings).await?;
//! PUT    /projects/{id}/variables  require(&me, id, Access::Read).await?;       asks whether it may be read
//! DELETE /employees/{id}           require(&me, Permission::JobWrite).await?;   all others ask for employees
//! ```
//!
//! What is asked for is the variant or text that a question is given, in the body, in a layer or in an attribute. Compared are the
//! handlers of one file that ask by the same question. Silent where one beside it is content with reading too, where nothing that
//! reads asks for the same, and what many take part in.

use rustc_hash::FxHashSet;

use crate::base::{FileId, Span};
use crate::ir::{Block, ExprId, ExprKind, Literal};
use crate::resolve::{DefId, DefKind, Res};
use crate::types::Callee;
use crate::web::guard::Judge;
use crate::web::identity::call_name;
use crate::web::ownership::{fits, is_for_reading, thing_of};
use crate::web::vocabulary as vocab;
use crate::web::weaker::takes_part;
use crate::web::world::BodyInfo;
use crate::web::{EvidenceKind, Lesser, Route};

/// So many handlers beside it ask for more,
const MIN_ASKING: usize = 2;
/// or for the thing that their address names.
const MIN_ABOUT: usize = 3;

/// Words of what is sent to be answered, and of what readers do.
const LIGHT: &[&str] = &[
    "search",
    "query",
    "export",
    "preview",
    "validate",
    "check",
    "test",
    "download",
    "render",
    "diff",
    "compare",
    "lookup",
    "calculate",
    "estimate",
    "count",
    "print",
    "read",
    "seen",
    "view",
    "explain",
    "open",
    "visit",
    "favorite",
    "favourite",
    "star",
    "bookmark",
    "pin",
    "touch",
    "ping",
    "heartbeat",
    "track",
    "subscribe",
];

/// A permission that a route asks for.
struct Demand {
    question: String,
    permission: String,
    span: Span,
}

/// A route with what it asks for.
struct Asking<'r> {
    route: &'r Route,
    demands: Vec<Demand>,
}

/// Marks the routes that ask for less.
pub(super) fn mark(judge: &Judge<'_, '_>, routes: &mut [Route]) {
    let all: Vec<Asking<'_>> =
        routes.iter().map(|route| Asking { route, demands: demands(judge, route) }).collect();
    let found: Vec<Option<Lesser>> =
        all.iter().map(|one| reads_only(one, &all).or_else(|| asks_of_other(one, &all))).collect();
    for (route, lesser) in routes.iter_mut().zip(found) {
        route.lesser = lesser;
    }
}

impl Asking<'_> {
    fn file(&self) -> FileId {
        self.route.handler_span.file
    }

    /// What is asked for by a question of this name.
    fn asked<'s>(&'s self, question: &'s str) -> impl Iterator<Item = &'s Demand> {
        self.demands.iter().filter(move |d| d.question == question)
    }

    /// Whether it only asks whether something may be read.
    fn is_for_reading(&self, question: &str) -> bool {
        self.asked(question).all(|d| is_for_reading(&d.permission))
    }

    /// Whether it changes something, and not only takes part in it.
    fn changes(&self) -> bool {
        let route = self.route;
        let name = route.handler.rsplit("::").next().unwrap_or_default();
        let light = vocab::any(&vocab::words(name), LIGHT);
        let part = route.paths().any(|path| takes_part(&route.method, path));
        route.writes() && !vocab::only_reads(&route.handler) && !light && !part
    }

    fn lesser(&self, demand: &Demand, beside: &Asking<'_>, more: &Demand) -> Lesser {
        Lesser {
            asked: demand.permission.clone(),
            span: demand.span,
            fits: more.permission.clone(),
            sibling: beside.route.handler.clone(),
            sibling_span: more.span,
        }
    }
}

/// The others of the same file that ask by the same question, each handler once.
fn beside<'a, 'r>(one: &Asking<'_>, question: &str, all: &'a [Asking<'r>]) -> Vec<&'a Asking<'r>> {
    let mut seen = FxHashSet::from_iter([one.route.handler_span]);
    let same = |other: &&Asking<'_>| {
        other.file() == one.file()
            && other.asked(question).next().is_some()
            && seen.insert(other.route.handler_span)
    };
    all.iter().filter(same).collect()
}

/// A route that changes something and asks only whether it may be read.
fn reads_only(one: &Asking<'_>, all: &[Asking<'_>]) -> Option<Lesser> {
    let demand = one.demands.first().filter(|_| one.changes())?;
    let question = &demand.question;
    if one.demands.iter().any(|d| !is_for_reading(&d.permission)) {
        return None;
    }
    let beside = beside(one, question, all);
    let meant = |other: &&Asking<'_>| {
        !other.route.writes() && other.asked(question).any(|d| d.permission == demand.permission)
    };
    let writing: Vec<_> = beside.iter().filter(|other| other.changes()).collect();
    let content = writing.iter().any(|other| other.is_for_reading(question));
    if content || writing.len() < MIN_ASKING || !all.iter().any(|other| meant(&other)) {
        return None;
    }
    let bare = thing_of(&demand.permission).is_empty();
    let more = writing.iter().find_map(|other| {
        let suits =
            |d: &&Demand| fits(&d.permission, &demand.permission) || bare && !is_for_reading(&d.permission);
        other.asked(question).find(suits).map(|more| (**other, more))
    });
    more.map(|(other, more)| one.lesser(demand, other, more))
}

/// A route that changes something and asks for something else than its address names, which all others of the file ask for.
fn asks_of_other(one: &Asking<'_>, all: &[Asking<'_>]) -> Option<Lesser> {
    let [demand] = &one.demands[..] else { return None };
    let other_thing = thing_of(&demand.permission);
    let question = &demand.question;
    let beside = beside(one, question, all);
    let first = beside.first()?.asked(question).next()?;
    let thing = thing_of(&first.permission);
    let names = |route: &Route, thing: &[String]| {
        route.paths().any(|path| {
            path.split('/').any(|part| {
                let words: Vec<String> = vocab::words(part).iter().map(|w| singular(w)).collect();
                thing.iter().all(|word| words.contains(word))
            })
        })
    };
    let about = |other: &&&Asking<'_>| other.demands.iter().all(|d| thing_of(&d.permission) == thing);
    let elsewhere = |other: &&Asking<'_>| {
        other.file() != one.file()
            && other.asked(question).any(|d| d.permission == demand.permission)
            && names(other.route, &other_thing)
    };
    let odd = !thing.is_empty()
        && !other_thing.is_empty()
        && thing != other_thing
        && one.changes()
        && beside.len() >= MIN_ABOUT
        && beside.iter().filter(about).count() == beside.len()
        && names(one.route, &thing)
        && !names(one.route, &other_thing)
        && all.iter().any(|other| elsewhere(&other));
    let more = |other: &&&Asking<'_>| other.changes();
    let nearest = beside.iter().find(more).filter(|_| odd)?;
    Some(one.lesser(demand, nearest, nearest.asked(question).next()?))
}

fn singular(word: &str) -> String {
    word.trim_end_matches('s').to_owned()
}

/// All that a route asks for, by its layers, attributes and body.
fn demands(judge: &Judge<'_, '_>, route: &Route) -> Vec<Demand> {
    let mut out = Vec::new();
    if route.in_test || !route.is_guarded() {
        return out;
    }
    for evidence in &route.evidence {
        if matches!(evidence.kind, EvidenceKind::Layer | EvidenceKind::Attribute) {
            let text = judge.world.cx.program.sources.slice(evidence.span);
            let question = text.split(['(', '=']).next().unwrap_or_default().trim().to_owned();
            let found = variants_in(text).into_iter();
            out.extend(found.map(|permission| Demand {
                question: question.clone(),
                permission,
                span: evidence.span,
            }));
        }
    }
    if let Some(info) = route.handler_def.and_then(|def| judge.world.body(def)) {
        info.ir.for_each_expr(info.body.root, &mut |e| {
            if let Some(question) = call_name(&info, e).filter(|name| is_question(judge, &info, e, name)) {
                let given = permissions(judge, &info, e).into_iter();
                out.extend(given.map(|(permission, span)| Demand {
                    question: question.clone(),
                    permission,
                    span,
                }));
            }
        });
    }
    out
}

/// Whether a call asks whether somebody may: by its name, or because it refuses.
fn is_question<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, call: ExprId, name: &str) -> bool {
    vocab::is_asking(name)
        || vocab::is_permission_question(name)
        || matches!(judge.world.callee(info, call), Some(Callee::Def(def)) if judge.has_body(def) && judge.def_refuses(def, 2))
}

/// The variants and texts for permissions that a call is given.
fn permissions<'a>(judge: &Judge<'_, 'a>, info: &BodyInfo<'a>, call: ExprId) -> Vec<(String, Span)> {
    let (ExprKind::Call { args, .. } | ExprKind::MethodCall { args, .. }) = &info.ir.exprs[call].kind else {
        return Vec::new();
    };
    let named = |arg: &ExprId| {
        let mut at = *arg;
        loop {
            at = match &info.ir.exprs[at].kind {
                ExprKind::Ref { operand, .. } => *operand,
                ExprKind::Block(Block { tail: Some(tail), .. }) => *tail,
                _ => match info.initial(at) {
                    Some(value) => value,
                    None => break,
                },
            };
        }
        let span = info.ir.exprs[at].span;
        match (&info.ir.exprs[at].kind, info.names.exprs.get(&at).map(|found| &found.res)) {
            (ExprKind::Literal(Literal::Str(text)), _) if is_permission_text(text) => {
                Some((text.to_string(), span))
            }
            (ExprKind::Path(_), Some(Res::Def(def))) => constant_name(judge, *def).map(|name| (name, span)),
            _ => None,
        }
    };
    args.iter().filter_map(named).collect()
}

/// The name of a variant or constant; of a constant text what it says.
fn constant_name(judge: &Judge<'_, '_>, def: DefId) -> Option<String> {
    let data = judge.world.cx.map.def(def);
    match data.kind {
        DefKind::Variant(..) => Some(data.name.to_string()),
        DefKind::Const => {
            let info = judge.world.body(def)?;
            match &info.ir.exprs[info.body.root].kind {
                ExprKind::Literal(Literal::Str(text)) => is_permission_text(text).then(|| text.to_string()),
                ExprKind::Literal(_) => None,
                _ => Some(data.name.to_string()),
            }
        }
        _ => None,
    }
}

/// `notes:read`, `notes.read`.
fn is_permission_text(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, ':' | '.' | '_' | '-');
    text.contains([':', '.']) && text.chars().all(plain)
}

/// The last names of paths in the text of a layer or attribute that begin with a capital and are not called:
/// `TicketRead` of `permission_required!(Backend, Permission::TicketRead)`.
fn variants_in(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for rest in text.split("::").skip(1) {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let called = after.starts_with(['(', '<', '!']);
        let more = after.is_empty() && !text.ends_with(rest);
        if name.starts_with(char::is_uppercase) && !called && !more {
            out.push(name.to_owned());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{is_permission_text, variants_in};

    #[test]
    fn permissions_of_layers_are_the_ends_of_paths() {
        assert_eq!(variants_in("permission_required!(Backend, Permission::TicketRead)"), ["TicketRead"]);
        assert_eq!(variants_in("guard = \"Needs::new(access::Right::View)\""), ["View"]);
        assert!(variants_in("from_fn(middleware::authenticate)").is_empty());
    }

    #[test]
    fn texts_of_permissions_have_two_parts() {
        assert!(is_permission_text("notes:read") && is_permission_text("books.write"));
        assert!(!is_permission_text("notes") && !is_permission_text("SELECT * FROM a.b"));
    }
}
