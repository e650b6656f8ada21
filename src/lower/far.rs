//! Macros that another file of the same package defines.
//!
//! Files are lowered alone at first. One that calls a `macro_rules!` macro which only another file has is lowered once
//! more, with the text of the definition at hand, and that of those which the definition calls. Where a definition is
//! visible is not followed: a name that the package defines once means that definition, one that it defines several times
//! means nothing. Absent: macros of other packages, and names of well-known ones, which are read by their table.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{FileId, Span, Symbol};
use crate::ir::{ExprKind, FileIr, ItemId, ItemKind, Path, Program};
use crate::lower::ctx::Lowerer;
use crate::lower::macros::form_of;
use crate::lower::scan::scan;

/// Definitions that one file may be given, and the text of all of them.
const MAX_GIVEN: usize = 200;
const MAX_TEXT: usize = 256 * 1024;

/// The definitions of a package by name; `None` for a name that is defined several times, as for builds with different features.
type Defined = BTreeMap<Symbol, Option<Span>>;

/// The files that call macros of other files, with the texts of those. `packages` tells that of each file.
pub(super) fn callers(program: &Program, packages: &[usize]) -> Vec<(FileId, Vec<String>)> {
    let own: Vec<Vec<(Symbol, Span)>> = program.files.iter().map(definitions).collect();
    let mut defined: BTreeMap<usize, Defined> = BTreeMap::new();
    for (definitions, package) in own.iter().zip(packages) {
        let known = defined.entry(*package).or_default();
        for (name, span) in definitions.iter().filter(|(name, _)| form_of(name.as_str()).is_none()) {
            known.entry(*name).and_modify(|place| *place = None).or_insert(Some(*span));
        }
    }
    let mut out = Vec::new();
    for ((ir, own), package) in program.files.iter().zip(&own).zip(packages) {
        let Some(known) = defined.get(package) else { continue };
        let mut wanted = called(ir);
        wanted.retain(|name| known.contains_key(name) && own.iter().all(|(n, _)| n != name));
        let texts = if wanted.is_empty() { Vec::new() } else { given(program, known, wanted, ir.file) };
        if !texts.is_empty() {
            out.push((ir.file, texts));
        }
    }
    out
}

/// The `macro_rules!` of a file that are no part of a body, those of builds with `debug_assertions` aside.
fn definitions(ir: &FileIr) -> Vec<(Symbol, Span)> {
    let mut out = Vec::new();
    let mut stack: Vec<ItemId> = ir.top.clone();
    while let Some(id) = stack.pop() {
        let item = &ir.items[id];
        match (&item.kind, item.name) {
            (ItemKind::Mod(module), _) => stack.extend(module.items.iter().flatten()),
            (ItemKind::Macro { path, .. }, Some(name))
                if path.as_ident().is_some_and(|n| n.sym == "macro_rules")
                    && !ir.debug_only.contains(&item.span) =>
            {
                out.push((name.sym, item.span));
            }
            _ => {}
        }
    }
    out
}

/// The macros that a file calls and could not expand, unless it imports them from another crate.
fn called(ir: &FileIr) -> BTreeSet<Symbol> {
    let mut out = BTreeSet::new();
    let mut call = |path: &Path| {
        let inside = |name: Symbol| matches!(name.as_str(), "crate" | "self" | "super");
        if path.segments.len() == 1 || path.segments.first().is_some_and(|s| inside(s.name.sym)) {
            out.extend(path.last().map(|s| s.name.sym));
        }
    };
    for (_, e) in ir.exprs.iter() {
        if let ExprKind::Macro(made) = &e.kind
            && made.guessed
        {
            call(&made.path);
        }
    }
    for (_, item) in ir.items.iter() {
        if let (ItemKind::Macro { path, .. }, None) = (&item.kind, item.name) {
            call(path);
        }
    }
    let modules: BTreeSet<Symbol> = ir
        .items
        .iter()
        .filter(|(_, i)| matches!(i.kind, ItemKind::Mod(_)))
        .filter_map(|(_, i)| Some(i.name?.sym))
        .collect();
    for (_, item) in ir.items.iter() {
        if let ItemKind::Import(import) = &item.kind
            && let (Some(first), Some(last)) = (import.path.segments.first(), import.path.last())
            && !matches!(first.name.sym.as_str(), "crate" | "self" | "super")
            && !modules.contains(&first.name.sym)
            && import.path.segments.len() > 1
        {
            out.remove(&last.name.sym);
        }
    }
    out
}

/// The texts of the definitions of these names, and of those that they call.
fn given(program: &Program, known: &Defined, wanted: BTreeSet<Symbol>, file: FileId) -> Vec<String> {
    let mut out = Vec::new();
    let mut open: Vec<Symbol> = wanted.iter().rev().copied().collect();
    let (mut seen, mut size) = (wanted, 0);
    while let Some(name) = open.pop() {
        let Some(span) = known.get(&name).copied().flatten().filter(|span| span.file != file) else {
            continue;
        };
        let text = program.sources.slice(span);
        size += text.len();
        if out.len() >= MAX_GIVEN || size > MAX_TEXT {
            break;
        }
        out.push(text.to_owned());
        open.extend(called_in(text).filter(|other| known.contains_key(other) && seen.insert(*other)));
    }
    out
}

/// The names before each `!` of a text. Linear in its length.
fn called_in(text: &str) -> impl Iterator<Item = Symbol> + '_ {
    let before = text.split('!').map(|part| {
        let name = |c: char| c.is_alphanumeric() || c == '_';
        part.trim_end().rsplit(|c| !name(c)).next().unwrap_or_default()
    });
    before.filter(|name| !name.is_empty()).map(Symbol::new)
}

impl Lowerer<'_> {
    /// Notes definitions of other files. Their tokens get the place of a call where they are used.
    pub(super) fn define_far(&mut self, texts: &[String]) {
        for text in texts {
            if let Some(item) = scan(text).too_deep.is_empty().then(|| syn::parse_str::<syn::ItemMacro>(text))
                && let Ok(syn::ItemMacro { ident: Some(name), mac, .. }) = item
            {
                self.define(&name, &mac.tokens);
            }
        }
    }
}
