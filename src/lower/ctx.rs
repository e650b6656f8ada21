//! The state of lowering one file: the arenas being filled and the conversion of names and spans.

use proc_macro2::{Ident, TokenStream, TokenTree};

use crate::base::{Problem, ProblemKind, SourceFile, Span, Symbol};
use crate::ir::{Expr, ExprId, ExprKind, FileIr, Name, Pat, PatId, PatKind, TypeId, TypeKind, TypeRef};
use crate::lower::macros::expand::{Definition, MAX_TOKENS};
use crate::lower::text::Positions;
use crate::workspace::cfg::CfgSet;

/// How deep this layer itself recurses; the scan of nesting keeps real input far below.
pub(super) const MAX_DEPTH: u32 = 1_500;
/// Problems kept for one file; hostile input could make millions.
const MAX_PROBLEMS: usize = 1_000;

/// Lowers one file.
pub(super) struct Lowerer<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) text: &'a str,
    pub(super) positions: &'a Positions<'a>,
    pub(super) cfg: &'a CfgSet,
    pub(super) ir: FileIr,
    /// Recursion so far.
    pub(super) depth: u32,
    /// Bytes of macro input that may still be read: bounds the time that guessing takes.
    pub(super) macro_budget: usize,
    /// Macros that the file has defined so far.
    pub(super) definitions: Vec<Definition>,
    /// Expansions of such macros that are being lowered.
    pub(super) expanding: u32,
    /// Tokens that expansions may still match and make.
    pub(super) token_budget: usize,
    /// Inside a body of `macro_rules!`: nothing there is counted or a problem.
    pub(super) quiet: bool,
    /// The end of the last token seen, for problems of nodes without a span of their own.
    pub(super) last: u32,
}

impl<'a> Lowerer<'a> {
    pub(super) fn new(
        file: &'a SourceFile,
        text: &'a str,
        positions: &'a Positions<'a>,
        cfg: &'a CfgSet,
    ) -> Lowerer<'a> {
        Lowerer {
            file,
            text,
            positions,
            cfg,
            ir: FileIr::empty(file.id),
            depth: 0,
            macro_budget: text.len().saturating_mul(32).saturating_add(1 << 20),
            definitions: Vec::new(),
            expanding: 0,
            token_budget: MAX_TOKENS,
            quiet: false,
            last: 0,
        }
    }

    pub(super) fn span(&mut self, span: proc_macro2::Span) -> Span {
        let span = self.positions.span(span);
        self.last = span.hi;
        span
    }

    /// Where a token begins.
    pub(super) fn lo(&self, span: proc_macro2::Span) -> u32 {
        self.positions.byte(span.start())
    }

    /// Where a token ends.
    pub(super) fn hi(&self, span: proc_macro2::Span) -> u32 {
        self.positions.byte(span.end())
    }

    /// A span between two bytes.
    pub(super) fn range(&self, lo: u32, hi: u32) -> Span {
        self.file.span(lo as usize, hi as usize)
    }

    /// The empty span after the last token seen.
    pub(super) fn here(&self) -> Span {
        self.range(self.last, self.last)
    }

    /// The span of a token up to a byte.
    pub(super) fn up_to(&self, from: proc_macro2::Span, hi: u32) -> Span {
        self.range(self.lo(from), hi)
    }

    /// An identifier; its text is read from the source, which spares a search and an allocation.
    pub(super) fn name(&mut self, ident: &Ident) -> Name {
        let lo = self.lo(ident.span()) as usize;
        let bytes = &self.text.as_bytes()[lo.min(self.text.len())..];
        let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let plain = len > 0 && !bytes.get(len).is_some_and(|&b| b >= 0x80 || b == b'#');
        // A word of a macro's body has the place of the call.
        if plain && (self.expanding == 0 || *ident == self.text[lo..lo + len]) {
            let (lo, hi) = (lo as u32, (lo + len) as u32);
            self.last = hi;
            let span = Span { file: self.file.id, lo, hi };
            return Name { sym: Symbol::new(&self.text[span.range()]), span };
        }
        let span = self.span(ident.span());
        let text = ident.to_string();
        Name { sym: Symbol::new(text.strip_prefix("r#").unwrap_or(&text)), span }
    }

    pub(super) fn alloc(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.ir.exprs.alloc(Expr { kind, span })
    }

    pub(super) fn alloc_pat(&mut self, kind: PatKind, span: Span) -> PatId {
        self.ir.pats.alloc(Pat { kind, span })
    }

    pub(super) fn alloc_type(&mut self, kind: TypeKind, span: Span) -> TypeId {
        self.ir.types.alloc(TypeRef { kind, span })
    }

    pub(super) fn problem(&mut self, kind: ProblemKind, span: Span, message: impl Into<String>) {
        if !self.quiet && self.ir.problems.len() < MAX_PROBLEMS {
            self.ir.problems.push(Problem::at(kind, span, message));
        }
    }

    /// From the first to the last token; the empty span at hand if there is none.
    pub(super) fn tokens_span(&mut self, tokens: &TokenStream) -> Span {
        let mut iter = tokens.clone().into_iter();
        let Some(first) = iter.next() else { return self.here() };
        let first = self.tree_span(&first);
        match iter.last() {
            Some(last) => first.to(self.tree_span(&last)),
            None => first,
        }
    }

    pub(super) fn tree_span(&mut self, tree: &TokenTree) -> Span {
        self.span(tree.span())
    }

    /// Runs `body` one level deeper; `None` beyond the bound.
    pub(super) fn deeper<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            let here = self.here();
            self.problem(ProblemKind::LimitExceeded, here, "code is nested too deep to be analysed");
            return None;
        }
        self.depth += 1;
        let out = body(self);
        self.depth -= 1;
        Some(out)
    }
}
