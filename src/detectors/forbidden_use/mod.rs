//! An algorithm that should not be used is used: by path, through an alias, as a generic argument.
//!
//! A [table] from names to algorithms chooses none of them.
//!
//! Every place where a path names the item or goes through the type (`Md5::new()`, `md5::compute(x)`, `Hmac::<Md5>::new(..)`,
//! `hash::<Md5>(x)`, `let h: Md5 = ..`) is a use, and so is the [argument] that names it; imports and declarations are not. A use with a legitimate purpose, told
//! by a second witness, is no finding.

mod argument;
mod table;

use std::collections::BTreeMap;

use crate::base::{Span, Symbol};
use crate::catalog::parameters::ForbiddenUse;
use crate::catalog::purpose::Purpose;
use crate::catalog::{AccessPath, Lint, Role};
use crate::detectors::body::short_path;
use crate::detectors::condition::choice_to_weaken;
use crate::detectors::outcome::is_returned;
use crate::detectors::purpose::{Around, bound_around, fed, word_matches};
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, Context, remarks};
use crate::finding::{Confidence, Finding, Severity};
use crate::flow::{Origin, OriginKind};
use crate::ir::{ExprId, ExprKind, FileIr, GenericArg, ItemKind, Stmt, TypeId, TypeKind};
use crate::resolve::{DefId, DefKind, Ext, Namespace, Res};
use crate::types::{Callee, Ty};

/// Generic arguments are looked at this deep.
const MAX_DEPTH: usize = 4;

/// A use of an item with one of the roles.
struct Use {
    span: Span,
    expr: ExprId,
    display: String,
    instead: Option<String>,
}

/// Findings of a `forbidden-use` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &ForbiddenUse) -> Vec<Finding> {
    let mut found: BTreeMap<Span, Use> = BTreeMap::new();
    for id in body.exprs() {
        for one in uses_at(body, id, &wanted.roles) {
            found.entry(one.span).or_insert(one);
        }
        // The names around a helper say less than those around what it is asked for.
        if let Some(one) = by_helper(body, id, wanted) {
            found.entry(one.span).or_insert(one);
        }
    }
    for one in argument::uses(body, &wanted.roles) {
        found.entry(one.span).or_insert(one);
    }
    found.into_values().filter_map(|one| report(body, lint, wanted, one)).collect()
}

fn uses_at(body: &BodyCx<'_>, id: ExprId, roles: &[Role]) -> Vec<Use> {
    let span = body.span(id);
    match body.kind(id) {
        ExprKind::Path(_) if through_alias(body, id) => Vec::new(),
        ExprKind::Path(path) => {
            let mut out: Vec<Use> = by_path(body, id, roles).into_iter().collect();
            if out.is_empty() {
                let scope = body.cx.types().scope_of(body.def);
                let owner = body.types.owners.get(&id).cloned();
                // Arguments of the type are the owner's; those of the function stand alone.
                let args = path.last().filter(|_| !calls_keyed(body, id)).into_iter();
                let args = args.flat_map(|s| body.cx.types().generic_args(&scope, &s.args, 0));
                let named = owner.into_iter().chain(args);
                out.extend(named.into_iter().find_map(|ty| by_type(body, id, span, &ty, roles, 0)));
            }
            out
        }
        ExprKind::MethodCall { method, generics, .. } => {
            let scope = body.cx.types().scope_of(body.def);
            let args = generics.iter().map(|&t| body.cx.types().lower(&scope, t));
            let rows = body.flow.rows.get(&id);
            let row = rows.into_iter().flatten().find_map(|api| {
                let used = api.roles.iter().any(|r| r.at == AccessPath::Use && roles.contains(&r.role));
                used.then(|| Use {
                    span: method.span,
                    expr: id,
                    display: api.display.clone().unwrap_or_else(|| short_path(api.path.as_str())),
                    instead: api.instead.clone(),
                })
            });
            row.into_iter()
                .chain(args.filter_map(|ty| by_type(body, id, method.span, &ty, roles, 0)))
                .collect()
        }
        ExprKind::Block(block) | ExprKind::Async(block) => {
            let mut out = Vec::new();
            for stmt in &block.stmts {
                if let Stmt::Let { ty: Some(ty), value: Some(value), .. } = stmt {
                    let scope = body.cx.types().scope_of(body.def);
                    let named = body.cx.types().lower(&scope, *ty);
                    let place = body.ir.types[*ty].span;
                    // `let h: Md5 = Md5::new()` is told at the value.
                    if uses_in(body, *value, roles).is_empty() {
                        out.extend(by_type(body, *value, place, &named, roles, 0));
                    }
                }
            }
            out
        }
        _ => Vec::new(),
    }
}

