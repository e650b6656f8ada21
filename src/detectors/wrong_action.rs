//! An operation that asks for the permission to do something else with the same thing.
//!
//! The name of the function, or of the type if the function is called `handle` or `call`, says what is done: a verb and
//! what it is done to. So do the variants of an enum of permissions. A variant that is given to a question and names the
//! same thing with a verb of another kind is wrong if the enum has one with a verb of the right kind.
//!
//! ```text
//! enum Action { ListTokens, CreateToken, DeleteToken }
//! async fn delete_token(..) { authorize(&user, Action::ListTokens)?; .. }      delete: DeleteToken is there
//! ```
//!
//! Silent: a body that names the right variant too, variants without a verb of the lists (`ManageTokens`), other things
//! (`delete_token` that asks for `UpdateAccount`), enums without the right variant, and creating against changing, which
//! one permission often covers.

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::catalog::parameters::WrongAction;
use crate::detectors::route_guard::short;
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, Context};
use crate::finding::{Finding, Label};
use crate::ir::{Block, ExprId, ExprKind, ItemKind, PatId, PatKind, Stmt};
use crate::resolve::{DefId, DefKind, Res};
use crate::web::Route;

/// How far up the question is looked for that a variant is given to.
const MAX_UP: usize = 16;

/// Lists of verbs that are known by their place.
const READ: usize = 0;
const CHANGE: usize = 2;
const DELETE: usize = 3;

/// Variables are followed this far.
const MAX_NAMES: usize = 4;

/// What a name says is done, and to what.
#[derive(Debug, PartialEq, Eq)]
struct Deed {
    /// Index of the list of verbs.
    verb: usize,
    /// The words of the thing, in the singular.
    thing: Vec<String>,
}

impl Deed {
    /// Whether it is the same, in whatever order the thing is named.
    fn fits(&self, other: &Deed) -> bool {
        let sorted = |deed: &Deed| {
            let mut words = deed.thing.clone();
            words.sort();
            words
        };
        self.verb == other.verb && sorted(self) == sorted(other)
    }
}

/// A variant that a question is given.
struct Asked {
    path: Span,
    variant: DefId,
    owner: DefId,
}

/// The finding of one body; there is at most one.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &WrongAction) -> Vec<Finding> {
    let (named, asked) = variants(body, wanted);
    if asked.is_empty() {
        return Vec::new();
    }
    let Some((name, deed)) = operation(body, wanted) else { return Vec::new() };
    let fits = |v: &DefId| deed_of_variant(body, *v, wanted).is_some_and(|d| d == deed);
    let wrong = asked.iter().find(|a| contradicts(body, a, &deed, wanted));
    let right = wrong.filter(|_| !named.iter().any(fits)).and_then(|wrong| {
        let right = siblings(body, wrong.owner).into_iter().filter(fits).min()?;
        Some((wrong, right))
    });
    let found = right
        .or_else(|| reads_only(body, &deed, (&named, &asked), wanted))
        .or_else(|| reads_other(body, &deed, (&named, &asked), wanted));
    found.map(|(wrong, right)| finding(body, lint, &name, wrong, right)).into_iter().collect()
}

/// Routes that ask for less than those beside them, one finding for each.
pub fn detect_routes(cx: &Context<'_>, lint: &Lint, routes: &[Route]) -> Vec<Finding> {
    routes.iter().filter(|route| route.selected).filter_map(|route| by_siblings(cx, lint, route)).collect()
}

fn by_siblings(cx: &Context<'_>, lint: &Lint, route: &Route) -> Option<Finding> {
    let (handler, lesser) = (route.handler_def?, route.lesser.as_ref()?);
    let path = route.path.as_deref().map_or(String::new(), |path| format!(" {path}"));
    let message = format!("`{}{path}` asks for the permission `{}`", route.method, lesser.asked);
    let mut finding = cx.finding(lint, handler, lesser.span, "not the permission for what it does", message);
    finding.in_test |= route.in_test;
    let beside = format!("`{}` beside it asks for `{}`", short(&lesser.sibling), lesser.fits);
    finding.context.push(Label::new(lesser.sibling_span, beside));
    finding.notes.push(format!("who has only `{}` may do it", lesser.asked));
    finding.help.push(format!("ask for `{}`, or for a permission of its own", lesser.fits));
    Some(finding)
}

