//! Suppressions: comments and attributes that say "this finding is known".
//!
//! Every suppression is first matched with every finding of its file, whatever the filters will hide later: what is
//! unused must not depend on `--min-severity`. Those that suppress nothing, name lints that do not exist or give no
//! reason become findings of the program's own lints (`config::builtin`). Absent: a blanket form without a name.

mod nodes;
mod parse;
pub mod public;
mod scope;

use std::collections::HashMap;

use crate::base::{FileId, SourceFile, Span};
use crate::catalog::Catalog;
use crate::config::builtin::{UNEXPLAINED_SUPPRESSION, UNKNOWN_LINT, UNUSED_SUPPRESSION};
use crate::config::{Builtin, Selector, Settings, UnknownLint};
use crate::engine::place::Places;
use crate::engine::suppress::parse::{Said, Verb};
use crate::engine::suppress::scope::{Layout, Node};
use crate::finding::{Applicability, Edit, Finding, Fix, Label, Severity};
use crate::ir::{Comment, ExprKind, FileIr, ItemKind, Program};

/// The suppressions of the selected files.
#[derive(Default)]
pub struct Suppressions {
    all: Vec<Suppression>,
    malformed: Vec<(Span, String)>,
}

/// What suppressions do to the findings.
pub struct Outcome {
    /// For each finding the reason given, if it is suppressed.
    pub reasons: Vec<Option<String>>,
    /// Findings about the suppressions themselves, with the reason if they are suppressed.
    pub own: Vec<(Finding, Option<String>)>,
}

struct Suppression {
    place: Span,
    verb: Verb,
    reason: String,
    names: Vec<(String, Result<Selector, UnknownLint>)>,
    /// The best candidate first.
    candidates: Vec<Node>,
    /// Part of its file was not understood, so it may be of use there.
    in_doubt: bool,
    /// What removing it deletes.
    removal: Span,
}

impl Suppressions {
    /// Reads the suppressions of all selected files.
    pub fn collect(program: &Program, places: &Places<'_>, catalog: &Catalog) -> Suppressions {
        let mut out = Suppressions::default();
        for ir in places.selected_files() {
            let source = program.sources.file(ir.file);
            out.comments_of(ir, source, catalog);
            for (attr, covered) in &ir.attr_suppressions {
                for said in parse::attribute(ir, attr) {
                    let candidates = vec![Node::new(*covered)];
                    out.add(said, attr.span, candidates, !ir.stats.parsed, attr.span, catalog);
                }
            }
        }
        // Whole files last: the reason at the place says more.
        out.all.sort_by_key(|s| (s.verb == Verb::AllowFile, s.place));
        out
    }

    fn comments_of(&mut self, ir: &FileIr, source: &SourceFile, catalog: &Catalog) {
        let said: Vec<_> = ir.comments.iter().filter_map(|c| Some((c, parse::comment(&c.text)?))).collect();
        if said.is_empty() {
            return;
        }
        let nodes = nodes::collect(ir, source);
        let layout = Layout { source, comments: &ir.comments, nodes: &nodes };
        for (comment, said) in said {
            let said = match said {
                Ok(said) => said,
                Err(what) => {
                    self.malformed.push((comment.span, what));
                    continue;
                }
            };
            let candidates = match said.verb {
                Verb::AllowFile if before_items(ir, comment) => {
                    vec![Node::new(source.span(0, source.text.len()))]
                }
                Verb::AllowFile => Vec::new(),
                Verb::Allow | Verb::Expect => layout.candidates(comment),
            };
            let in_doubt = !ir.stats.parsed
                || (candidates.is_empty()
                    && said.verb != Verb::AllowFile
                    && may_be_hidden(ir, source, comment));
            self.add(said, comment.span, candidates, in_doubt, removal_of(source, comment), catalog);
        }
    }