/// The use in a function of the workspace whose result is given by the item.
fn by_helper(body: &BodyCx<'_>, id: ExprId, wanted: &ForbiddenUse) -> Option<Use> {
    let Some(Callee::Def(def)) = body.types.callees.get(&id) else { return None };
    let made = |o: &&Origin| matches!(&o.kind, OriginKind::Role(r) if wanted.roles.contains(r));
    let origin = body.flow.of(id).origins().iter().find(made)?;
    let own = Words::of(&body.cx.map.path_of(*def));
    if wanted.near.is_empty() || wanted.near.iter().any(|w| word_matches(&own, w)) {
        return None;
    }
    let helper = body.cx.map.def(*def);
    let item = &body.cx.program.file(helper.file).items[helper.item];
    item.span.contains(origin.span).then(|| Use {
        span: origin.span,
        expr: id,
        display: format!("what `{}` computes", helper.name),
        instead: None,
    })
}

fn uses_in(body: &BodyCx<'_>, root: ExprId, roles: &[Role]) -> Vec<Use> {
    let mut ids = Vec::new();
    body.ir.for_each_expr(root, &mut |id| ids.push(id));
    let plain = ids
        .into_iter()
        .filter(|&id| matches!(body.kind(id), ExprKind::Path(_) | ExprKind::MethodCall { .. }));
    plain.flat_map(|id| uses_at(body, id, roles)).collect()
}

/// A function, constant or static with the role, or an associated item of a type with it.
fn by_path(body: &BodyCx<'_>, id: ExprId, roles: &[Role]) -> Option<Use> {
    let ext = match (body.types.callees.get(&id), body.names.exprs.get(&id).map(|r| &r.res)) {
        (Some(Callee::Ext(ext)), _) => ext.clone(),
        (_, Some(Res::Ext(ext))) => body.cx.types().externals.canonical(ext),
        _ => return None,
    };
    let rows = body.cx.types().externals.rows(&ext);
    let row =
        rows.iter().find(|api| api.roles.iter().any(|r| r.at == AccessPath::Use && roles.contains(&r.role)));
    if let Some(api) = row {
        let display = api.display.clone().unwrap_or_else(|| short_path(api.path.as_str()));
        let instead = api.instead.clone();
        return Some(Use { span: body.span(id), expr: id, display, instead });
    }
    let (owner, _) = ext.path.as_str().rsplit_once("::")?;
    let owner = Ext { krate: ext.krate.clone(), path: Symbol::new(owner) };
    by_model(body, id, body.span(id), (&ext, &[]), roles)
        .or_else(|| by_model(body, id, body.span(id), (&owner, &[]), roles))
}

fn by_model(
    body: &BodyCx<'_>,
    id: ExprId,
    span: Span,
    (ext, args): (&Ext, &[Ty]),
    roles: &[Role],
) -> Option<Use> {
    let model = body.cx.catalog.type_model(ext.path, ext.krate.version.as_ref())?;
    let argument = |n: usize| match args.get(n)?.peel() {
        Ty::Adt(Res::Ext(arg), _) => Some(Symbol::new(arg.name())),
        _ => None,
    };
    model.has_role(roles, argument).then(|| Use {
        span,
        expr: id,
        display: model.display.clone().unwrap_or_else(|| ext.name().to_owned()),
        instead: model.instead.clone(),
    })
}

/// Whether a path goes through a type alias of the workspace: the choice was made, and is told, there.
fn through_alias(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(Res::Def(def)) = body.names.exprs.get(&id).map(|found| &found.res) else { return false };
    body.cx.map.def(*def).kind == DefKind::TypeAlias
}

/// Type aliases of the workspace that choose an item with one of the roles.
pub fn detect_aliases(cx: &Context<'_>, lint: &Lint, wanted: &ForbiddenUse) -> Vec<Finding> {
    let aliases: Vec<DefId> =
        cx.map.defs.iter().filter(|(_, def)| def.kind == DefKind::TypeAlias).map(|(id, _)| id).collect();
    let entry = |id: DefId| wanted.tables && table::is_alias_of_arm(cx, &aliases, id);
    // Few are findings at all, so that the others of a file are looked through for those alone.
    aliases.iter().filter_map(|&id| alias(cx, lint, wanted, id).filter(|_| !entry(id))).collect()
}