/// A variant for reading, where something is deleted that has a word in common with what is read, if the enum has one for
/// deleting or changing what is read: `delete_bucket_site` that asks for `GetBucketPolicy`, where `PutBucketPolicy` is.
fn reads_only<'s>(
    body: &BodyCx<'_>,
    deed: &Deed,
    (named, asked): (&[DefId], &'s [Asked]),
    wanted: &WrongAction,
) -> Option<(&'s Asked, DefId)> {
    let read_of = |v: DefId| deed_of_variant(body, v, wanted).filter(|d| d.verb == READ);
    let writes_too = |&v: &DefId| deed_of_variant(body, v, wanted).is_some_and(|d| d.verb != READ);
    let other = |asked: &Asked| read_of(asked.variant).is_none();
    if deed.verb != DELETE || named.iter().any(writes_too) || asked.iter().any(other) {
        return None;
    }
    let wrong = asked.first()?;
    let read = read_of(wrong.variant)?;
    let writes = |v: &DefId| {
        let other = deed_of_variant(body, *v, wanted);
        other.is_some_and(|d| (d.verb == CHANGE || d.verb == DELETE) && d.thing == read.thing)
    };
    let common = read.thing.iter().any(|word| deed.thing.contains(word));
    let right = siblings(body, wrong.owner).into_iter().filter(writes).min().filter(|_| common)?;
    Some((wrong, right))
}

/// A variant for reading something else, where the enum has one that says just what is done: `create_signing_key` that asks for
/// `ServerInfo`, where `CreateSigningKey` is.
fn reads_other<'s>(
    body: &BodyCx<'_>,
    deed: &Deed,
    (named, asked): (&[DefId], &'s [Asked]),
    wanted: &WrongAction,
) -> Option<(&'s Asked, DefId)> {
    let verb = |v: DefId| deed_of_variant(body, v, wanted).map(|d| d.verb);
    let writes = |v: &DefId| verb(*v).is_some_and(|verb| verb != READ);
    let other = |asked: &Asked| verb(asked.variant) != Some(READ);
    if deed.verb == READ || named.iter().any(writes) || asked.iter().any(other) {
        return None;
    }
    let wrong = asked.first()?;
    let fits = |v: &DefId| deed_of_variant(body, *v, wanted).is_some_and(|d| d.fits(deed));
    siblings(body, wrong.owner).into_iter().filter(fits).min().map(|right| (wrong, right))
}

fn finding(body: &BodyCx<'_>, lint: &Lint, name: &str, wrong: &Asked, right: DefId) -> Finding {
    let map = &body.cx.map;
    let (asked, fits) = (map.def(wrong.variant).name, map.def(right).name);
    let message = format!("`{name}` asks for the permission `{asked}`");
    let mut finding = body.finding(lint, wrong.path, "the permission to do something else", message);
    let data = map.def(right);
    let span = variant_span(body, right).unwrap_or(body.cx.program.file(data.file).items[data.item].head);
    finding.context.push(Label::new(span, format!("`{fits}` fits what it does")));
    finding.notes.push(format!("who has `{asked}` may do it, and who has only `{fits}` may not"));
    finding.help.push(format!("ask for `{fits}`"));
    finding
}

fn variant_span(body: &BodyCx<'_>, variant: DefId) -> Option<Span> {
    let data = body.cx.map.def(variant);
    let DefKind::Variant(_, index) = data.kind else { return None };
    match &body.cx.program.file(data.file).items[data.item].kind {
        ItemKind::Enum(item) => item.variants.get(index as usize).map(|v| v.name.span),
        _ => None,
    }
}

