//! Routes whose description says that a stranger is refused, and that refuse nobody.
//!
//! ```text
//! #[utoipa::path(delete, path = "/items/{id}", security(("bearer" = [])))]      told if nothing asks
//! #[utoipa::path(get, path = "/items", responses((status = 401, ..)))]         told if nothing asks
//! #[utoipa::path(get, path = "/news", security((), ("bearer" = [])))]          optional: says nothing
//! ```
//!
//! Silent are routes whose layers or router could not be followed, handlers in which anything refuses, and applications in which
//! the routes with such a description are not guarded either: then somebody in front asks, and this program does not see it.
//! Being refused without being known (401) is also the answer of a failed sign-in, so that routes that are named for it are left
//! out where only the answer is described.

use crate::base::Span;
use crate::ir::Attr;
use crate::resolve::DefId;
use crate::web::guard::Judge;
use crate::web::verdict::sibling_of;
use crate::web::vocabulary as vocab;
use crate::web::{Authentication, Declared, Route};

/// So many routes with a declaration must be guarded,
const MIN_GUARDED: usize = 2;
/// and this share of them, in percent.
const MIN_SHARE: usize = 75;
/// Functions are looked into this deep for a refusal.
const MAX_DEPTH: usize = 3;

/// What a handler's description says.
struct Said {
    name: String,
    span: Span,
    /// Whether it is a requirement, and not only an answer.
    required: bool,
}

/// Marks the routes that do not do what is said of them.
pub(super) fn mark(judge: &Judge<'_, '_>, routes: &mut [Route]) {
    let said: Vec<Option<Said>> =
        routes.iter().map(|r| r.handler_def.filter(|_| !r.in_test).and_then(|d| said(judge, d))).collect();
    let described = |required| {
        let of = routes.iter().zip(&said);
        of.filter(move |(_, s)| s.as_ref().is_some_and(|s| s.required == required))
    };
    let mut found = Vec::new();
    for required in [true, false] {
        let open = |r: &&Route| !required && vocab::is_public(&r.handler, r.path.as_deref());
        let all: Vec<&Route> = described(required).map(|(route, _)| route).filter(|r| !open(r)).collect();
        let guarded: Vec<&Route> =
            all.iter().filter(|r| r.authentication == Authentication::Required).copied().collect();
        if guarded.len() < MIN_GUARDED || guarded.len() * 100 < all.len() * MIN_SHARE {
            continue;
        }
        for (index, (route, one)) in routes.iter().zip(&said).enumerate() {
            let Some(one) = one.as_ref().filter(|one| one.required == required) else { continue };
            if !is_open(judge, route) || open(&route) {
                continue;
            }
            let near = |r: &&&Route| {
                let same = r.handler_span.file == route.handler_span.file;
                (!same, r.handler_span.lo.abs_diff(route.handler_span.lo))
            };
            if let Some(sibling) = guarded.iter().min_by_key(near).and_then(|r| sibling_of(r)) {
                let (name, span) = (one.name.clone(), one.span);
                found.push((index, Declared { name, span, required, sibling }));
            }
        }
    }
    for (index, declared) in found {
        routes[index].declared = Some(declared);
    }
}

/// Whether everybody gets an answer, as far as all of it was followed.
fn is_open(judge: &Judge<'_, '_>, route: &Route) -> bool {
    matches!(route.authentication, Authentication::None | Authentication::Optional)
        && !route.unfollowed
        && route.declared_public.is_none()
        && route
            .handler_def
            .is_some_and(|def| !judge.def_refuses(def, MAX_DEPTH) && !judge.takes_unknown(def))
}

fn said(judge: &Judge<'_, '_>, def: DefId) -> Option<Said> {
    let world = judge.world;
    let data = world.cx.map.def(def);
    let item = &world.cx.program.file(data.file).items[data.item];
    item.attrs.iter().find_map(|attr| {
        let path = world.ext_of_path(def, &attr.path)?.path;
        let rule = world.rules.attributes.iter().find(|rule| rule.path == path)?;
        let (security, responses) = (rule.row.security.as_deref(), rule.row.responses.as_deref());
        let required = security.and_then(|name| text_of(judge, attr, name)).and_then(|(text, span)| {
            // A requirement of nothing is one that anybody fulfils.
            let optional = text.contains("()") || text.contains("{}");
            let name = text.split('"').nth(1).filter(|_| !optional)?.to_owned();
            Some(Said { name, span, required: true })
        });
        required.or_else(|| {
            let (text, span) = responses.and_then(|name| text_of(judge, attr, name))?;
            let refuses = ["status=401", "status=UNAUTHORIZED", "status=StatusCode::UNAUTHORIZED"];
            let refuses = refuses.iter().any(|answer| text.contains(answer));
            (refuses && security.is_none_or(|name| text_of(judge, attr, name).is_none())).then(|| Said {
                name: "401".to_owned(),
                span,
                required: false,
            })
        })
    })
}

/// The text of an argument of an attribute, without white space.
fn text_of(judge: &Judge<'_, '_>, attr: &Attr, name: &str) -> Option<(String, Span)> {
    let arg = crate::web::attribute::named(&attr.args, name).next()?;
    let text = judge.world.cx.program.sources.slice(arg.span);
    Some((text.split_whitespace().collect(), arg.span))
}