fn alias(cx: &Context<'_>, lint: &Lint, wanted: &ForbiddenUse, id: DefId) -> Option<Finding> {
    let ForbiddenUse { roles, near, purposes, .. } = wanted;
    let def = cx.map.def(id);
    let ItemKind::TypeAlias(alias) = &cx.program.file(def.file).items[def.item].kind else { return None };
    let (span, display, instead) = written(cx, id, alias.ty?, roles, 0)?;
    let mut words = Words::of(&cx.map.path_of(id));
    words.extend(Words::of(cx.file_stem(def.file)));
    let package = &cx.workspace.packages[cx.map.crates[def.krate].package].name;
    let by_package = |p: &Purpose| p.packages.iter().any(|known| known == package);
    let serves = |p: &Purpose| by_package(p) || p.words.iter().any(|w| word_matches(&words, w));
    if purposes.iter().any(|p| p.excuses(&display) && serves(p)) {
        return None;
    }
    if !near.is_empty() && !near.iter().any(|w| word_matches(&words, w)) {
        return None;
    }
    let label = format!("{display} {}", wanted.label);
    let mut finding = cx.finding(lint, id, span, &label, format!("{display} is chosen here"));
    finding.help.extend(instead.map(|i| format!("use {i}")));
    Some(finding)
}

/// The part of a type as written that names an item with one of the roles, other aliases not expanded.
fn written(
    cx: &Context<'_>,
    id: DefId,
    ty: TypeId,
    roles: &[Role],
    depth: usize,
) -> Option<(Span, String, Option<String>)> {
    let def = cx.map.def(id);
    let ir = cx.program.file(def.file);
    let TypeKind::Path(path) = &ir.types[ty].kind else { return None };
    if depth > MAX_DEPTH {
        return None;
    }
    let found = cx.map.resolve(def.module, def.owner, path, Namespace::Type);
    if let Some(Res::Ext(ext)) = found.map(|f| f.res) {
        let ext = cx.types().externals.canonical(&ext);
        let model = cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
        let argument = |n: usize| last_name(ir, path.last()?.args.get(n)?);
        if let Some(model) = model.filter(|m| m.has_role(roles, argument)) {
            let display = model.display.clone().unwrap_or_else(|| ext.name().to_owned());
            return Some((ir.types[ty].span, display, model.instead.clone()));
        }
        if is_keyed(cx, &ext) {
            return None;
        }
    }
    let args = path.segments.iter().flat_map(|s| &s.args);
    let types = args.filter_map(|a| if let GenericArg::Type(t) = a { Some(*t) } else { None });
    types.into_iter().find_map(|t| written(cx, id, t, roles, depth + 1))
}

/// The last name of a generic argument that is a path.
fn last_name(ir: &FileIr, arg: &GenericArg) -> Option<Symbol> {
    let GenericArg::Type(ty) = arg else { return None };
    let TypeKind::Path(path) = &ir.types[*ty].kind else { return None };
    path.last().map(|segment| segment.name.sym)
}

fn by_type(body: &BodyCx<'_>, id: ExprId, span: Span, ty: &Ty, roles: &[Role], depth: usize) -> Option<Use> {
    let Ty::Adt(res, args) = ty.peel() else { return None };
    if depth > MAX_DEPTH {
        return None;
    }
    if let Res::Ext(ext) = res {
        if let Some(found) = by_model(body, id, span, (ext, args), roles) {
            return Some(found);
        }
        if is_keyed(body.cx, ext) {
            return None;
        }
    }
    args.iter().find_map(|arg| by_type(body, id, span, arg, roles, depth + 1))
}

/// Whether a path is to a function, `pbkdf2_hmac::<Sha1>`, whose strength does not rest on collisions of the hash in it.
fn calls_keyed(body: &BodyCx<'_>, id: ExprId) -> bool {
    let Some(Callee::Ext(ext)) = body.types.callees.get(&id) else { return false };
    let harmless = |r: &crate::catalog::RoleAt| r.role.as_str() == "hash/collisions-harmless";
    body.cx.types().externals.rows(ext).iter().any(|api| api.roles.iter().any(harmless))
}

/// Whether the strength of a type (a MAC, a key derivation) does not rest on collisions of the hash in it.
fn is_keyed(cx: &Context<'_>, ext: &Ext) -> bool {
    let model = cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
    model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == "hash/collisions-harmless"))
}