/// The variants of enums of permissions that the body names, and those that it gives to a question.
fn variants(body: &BodyCx<'_>, wanted: &WrongAction) -> (Vec<DefId>, Vec<Asked>) {
    let (mut named, mut asked) = (Vec::new(), Vec::new());
    for (&e, found) in &body.names.exprs {
        let Res::Def(variant) = found.res else { continue };
        let data = body.cx.map.def(variant);
        let DefKind::Variant(owner, _) = data.kind else { continue };
        if found.rest > 0 || !Words::of(body.cx.map.def(owner).name.as_str()).has_any(&wanted.kinds) {
            continue;
        }
        named.push(variant);
        if matches!(body.kind(e), ExprKind::Path(_)) && given_to_question(body, e, wanted, MAX_NAMES) {
            asked.push(Asked { path: body.span(e), variant, owner });
        }
    }
    asked.sort_by_key(|a| a.path);
    (named, asked)
}

/// Whether the nearest call around that is no constructor is named for asking whether somebody may. A variable is followed
/// to where it is used.
fn given_to_question(body: &BodyCx<'_>, e: ExprId, wanted: &WrongAction, names: usize) -> bool {
    let mut at = e;
    for _ in 0..MAX_UP {
        let Some(up) = body.parent(at) else { return false };
        match body.kind(up) {
            ExprKind::MethodCall { .. } | ExprKind::Call { .. } => match called(body, up, at) {
                Some(name) if is_constructor(name.as_str()) => {}
                Some(name) => return Words::of(name.as_str()).has_any(&wanted.asks),
                None => return false,
            },
            ExprKind::Block(block) | ExprKind::Async(block) if block.tail != Some(at) => {
                let uses = variable(body, block, at).map_or_else(Vec::new, |pat| uses(body, pat));
                return names > 0 && uses.into_iter().any(|u| given_to_question(body, u, wanted, names - 1));
            }
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Closure { .. } => return false,
            _ => {}
        }
        at = up;
    }
    false
}

/// The name of what a call calls, if `arg` is one of its arguments.
fn called(body: &BodyCx<'_>, call: ExprId, arg: ExprId) -> Option<Symbol> {
    match body.kind(call) {
        ExprKind::MethodCall { receiver, method, .. } => (*receiver != arg).then_some(method.sym),
        ExprKind::Call { callee, .. } if *callee != arg => match body.kind(*callee) {
            ExprKind::Path(path) => path.last().map(|s| s.name.sym),
            _ => None,
        },
        _ => None,
    }
}

fn is_constructor(name: &str) -> bool {
    name.starts_with(char::is_uppercase) || matches!(name, "from" | "new" | "into")
}

/// The variable that a block names a value by.
fn variable(body: &BodyCx<'_>, block: &Block, value: ExprId) -> Option<PatId> {
    block.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Let { pat, value: Some(v), .. } if *v == value => match body.ir.pats[*pat].kind {
            PatKind::Typed(inner, _) => Some(inner),
            _ => Some(*pat),
        },
        _ => None,
    })
}

fn uses(body: &BodyCx<'_>, pat: PatId) -> Vec<ExprId> {
    let of_it = body.names.exprs.iter().filter(|(_, found)| found.res == Res::Local(pat));
    of_it.map(|(&e, _)| e).collect()
}

/// What the function does, with the name that says so.
fn operation(body: &BodyCx<'_>, wanted: &WrongAction) -> Option<(String, Deed)> {
    let map = &body.cx.map;
    let def = map.def(body.def);
    let own = def.name.as_str();
    let generic = Words::of(own).list().iter().all(|w| wanted.generic.contains(w));
    let name = match (generic, def.kind) {
        (false, _) => own,
        (true, DefKind::Method(id)) => match &map.impls[id].self_ty {
            Some(ty) => map.name_of(ty)?,
            None => return None,
        },
        (true, _) => return None,
    };
    Some((name.to_owned(), deed(name, &wanted.generic, wanted)?))
}