    fn add(
        &mut self,
        said: Said,
        place: Span,
        candidates: Vec<Node>,
        in_doubt: bool,
        removal: Span,
        catalog: &Catalog,
    ) {
        let names = said.names.into_iter().map(|name| {
            let selector = Selector::parse(&name, catalog);
            (name, selector)
        });
        self.all.push(Suppression {
            place,
            verb: said.verb,
            reason: said.reason,
            names: names.collect(),
            candidates,
            in_doubt,
            removal,
        });
    }

    /// Matches the suppressions with the findings, which are in their final order.
    pub fn apply(&self, found: &[Finding], catalog: &Catalog, settings: &Settings) -> Outcome {
        let mut reasons = vec![None; found.len()];
        let mut used: Vec<Vec<bool>> = self.all.iter().map(|s| vec![false; s.names.len()]).collect();
        let mut by_file: HashMap<FileId, Vec<usize>> = HashMap::new();
        for (i, finding) in found.iter().enumerate() {
            by_file.entry(finding.primary.span.file).or_default().push(i);
        }
        for (suppression, used) in self.all.iter().zip(&mut used) {
            let here = by_file.get(&suppression.place.file).map_or(&[][..], Vec::as_slice);
            for ((_, selector), used) in suppression.names.iter().zip(used) {
                let Ok(selector) = selector else { continue };
                for i in suppression.matched(selector, found, here, catalog) {
                    *used = true;
                    reasons[i].get_or_insert_with(|| suppression.reason.clone());
                }
            }
        }
        let own = self.own_findings(&used, catalog, settings);
        let own = own.into_iter().map(|finding| {
            let reason = self.reason_for_own(&finding);
            (finding, reason)
        });
        Outcome { reasons, own: own.collect() }
    }

    /// A finding about a suppression can be suppressed by another one around it.
    fn reason_for_own(&self, finding: &Finding) -> Option<String> {
        let around = self.all.iter().find(|s| {
            s.place != finding.primary.span
                && s.names.iter().any(|(_, name)| *name == Ok(Selector::Lint(finding.lint.clone())))
                && s.candidates.iter().any(|node| node.covers(finding.primary.span))
        });
        around.map(|s| s.reason.clone())
    }

    fn own_findings(&self, used: &[Vec<bool>], catalog: &Catalog, settings: &Settings) -> Vec<Finding> {
        let mut out = Vec::new();
        for (place, what) in &self.malformed {
            let mut finding = own(UNUSED_SUPPRESSION, *place, format!("suppression without effect: {what}"));
            finding.help.push("write it as `// secure-lint: allow(lint): reason`".to_owned());
            out.push(finding);
        }
        for (suppression, used) in self.all.iter().zip(used) {
            out.extend(suppression.unknown_names());
            out.extend(suppression.unused(used, catalog, settings));
            if suppression.reason.is_empty() {
                let message = format!("`{}` gives no reason", suppression.verb.as_str());
                let mut finding = own(UNEXPLAINED_SUPPRESSION, suppression.place, message);
                finding.help.push("say why the finding does not matter here".to_owned());
                out.push(finding);
            }
        }
        out.retain(|finding| settings.runs(&finding.lint));
        out
    }
}

impl Suppression {
    /// The findings of a name: those in the first candidate that holds any.
    fn matched(
        &self,
        selector: &Selector,
        found: &[Finding],
        here: &[usize],
        catalog: &Catalog,
    ) -> Vec<usize> {
        let cwe = |lint: &str| catalog.lints.get(lint).map_or(&[][..], |lint| lint.cwe.as_slice());
        let named: Vec<usize> =
            here.iter().copied().filter(|&i| selector.matches(&found[i].lint, cwe(&found[i].lint))).collect();
        let in_node = |node: &Node| -> Vec<usize> {
            named.iter().copied().filter(|&i| node.covers(found[i].primary.span)).collect()
        };
        self.candidates.iter().map(in_node).find(|matched| !matched.is_empty()).unwrap_or_default()
    }