fn report(body: &BodyCx<'_>, lint: &Lint, wanted: &ForbiddenUse, one: Use) -> Option<Finding> {
    let ForbiddenUse { near, purposes, .. } = wanted;
    let around = Around::new(body, one.expr);
    let personal = around.takes(&wanted.personal);
    let excuses = |p: &&Purpose| !personal && p.excuses(&one.display);
    let excusing: Vec<&Purpose> = purposes.iter().filter(excuses).collect();
    if around.serve(body, &excusing) {
        return None;
    }
    let mut words = around.near.clone();
    words.extend(around.data.clone());
    words.extend(fed_words(body, one.expr));
    // A whole package is for many things, so its name says nothing of what is secret.
    let sensitive = personal || words.has_any(SENSITIVE) && !is_that_function(body, &one, &words);
    if !sensitive && around.package_serves(body, &excusing) {
        return None;
    }
    if !near.is_empty() && !is_near(body, &one, &words, near) {
        return None;
    }
    if table::only_compares(body, one.expr) {
        return None;
    }
    let display = &one.display;
    let message = format!("{display} is used here");
    let label = format!("{display} {}", wanted.label);
    let mut finding = body.finding(lint, one.span, &label, message);
    if !sensitive || reads_what_is_stored(body) {
        match standing(body, wanted, &one) {
            Standing::Chosen => {}
            Standing::Offered => return None,
            Standing::Named => finding.confidence = Confidence::Low,
        }
    }
    if choice_to_weaken(body, one.expr, &Words::default()).is_some()
        || wanted.tables && table::translates(body, one.expr, &one.display)
        || wanted.tables && !words.name_password() && table::offers(body, one.expr, &one.display)
    {
        finding.confidence = Confidence::Low;
    }
    if remarks::cite_specification(body) {
        finding.confidence = Confidence::Low;
        finding.notes.push("the function is explained by a document that prescribes what it does".to_owned());
    }
    let hashes = wanted.roles.iter().all(|r| r.as_str().starts_with("hash/"));
    weigh(&mut finding, hashes && words.name_password(), personal, sensitive);
    let instead = match personal {
        true => Some("`Hmac<Sha256>` of `hmac` under a key that is kept elsewhere".to_owned()),
        false => one.instead,
    };
    finding.help.extend(instead.map(|i| format!("use {i}")));
    Some(finding)
}

/// What the data that goes in says of how bad and how sure it is.
fn weigh(finding: &mut Finding, hashes_password: bool, personal: bool, sensitive: bool) {
    if hashes_password {
        finding.severity = finding.severity.max(Severity::High);
        finding.notes.push(
            "a password is involved: a fast hash lets an attacker try billions of guesses a second"
                .to_owned(),
        );
    } else if personal {
        finding.notes.push(
            "few such numbers are possible: whoever has a digest without a key tries them all".to_owned(),
        );
    } else if !sensitive {
        finding.confidence = finding.confidence.min(Confidence::Medium);
    }
}

/// Whether a finding is about a digest that the function gives, and no name says that it protects something: then what it is for is
/// told by those who call it.
pub(super) fn gives_digest(body: &BodyCx<'_>, wanted: &ForbiddenUse, finding: &Finding) -> bool {
    let uses = body.exprs().flat_map(|id| uses_at(body, id, &wanted.roles));
    let here = uses.into_iter().find(|one| one.span == finding.primary.span);
    here.is_some_and(|one| {
        let around = Around::new(body, one.expr);
        let sides = [around.near, around.data, fed_words(body, one.expr)];
        is_returned(body, one.expr) && !sides.iter().any(|words| words.has_any(SENSITIVE))
    })
}

/// The purpose that the result of a call serves where it stands.
pub(super) fn purpose_at(body: &BodyCx<'_>, wanted: &ForbiddenUse, call: ExprId) -> Option<String> {
    let around = Around::new(body, call);
    // The key of a cache is none.
    let names = |words: &Words| words.clone().without(&["key"]).has_any(SENSITIVE);
    if names(&around.near) || names(&around.data) {
        return None;
    }
    let serves = |p: &&Purpose| p.algorithms.is_empty() && around.serve(body, &[p]);
    wanted.purposes.iter().find(serves).map(|p| p.name.clone())
}

/// Words of what the hasher that an expression makes is fed with later: `let mut h = Md5::new(); h.update(password)`.
fn fed_words(body: &BodyCx<'_>, made: ExprId) -> Words {
    let mut words = Words::default();
    let hashers = bound_around(body, made);
    for arrival in body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == "hash/input") {
        if let ExprKind::MethodCall { receiver, .. } = body.kind(arrival.call)
            && body.local(*receiver).is_some_and(|local| hashers.contains(&local))
        {
            words.extend(body.words(arrival.arg));
        }
    }
    words
}

