//! What code a comment covers: a node of the syntax, not a line, so that reformatting changes nothing.
//!
//! A comment has a list of candidates; for each lint it covers the first one that holds a finding of that lint, and
//! everything in it.
//!
//! * behind code: the statements, fields, variants, arms, arguments, chain segments and items that start or end on the
//!   line of the comment, the smallest first;
//! * on a line of its own: the node that begins right behind the comment (further comments may stand between);
//! * first in the block of an `if`, `while`, `for` or `match`: the condition of that block, then the node behind
//!   the comment. rustfmt moves a comment from behind the brace into the block.
//!
//! ```text
//! let app = Router::new()
//!     .route("/a", get(a))     // covers `.route("/a", get(a))`
//!     // covers `.route("/b", get(b))`
//!     .route("/b", get(b));    // covers `.route("/b", get(b))` if there is a finding, else the whole statement
//! ```

use crate::base::{SourceFile, Span};
use crate::ir::Comment;

/// A piece of code that a suppression may cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// Findings inside are covered.
    pub(super) span: Span,
    /// A finding exactly here is covered too: the whole call chain that ends with this segment.
    pub(super) whole: Option<Span>,
}

impl Node {
    pub(super) fn new(span: Span) -> Node {
        Node { span, whole: None }
    }

    pub(super) fn covers(&self, place: Span) -> bool {
        self.span.contains(place) || self.whole == Some(place)
    }

    fn len(&self) -> u32 {
        self.span.hi - self.span.lo
    }
}

/// The nodes of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    pub(super) nodes: Vec<Node>,
    /// Conditions of `if` and `while`, scrutinees of `match`, iterators of `for`.
    pub(super) headers: Vec<Span>,
}

/// A file as the search sees it.
pub(super) struct Layout<'a> {
    pub(super) source: &'a SourceFile,
    /// In order of position.
    pub(super) comments: &'a [Comment],
    pub(super) nodes: &'a Nodes,
}