    fn unknown_names(&self) -> impl Iterator<Item = Finding> + '_ {
        self.names.iter().filter_map(|(_, selector)| selector.as_ref().err()).map(|unknown| {
            let mut finding = own(UNKNOWN_LINT, self.place, format!("{unknown} in a suppression"));
            finding.help.push(match &unknown.meant {
                Some(meant) => format!("write `{meant}`, if that is meant"),
                None => unknown.help(),
            });
            finding
        })
    }

    fn unused(&self, used: &[bool], catalog: &Catalog, settings: &Settings) -> Option<Finding> {
        if self.in_doubt {
            return None;
        }
        let idle: Vec<&str> = self
            .names
            .iter()
            .zip(used)
            .filter(|((_, selector), used)| !**used && could_match(selector, catalog, settings))
            .map(|((name, _), _)| name.as_str())
            .collect();
        if idle.is_empty() {
            return None;
        }
        let list = idle.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let message = match (self.verb, self.candidates.is_empty()) {
            (Verb::AllowFile, true) => "`allow-file` stands behind the first item".to_owned(),
            (_, true) => format!("`{}` of {list} stands at no code", self.verb.as_str()),
            (Verb::Expect, false) => format!("expected finding of {list} is not there"),
            _ => format!("`{}` of {list} suppresses nothing", self.verb.as_str()),
        };
        let mut finding = own(UNUSED_SUPPRESSION, self.place, message);
        if idle.len() < self.names.len() {
            finding.help.push(format!("remove {list} from the list"));
        } else if self.verb == Verb::AllowFile && self.candidates.is_empty() {
            finding.help.push("move it above the first item of the file".to_owned());
        } else {
            finding
                .help
                .push("remove the suppression, or move it to the code that it is meant for".to_owned());
            finding.fixes.push(Fix {
                message: "remove the suppression".to_owned(),
                edits: vec![Edit { span: self.removal, text: String::new() }],
                applicability: Applicability::Safe,
            });
        }
        Some(finding)
    }
}

/// Whether a name would have matched a finding: its lint ran.
fn could_match(selector: &Result<Selector, UnknownLint>, catalog: &Catalog, settings: &Settings) -> bool {
    match selector {
        Ok(Selector::Lint(id)) => catalog.lints.contains_key(id) && settings.runs(id),
        Ok(Selector::All | Selector::Cwe(_) | Selector::Warnings) => true,
        Err(_) => false,
    }
}

fn own(lint: &str, place: Span, message: String) -> Finding {
    Finding::new(lint, Severity::Info, Builtin::CONFIDENCE, message, Label::new(place, ""))
}

/// `allow-file` stands before every item.
fn before_items(ir: &FileIr, comment: &Comment) -> bool {
    ir.top.iter().all(|&item| comment.span.hi <= ir.items[item].span.lo)
}

/// Whether the code at a comment may exist without being seen: compiled out, or inside a macro call.
fn may_be_hidden(ir: &FileIr, source: &SourceFile, comment: &Comment) -> bool {
    let in_macro =
        ir.exprs.iter().any(|(_, e)| matches!(e.kind, ExprKind::Macro(_)) && e.span.contains(comment.span))
            || ir.items.iter().any(|(_, i)| {
                matches!(i.kind, ItemKind::Macro { .. } | ItemKind::Opaque) && i.span.contains(comment.span)
            });
    in_macro || ["cfg(", "cfg_attr(", "cfg_if"].iter().any(|mark| source.text.contains(mark))
}

/// The comment with its line if nothing else is on it, else with the blanks before it.
fn removal_of(source: &SourceFile, comment: &Comment) -> Span {
    let before = source.text[..comment.span.lo as usize].trim_end_matches([' ', '\t']).len();
    let text = &source.text[comment.span.hi as usize..];
    let line_end = text.find('\n').map(|n| comment.span.hi as usize + n + 1);
    match line_end {
        Some(end) if !comment.trailing && text[..end - comment.span.hi as usize].trim().is_empty() => {
            source.span(before, end)
        }
        _ => source.span(before, comment.span.hi as usize),
    }
}
