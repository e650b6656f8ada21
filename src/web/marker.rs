//! `// secure-lint: public(reason)` on a handler: its routes are meant for everybody.
//!
//! The comment stands above the function or its attributes, among them, or before the function on its line. Without a
//! reason it says nothing. What it stands on is found here; whether it was of use is seen once the routes are judged.

use rustc_hash::FxHashMap;

use crate::base::{FileId, Span};
use crate::ir::{Comment, FileIr, ItemId, ItemKind};
use crate::types::TypeCx;
use crate::web::{Authentication, Route};

/// A comment that says that a handler is for everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The comment.
    pub span: Span,
    /// Why; `None` if it does not say.
    pub reason: Option<String>,
    /// What became of it.
    pub fate: MarkerFate,
}

/// What became of a [`Marker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerFate {
    /// It stands at no function.
    AtNothing,
    /// It stands at a function that is the handler of no route.
    NoHandler,
    /// The routes of the handler ask who is there all the same.
    Guarded,
    /// A route is public because of it.
    Used,
}

/// The markers of a program, by the function that they stand at.
#[derive(Debug, Default)]
pub(super) struct Markers {
    all: Vec<Marker>,
    by_item: FxHashMap<(FileId, ItemId), usize>,
}

/// Whether a comment is a marker; with the reason if it gives one.
pub fn parse(text: &str) -> Option<Option<String>> {
    let rest = text.trim_start().strip_prefix("secure-lint:")?.trim_start().strip_prefix("public")?;
    if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')) {
        return None;
    }
    let inside = rest.trim_start().strip_prefix('(').and_then(|rest| rest.rsplit_once(')'));
    let reason = inside.map(|(reason, _)| reason.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(reason.filter(|reason| !reason.is_empty()))
}

impl Markers {
    /// Finds the markers and what they stand at.
    pub(super) fn new(cx: &TypeCx<'_>) -> Markers {
        let mut out = Markers::default();
        for ir in &cx.program.files {
            let text = &cx.program.sources.file(ir.file).text;
            for comment in &ir.comments {
                let Some(reason) = parse(&comment.text) else { continue };
                let item = function_at(ir, text, comment);
                let fate = if item.is_some() { MarkerFate::NoHandler } else { MarkerFate::AtNothing };
                out.by_item.extend(item.map(|item| ((ir.file, item), out.all.len())));
                out.all.push(Marker { span: comment.span, reason, fate });
            }
        }
        out
    }

    /// Notes on each route that does not always ask why it is public, if a marker or the list of the configuration file says so.
    pub(super) fn apply<'r>(&mut self, cx: &TypeCx<'_>, routes: impl Iterator<Item = &'r mut Route>) {
        let policy = cx.catalog().own.policy.as_ref();
        for route in routes {
            let listed = policy.is_some_and(|p| p.is_public(&route.method, route.paths()));
            let open = route.authentication < Authentication::Required;
            let list = (listed && open).then(|| "listed as public".to_owned());
            route.declared_public = self.reason(cx, route, open).or(list);
        }
    }

    fn reason(&mut self, cx: &TypeCx<'_>, route: &Route, open: bool) -> Option<String> {
        let def = cx.map.def(route.handler_def?);
        let marker = &mut self.all[*self.by_item.get(&(def.file, def.item))?];
        if open && marker.reason.is_some() {
            marker.fate = MarkerFate::Used;
            return marker.reason.clone();
        }
        if marker.fate == MarkerFate::NoHandler {
            marker.fate = MarkerFate::Guarded;
        }
        None
    }

    /// All of them, with their fates.
    pub(super) fn into_all(self) -> Vec<Marker> {
        self.all
    }
}

/// The function that a comment stands at.
fn function_at(ir: &FileIr, text: &str, comment: &Comment) -> Option<ItemId> {
    let next = next_code(ir, text, comment);
    let functions = ir.items.iter().filter(|(_, item)| matches!(item.kind, ItemKind::Fn(_)));
    let before_body = |span: Span, head: Span| span.lo <= comment.span.lo && comment.span.hi <= head.lo;
    let mut found = functions.filter(|(_, item)| item.span.lo == next || before_body(item.span, item.head));
    found.next().map(|(id, _)| id)
}

/// Where code goes on behind a comment.
fn next_code(ir: &FileIr, text: &str, comment: &Comment) -> u32 {
    let mut at = comment.span.hi;
    loop {
        let rest = text.get(at as usize..).unwrap_or("");
        at += (rest.len() - rest.trim_start().len()) as u32;
        match ir.comments.binary_search_by_key(&at, |c| c.span.lo) {
            Ok(i) if ir.comments[i].span.hi > at => at = ir.comments[i].span.hi,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_has_a_reason_in_parentheses() {
        let reason = |text: &str| parse(text).map(Option::unwrap_or_default);
        assert_eq!(
            reason("secure-lint: public(a probe (of k8s)  asks)").as_deref(),
            Some("a probe (of k8s) asks")
        );
        assert_eq!(reason("secure-lint: public()").as_deref(), Some(""));
        assert_eq!(reason("secure-lint: public: x").as_deref(), Some(""));
        assert_eq!(reason("secure-lint: publicity(x)"), None);
        assert_eq!(reason("secure-lint: allow(x)"), None);
    }
}