impl Layout<'_> {
    /// What a comment covers, the best candidate first; empty if it stands nowhere.
    pub(super) fn candidates(&self, comment: &Comment) -> Vec<Node> {
        let next = self.node_behind(comment);
        if let Some(header) = self.header_of(comment) {
            return std::iter::once(Node::new(header)).chain(next).collect();
        }
        let line_end = self.source.line_range(self.source.line_col(comment.span.lo).line).end as u32;
        let code_follows = comment.span.hi < line_end
            && !self.source.text[comment.span.hi as usize..line_end as usize].trim().is_empty();
        if !comment.trailing || (code_follows && next.is_some()) {
            return next.into_iter().collect();
        }
        let on_line = self.nodes_on_line(comment);
        if on_line.is_empty() { next.into_iter().collect() } else { on_line }
    }

    fn nodes_on_line(&self, comment: &Comment) -> Vec<Node> {
        let from = self.source.line_start(self.source.line_col(comment.span.lo).line);
        let starts = |s: Span| from <= s.lo && s.lo < comment.span.lo;
        let ends = |s: Span| from < s.hi && s.hi <= comment.span.lo;
        let mut found: Vec<Node> =
            self.nodes.nodes.iter().copied().filter(|n| starts(n.span) || ends(n.span)).collect();
        found.sort_by_key(|node| (node.len(), node.span));
        found
    }

    /// The largest node that begins where code goes on behind the comment.
    fn node_behind(&self, comment: &Comment) -> Option<Node> {
        let at = self.forward(comment.span.hi);
        self.nodes.nodes.iter().copied().filter(|node| node.span.lo == at).max_by_key(Node::len)
    }

    /// The condition of the block in which the comment is the first thing.
    fn header_of(&self, comment: &Comment) -> Option<Span> {
        let brace = self.backward(comment.span.lo);
        let before = self.source.text[..brace as usize].strip_suffix('{')?;
        let mut end = self.backward(before.len() as u32);
        while let Some(inner) = self.source.text[..end as usize].strip_suffix(')') {
            if let Some(found) = self.header_ending_at(end) {
                return Some(found);
            }
            end = self.backward(inner.len() as u32);
        }
        self.header_ending_at(end)
    }

    fn header_ending_at(&self, end: u32) -> Option<Span> {
        self.nodes.headers.iter().copied().filter(|h| h.hi == end).max_by_key(|h| h.hi - h.lo)
    }

    /// Where code goes on at or behind `at`.
    fn forward(&self, mut at: u32) -> u32 {
        loop {
            let rest = &self.source.text[at as usize..];
            at += (rest.len() - rest.trim_start().len()) as u32;
            match self.comments.binary_search_by_key(&at, |c| c.span.lo) {
                Ok(i) if self.comments[i].span.hi > at => at = self.comments[i].span.hi,
                _ => return at,
            }
        }
    }

    /// Where code ends at or before `at`.
    fn backward(&self, mut at: u32) -> u32 {
        loop {
            at = self.source.text[..at as usize].trim_end().len() as u32;
            match self.comments.binary_search_by_key(&at, |c| c.span.hi) {
                Ok(i) if self.comments[i].span.lo < at => at = self.comments[i].span.lo,
                _ => return at,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::base::{FileId, SourceMap};

    /// `nodes` and `headers` are pieces of the text.
    fn covered(text: &str, nodes: &[&str], headers: &[&str]) -> Vec<String> {
        let mut map = SourceMap::default();
        let file: FileId = map.add(Path::new("a.rs"), "a.rs", text.into());
        let source = map.file(file);
        let span = |part: &&str| {
            let lo = text.find(part).expect("the piece is in the text");
            source.span(lo, lo + part.len())
        };
        let comments: Vec<Comment> = text
            .match_indices("//")
            .map(|(lo, _)| {
                let hi = text[lo..].find('\n').map_or(text.len(), |n| lo + n);
                let line = text[..lo].rsplit('\n').next().unwrap_or("");
                Comment { text: String::new(), span: source.span(lo, hi), trailing: !line.trim().is_empty() }
            })
            .collect();
        let nodes = Nodes {
            nodes: nodes.iter().map(|n| Node::new(span(n))).collect(),
            headers: headers.iter().map(span).collect(),
        };
        let marked = comments.iter().find(|c| map.slice(c.span) == "//!").expect("the comment is `//!`");
        let layout = Layout { source, comments: &comments, nodes: &nodes };
        layout.candidates(marked).iter().map(|n| map.slice(n.span).to_owned()).collect()
    }

    #[test]
    fn behind_a_statement_it_covers_the_smallest_node_first() {
        assert_eq!(covered("a();\nb(c); //!\nd();", &["a();", "b(c);", "c", "d();"], &[]), ["c", "b(c);"]);
        let broken = "let a = b(\n    c,\n)\n.unwrap(); //!\n";
        assert_eq!(
            covered(broken, &["c", ".unwrap()", "let a = b(\n    c,\n)\n.unwrap();"], &[]),
            [".unwrap()", "let a = b(\n    c,\n)\n.unwrap();"]
        );
    }

    #[test]
    fn on_its_own_line_it_covers_the_next_node_only() {
        let text = "a();\n//!\n// more\nb(\n  c,\n);\nd();";
        assert_eq!(covered(text, &["a();", "b(\n  c,\n);", "c", "d();"], &[]), ["b(\n  c,\n);"]);
        assert_eq!(covered("x\n //!\n .f(y)\n .g(z)", &["x", ".f(y)", ".g(z)", "y"], &[]), [".f(y)"]);
    }

    #[test]
    fn it_does_not_jump_over_code_that_is_no_node() {
        assert!(covered("{ //!\n ??? \n b(); }", &["b();"], &[]).is_empty());
        assert!(covered("a(); {\n //!\n } b();", &["a();", "b();"], &[]).is_empty());
    }

    #[test]
    fn first_in_a_block_it_covers_the_condition_wherever_rustfmt_puts_it() {
        let nodes = ["if a == b", "c();"];
        assert_eq!(covered("if a == b { //!\n c();\n}", &nodes[1..], &["a == b"]), ["a == b", "c();"]);
        assert_eq!(
            covered("if (a == b) {\n // x\n //!\n c();\n}", &nodes[1..], &["a == b"]),
            ["a == b", "c();"]
        );
        assert_eq!(covered("if f(a) {\n //!\n c();\n}", &nodes[1..], &["f(a)"]), ["f(a)", "c();"]);
        assert_eq!(covered("if a == b {\n d();\n //!\n c();\n}", &nodes[1..], &["a == b"]), ["c();"]);
    }
}
