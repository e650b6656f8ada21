//! A derived trait shows the content of secret fields.
//!
//! For every struct and enum with such a derive: a field counts if its [name](names) is that of a secret and its type
//! [shows](fields) what it holds. One finding for each type, at the first such field. Silent: derives for tests only, code
//! that a program wrote. A type that nobody prints is worth a look at most, unless it is part of a library that
//! [hands it out](handed): then whoever uses the library may print it. A `Debug` [by hand](by_hand) that shows such a field is
//! judged like a derived one.

pub mod by_hand;
pub(super) mod fields;
pub mod handed;
mod hiding;
pub(super) mod names;
pub mod printed;
pub(super) mod serialized;
mod wiped;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::catalog::parameters::DerivedTrait;
use crate::detectors::Context;
use crate::detectors::derived_trait::by_hand::ShownByHand;
use crate::detectors::derived_trait::fields::{Judge, Shown};
use crate::detectors::derived_trait::hiding::Hiding;
use crate::detectors::derived_trait::printed::Printed;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{Attr, FileIr, Item, Visibility};
use crate::resolve::{DefId, DefKind, Res};
use crate::workspace::{DependencyKind, Package, TargetKind, Workspace};

/// What all bodies do with types.
#[derive(Debug, Default)]
pub struct Seen {
    /// The types that are printed.
    pub printed: Printed,
    /// The types that are made.
    pub made: FxHashSet<DefId>,
    /// What is shown of a type by a `Debug` that is written by hand.
    pub by_hand: FxHashMap<DefId, Vec<ShownByHand>>,
}

/// Findings of a `derived-trait` lint: one for each type.
pub fn detect(cx: &Context<'_>, lint: &Lint, wanted: &DerivedTrait, seen: &Seen) -> Vec<Finding> {
    let mut out = Vec::new();
    let witnesses = Witnesses {
        printed: &seen.printed,
        handed: Printed::new(cx, handed::handed_out(cx, &wanted.made_by, &seen.made)),
        programs: Programs::of(cx.workspace),
        hiding: Hiding::of(cx, wanted, seen),
    };
    for (id, def) in cx.map.defs.iter() {
        if !matches!(def.kind, DefKind::Struct | DefKind::Enum) {
            continue;
        }
        let ir = cx.program.file(def.file);
        let item = &ir.items[def.item];
        let owner = Words::of(def.name.as_str());
        if wanted.not.iter().any(|w| owner.has(w)) || item.attrs.iter().any(|a| hides(a, &wanted.hidden_by)) {
            continue;
        }
        for name in &wanted.traits {
            let Some(derive) = derive_of(cx, item, name) else { continue };
            if !is_generated(ir, item) {
                let shown = Judge { cx, id, ir, derived: name, hidden_by: &wanted.hidden_by }.shown(item);
                let found = report(cx, lint, id, (name, derive), shown, wanted);
                out.extend(found.map(|f| witnessed(f, cx, id, name, &witnesses)));
            }
        }
        if wanted.traits.iter().any(|name| name == "Debug")
            && let Some(parts) = seen.by_hand.get(&id)
        {
            let shown = Judge { cx, id, ir, derived: "Debug", hidden_by: &wanted.hidden_by }.shown(item);
            let found = report_by_hand(cx, lint, id, parts, shown);
            out.extend(found.map(|f| witnessed(f, cx, id, BY_HAND, &witnesses)));
        }
    }
    out
}

/// A `Debug` that is written by hand.
const BY_HAND: &str = "Debug by hand";

/// Who prints values of a type.
struct Witnesses<'a> {
    /// What the workspace prints.
    printed: &'a Printed,
    /// What libraries hand to their users.
    handed: Printed,
    programs: Programs,
    hiding: Hiding,
}

/// Adds the place where values of the type are printed; without one, and if no user of a library gets such a value, the
/// finding is weak. Who writes a `Debug` by hand in a library means it to be used.
fn witnessed(
    mut finding: Finding,
    cx: &Context<'_>,
    id: DefId,
    derived: &str,
    witnesses: &Witnesses<'_>,
) -> Finding {
    let open = match derived {
        BY_HAND => Programs::is_offered(cx, id),
        _ => witnesses.programs.leave_open(cx, id) && witnesses.handed.place(id).is_some(),
    };
    if !matches!(derived, "Debug" | BY_HAND) {
        return finding;
    }
    if let Some(place) = witnesses.printed.place(id) {
        finding.context.push(Label::new(place, "values of the type are printed here"));
        return finding;
    }
    if open {
        return finding;
    }
    // Nothing prints the type yet.
    let plain = finding.confidence == Confidence::High;
    let forgotten = witnesses.hiding.beside(cx, id).filter(|_| plain).cloned();
    let known =
        forgotten.or_else(|| wiped::by_itself(cx, id).filter(|_| finding.confidence > Confidence::Low));
    finding.confidence = if known.is_some() { Confidence::Medium } else { Confidence::Low };
    finding.context.extend(known);
    finding.notes.push("no place was found that prints values of the type".to_owned());
    finding
}