/// Whether names around, or of what goes in, have one of the words. If fields alone go in, their names say what is hashed, and
/// that of the type or module around them does not.
fn is_near(body: &BodyCx<'_>, one: &Use, words: &Words, near: &[String]) -> bool {
    let matches = |words: &Words| near.iter().any(|w| word_matches(words, w));
    let fed = fed(body, one.expr);
    let fields =
        !fed.is_empty() && fed.iter().all(|&e| matches!(body.kind(body.peel(e)), ExprKind::Field { .. }));
    if !fields {
        return matches(words);
    }
    let function = Words::of(body.cx.map.def(body.def).name.as_str());
    matches(&function) || fed.iter().any(|&e| matches(&body.words(e)))
}

/// Whether a function compares with what is there already: `verify_password`. What it reads was made by others, or long ago.
fn reads_what_is_stored(body: &BodyCx<'_>) -> bool {
    Words::of(body.cx.map.def(body.def).name.as_str())
        .has_any(&["verify", "check", "validate", "matches", "compare"])
}

/// Who chose the algorithm.
enum Standing {
    /// The code at the use.
    Chosen,
    /// Whoever reads both: a sound algorithm is computed beside it.
    Offered,
    /// Data, where an arm of a `match` names the algorithm, or the callers of a function or module that is named for it.
    Named,
}

fn standing(body: &BodyCx<'_>, wanted: &ForbiddenUse, one: &Use) -> Standing {
    if wanted.beside.is_empty() {
        return Standing::Chosen;
    }
    let reads = reads_what_is_stored(body);
    if in_arm_of(body, one) || !reads && is_named_for(body, one) {
        return Standing::Named;
    }
    if reads {
        return Standing::Chosen;
    }
    match body.exprs().any(|id| !uses_at(body, id, &wanted.beside).is_empty()) {
        true => Standing::Offered,
        false => Standing::Chosen,
    }
}

/// Whether a function is called like the algorithm and nothing around says that something is protected but that it is about
/// cryptography: `crypto::md5(text)` offers it.
fn is_that_function(body: &BodyCx<'_>, one: &Use, words: &Words) -> bool {
    let name = body.cx.map.def(body.def).name;
    letters(name.as_str()) == letters(&one.display) && !words.clone().without(&["crypto"]).has_any(SENSITIVE)
}

/// Whether the function or what it assigns the result to, as `part.body_md5`, has the algorithm in its name, or its module or
/// file is called like it.
fn is_named_for(body: &BodyCx<'_>, one: &Use) -> bool {
    let algorithm = letters(&one.display);
    let def = body.cx.map.def(body.def);
    let module = body.cx.map.modules[def.module].name;
    letters(def.name.as_str()).contains(&algorithm)
        || [module.as_str(), body.file_stem()].iter().any(|name| letters(name) == algorithm)
        || assigned(body, one.expr).is_some_and(|name| letters(name.as_str()).contains(&algorithm))
}

/// The name of the field or variable that gets what is made around an expression.
fn assigned(body: &BodyCx<'_>, id: ExprId) -> Option<Symbol> {
    let mut at = id;
    while let Some(parent) = body.parent(at) {
        match body.kind(parent) {
            ExprKind::Assign { target, .. } => return body.name(*target),
            ExprKind::Struct { fields, .. } => {
                return fields.iter().find(|f| f.value == at).map(|f| f.name.sym);
            }
            ExprKind::Block(_) | ExprKind::Async(_) => return None,
            _ => at = parent,
        }
    }
    None
}

/// Whether the pattern of an arm around a use names the algorithm: `Digest::Sha1 => ..`, `"md5" => ..`.
fn in_arm_of(body: &BodyCx<'_>, one: &Use) -> bool {
    let name = letters(&one.display);
    body.arms_around(one.expr).into_iter().any(|pat| table::names(body, pat, &name))
}

/// A name without case and punctuation, so that `SHA-1`, `Sha1` and `sha_1` are one.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Words that say that an attacker gains from breaking the algorithm.
const SENSITIVE: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "signature",
    "sign",
    "verify",
    "auth",
    "session",
    "key",
    "encrypt",
    "decrypt",
    "license",
    "credential",
    "login",
    "csrf",
    "hmac",
    "crypto",
];