fn siblings(body: &BodyCx<'_>, owner: DefId) -> Vec<DefId> {
    let items = body.cx.map.trait_items.get(&owner);
    items.into_iter().flat_map(|items| items.values().copied()).collect()
}

fn deed_of_variant(body: &BodyCx<'_>, variant: DefId, wanted: &WrongAction) -> Option<Deed> {
    let map = &body.cx.map;
    let data = map.def(variant);
    let DefKind::Variant(owner, _) = data.kind else { return None };
    let around = Words::of(map.def(owner).name.as_str());
    deed(data.name.as_str(), around.list(), wanted)
}

/// Reads a name such as `list_service_accounts`, `TokenDelete` or `handle_create_user`, words of `aside` at the ends left out.
fn deed(name: &str, aside: &[String], wanted: &WrongAction) -> Option<Deed> {
    let words = Words::of(&apart(name));
    let mut words = words.list();
    let is_aside = |w: &String| aside.contains(w) || wanted.generic.contains(w);
    while words.last().is_some_and(is_aside) {
        words = &words[..words.len() - 1];
    }
    while words.first().is_some_and(is_aside) {
        words = &words[1..];
    }
    let verb = |w: &String| wanted.verbs.iter().position(|list| list.contains(w));
    let (verb, thing) = match (words.split_first(), words.split_last()) {
        (Some((first, rest)), _) if verb(first).is_some() => (verb(first)?, rest.to_vec()),
        (_, Some((last, rest))) if verb(last).is_some() => (verb(last)?, rest.to_vec()),
        // `SigningCreateKey`: the family, the verb, the thing.
        (Some((family, [second, rest @ ..])), _) if verb(second).is_some() => {
            (verb(second)?, std::iter::once(family).chain(rest).cloned().collect())
        }
        _ => return None,
    };
    (!thing.is_empty()).then(|| Deed { verb, thing: thing.iter().map(|w| singular(w)).collect() })
}

/// `KMSCreateKey` as `KMS_CreateKey`.
fn apart(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 2);
    for (i, &c) in chars.iter().enumerate() {
        let upper = |i: usize| chars.get(i).is_some_and(|c| c.is_uppercase());
        let lower = |i: usize| chars.get(i).is_some_and(|c| c.is_lowercase());
        // A plural is no word of its own: `listACLs`.
        let plural = chars.get(i + 1) == Some(&'s') && !lower(i + 2);
        if i > 0 && upper(i - 1) && upper(i) && lower(i + 1) && !plural {
            out.push('_');
        }
        out.push(c);
    }
    out
}

fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if word.ends_with("ss") || word.ends_with("us") => word.to_owned(),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

/// Whether a variant says that something else is done to the same thing.
fn contradicts(body: &BodyCx<'_>, asked: &Asked, deed: &Deed, wanted: &WrongAction) -> bool {
    let Some(other) = deed_of_variant(body, asked.variant, wanted) else { return false };
    let pair = [other.verb.min(deed.verb), other.verb.max(deed.verb)];
    other.thing == deed.thing && other.verb != deed.verb && !wanted.alike.contains(&pair)
}

#[cfg(test)]
mod tests {
    use super::{apart, singular};

    #[test]
    fn things_are_compared_in_the_singular() {
        assert_eq!(singular("accounts"), "account");
        assert_eq!(singular("policies"), "policy");
        assert_eq!(singular("access"), "access");
        assert_eq!(singular("status"), "status");
    }

    #[test]
    fn abbreviations_are_words() {
        assert_eq!(apart("KMSCreateKey"), "KMS_CreateKey");
        assert_eq!(apart("ListACLs"), "ListACLs");
        assert_eq!(apart("create_key"), "create_key");
    }
}