/// Packages that are part of a program of the workspace, so that all of their users are seen.
struct Programs {
    packages: Vec<bool>,
}

impl Programs {
    /// Packages with a program, and the members that they depend on.
    fn of(workspace: &Workspace) -> Programs {
        let has_program = |p: &Package| p.targets.iter().any(|t| t.kind == TargetKind::Bin);
        let mut packages: Vec<bool> = workspace.packages.iter().map(has_program).collect();
        let mut open: Vec<usize> = (0..packages.len()).filter(|&i| packages[i]).collect();
        while let Some(package) = open.pop() {
            let needed = workspace.packages[package].dependencies.iter();
            for member in needed.filter(|d| d.kind == DependencyKind::Normal).filter_map(|d| d.member) {
                if !std::mem::replace(&mut packages[member], true) {
                    open.push(member);
                }
            }
        }
        Programs { packages }
    }

    /// Whether a type of a library of the workspace may be printed by others, though a program of the workspace uses it too.
    fn is_offered(cx: &Context<'_>, id: DefId) -> bool {
        let def = cx.map.def(id);
        let item = &cx.program.file(def.file).items[def.item];
        let package = &cx.workspace.packages[cx.map.crates[def.krate].package];
        item.vis == Visibility::Public && package.targets.iter().any(|t| t.kind == TargetKind::Lib)
    }

    /// Whether whoever uses a library of the workspace gets at a type of it, unseen.
    fn leave_open(&self, cx: &Context<'_>, id: DefId) -> bool {
        let def = cx.map.def(id);
        let item = &cx.program.file(def.file).items[def.item];
        item.vis == Visibility::Public && !self.contain(cx.map.crates[def.krate].package)
    }

    fn contain(&self, package: usize) -> bool {
        self.packages[package]
    }
}

/// Whether an attribute is one of a list: `redact` by its name, `serde(skip)` by an argument.
pub(super) fn hides(attr: &Attr, list: &[String]) -> bool {
    let name = attr.name();
    list.iter().any(|wanted| match wanted.trim_end_matches(')').split_once('(') {
        Some((outer, inner)) => {
            name == *outer && attr.args.iter().any(|a| a.name.is_some_and(|n| n == *inner))
        }
        None => name == **wanted,
    })
}

/// The place of a trait's name in a derive that is not for tests only.
pub(super) fn derive_of(cx: &Context<'_>, item: &Item, name: &str) -> Option<Span> {
    let derives = item.attrs.iter().filter(|a| a.name() == "derive" && !for_tests_only(cx, a));
    let is_it = |n: Symbol| {
        let mut path = n.as_str().rsplit("::").map(str::trim);
        // A macro of the project by the name of `Debug` shows what it likes.
        let owner = |p: &str| name != "Debug" || matches!(p, "fmt" | "std" | "core" | "derive_more");
        path.next() == Some(name) && path.next().is_none_or(owner)
    };
    derives.flat_map(|a| &a.args).find(|arg| arg.name.is_some_and(is_it)).map(|arg| arg.span)
}

/// `#[cfg_attr(test, derive(Debug))]`.
fn for_tests_only(cx: &Context<'_>, attr: &Attr) -> bool {
    let text: String = cx.program.sources.slice(attr.span).split_whitespace().collect();
    text.starts_with("#[cfg_attr(test,") || text.starts_with("#[cfg_attr(all(test,")
}

/// Code that a program wrote is changed where it comes from.
fn is_generated(ir: &FileIr, item: &Item) -> bool {
    let marked = |text: &str| {
        let text = text.to_lowercase();
        text.contains("@generated")
            || text.contains("generated by")
            || text.contains("automatically generated")
    };
    ir.comments.iter().take(5).any(|c| marked(&c.text))
        || item.attrs.iter().any(|a| a.name() == "automatically_derived")
}

fn report(
    cx: &Context<'_>,
    lint: &Lint,
    id: DefId,
    (derived, derive): (&str, Span),
    mut shown: Vec<Shown>,
    wanted: &DerivedTrait,
) -> Option<Finding> {
    let confidence = shown.iter().map(|s| s.confidence).max()?;
    if wanted.certain && confidence == Confidence::Low {
        return None;
    }
    // Weak names are not listed beside strong ones.
    shown.retain(|s| s.confidence > Confidence::Low || confidence == Confidence::Low);
    let (first, rest) = shown.split_first()?;
    let owner = cx.map.def(id).name;
    let what = list_of(owner, &shown);
    let message = format!("derived `{derived}` of `{owner}` shows {what}");
    let mut finding = cx.finding(lint, id, first.span, &format!("{} in the clear", wanted.does), message);
    finding.confidence = confidence;
    finding.context.push(Label::new(derive, format!("`{derived}` is derived here")));
    finding.context.extend(rest.iter().map(|s| Label::new(s.span, format!("{} too", wanted.does))));
    finding.help.push(match wrapper(cx, id) {
        _ if !wanted.advice.is_empty() => wanted.advice.clone(),
        Some(path) => format!("use `{path}` as the type, which does not print its content"),
        None => {
            format!("implement `{derived}` by hand and leave the secret out, or wrap it in a type that does")
        }
    });
    Some(finding)
}

/// `token` and what else is shown.
fn list_of(owner: Symbol, shown: &[Shown]) -> String {
    match shown {
        [first, ..] if first.name == owner => "its content".to_owned(),
        [first, second] => format!("`{}` and `{}`", first.name, second.name),
        [first, rest @ ..] if !rest.is_empty() => {
            format!("`{}` and {} more secrets", first.name, rest.len())
        }
        list => list.first().map_or_else(String::new, |first| format!("`{}`", first.name)),
    }
}

/// One finding for the secrets among the fields that a `Debug` by hand shows, at the first of them.
fn report_by_hand(
    cx: &Context<'_>,
    lint: &Lint,
    id: DefId,
    parts: &[ShownByHand],
    mut shown: Vec<Shown>,
) -> Option<Finding> {
    let owner = cx.map.def(id).name;
    let part = |s: &Shown| {
        let name = if s.name == owner { Symbol::new("0") } else { s.name };
        parts.iter().find(|part| part.field == name)
    };
    let hides_half = shown.iter().any(|s| part(s).is_none() && Words::of(s.name.as_str()).has("secret"));
    shown.retain(|s| part(s).is_some() && !(hides_half && is_other_half(s.name)));
    let confidence = shown.iter().map(|s| s.confidence).max()?;
    shown.retain(|s| s.confidence > Confidence::Low || confidence == Confidence::Low);
    let first = shown.first().and_then(&part)?;
    let message = format!("`Debug` of `{owner}` shows {}", list_of(owner, &shown));
    let mut finding = cx.finding(lint, first.method, first.place, "shown in the clear", message);
    finding.confidence = confidence;
    let fields = shown.iter().map(|s| Label::new(s.span, "this field"));
    let others = shown.iter().skip(1).filter_map(part).map(|p| Label::new(p.place, "shown too"));
    finding.context.extend(fields.take(1).chain(others));
    finding
        .help
        .push("leave the secret out, or write a placeholder such as `\"..\"` in its place".to_owned());
    Some(finding)
}

/// `api_key` where the `api_secret` beside it is hidden: the name by which the other side knows whose secret it is.
fn is_other_half(name: Symbol) -> bool {
    let words = Words::of(name.as_str());
    words.has_pair("api", "key") || words.has_pair("access", "key") || words.has("apikey")
}

/// A type that hides its content, of a crate that the project depends on.
fn wrapper(cx: &Context<'_>, id: DefId) -> Option<String> {
    let externs = &cx.map.crates[cx.map.def(id).krate].externs;
    let mut found: Vec<&str> = externs
        .values()
        .filter_map(|res| if let Res::Ext(ext) = res { Some(&ext.krate) } else { None })
        .filter_map(|krate| Some((krate, cx.catalog.models.get(krate.package.as_str())?)))
        .flat_map(|(krate, model)| model.types.iter().filter(|t| t.holds_at(krate.version.as_ref())))
        .filter(|t| t.roles.iter().any(|r| r.as_str() == "secret/wrapper"))
        .map(|t| t.path.as_str())
        .collect();
    found.sort_unstable();
    found.iter().find(|path| path.ends_with("String")).or(found.first()).map(|path| (*path).to_owned())
}
