//! Rewritings of a source that change nothing of what it means: edits of its text at places that the parser gives.
//!
//! All but [`reversed`] keep every line where it is, so that findings can be compared by their lines.

use std::collections::BTreeMap;
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A replacement of a part of a text.
pub(super) type Edit = (Range<usize>, String);

/// Where something stands in the text it was parsed from.
pub(super) fn place(at: &impl Spanned) -> Range<usize> {
    at.span().byte_range()
}

/// The text after the edits. Those at one place keep their order.
pub(super) fn apply(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(source.len() + 64 * edits.len());
    let mut done = 0;
    for (range, text) in edits {
        assert!(done <= range.start, "edits do not overlap");
        out += &source[done..range.start];
        out += &text;
        done = range.end;
    }
    out + &source[done..]
}

/// The top-level items in reverse order, each with the comments above it. Macros of the file come before what uses them.
pub(super) fn reversed(source: &str, file: &syn::File) -> Option<String> {
    let first = first_code(source);
    let mut macros = Vec::new();
    let mut items = Vec::new();
    let mut start = first;
    for item in &file.items {
        let end = end_of_line(source, place(item).end);
        if place(item).start < start {
            return None;
        }
        let text = &source[start..end];
        let is_macro = matches!(item, syn::Item::Macro(_));
        if is_macro {
            macros.push(text)
        } else {
            items.push(text)
        }
        start = end;
    }
    items.reverse();
    Some([&source[..first], &macros.concat(), &items.concat(), "\n", &source[start..]].concat())
}

/// The first line that is neither a header, nor about the whole file, nor empty.
fn first_code(source: &str) -> usize {
    let about_file = |line: &&str| {
        let line = line.trim();
        line.is_empty() || ["//@", "//!", "#!["].iter().any(|begin| line.starts_with(begin))
    };
    source.split_inclusive('\n').take_while(about_file).map(str::len).sum()
}

/// Past the end of the line that `at` is in.
fn end_of_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |more| at + more + 1)
}

/// A variable that nobody uses and an empty statement at the beginning of every function, and a function more.
pub(super) fn padded(source: &str, file: &syn::File) -> String {
    let mut blocks = Blocks::default();
    blocks.visit_file(file);
    let insert = |at: &usize| (*at..*at, " let _seats = 3_u8; ;".to_owned());
    let mut out = apply(source, blocks.starts.iter().map(insert).collect());
    out += "\npub fn rounded(seats: u32) -> u32 {\n    let rows = seats / 4;\n    rows * 4\n}\n";
    out
}

#[derive(Default)]
struct Blocks {
    starts: Vec<usize>,
}

impl Blocks {
    fn block(&mut self, attrs: &[syn::Attribute], block: &syn::Block) {
        if attrs.iter().all(|a| matches!(a.style, syn::AttrStyle::Outer)) {
            self.starts.push(block.brace_token.span.open().byte_range().end);
        }
    }
}

impl<'ast> Visit<'ast> for Blocks {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.block(&item.attrs, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.block(&item.attrs, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

/// How an argument is wrapped.
#[derive(Clone, Copy)]
pub(super) enum Wrap {
    /// `f(x)` becomes `f({ x })`.
    Block,
    /// `f(x)` becomes `f({ let handed = x; handed })`.
    Variable,
}

/// Every argument of a call in a wrapping. Closures are left alone: without its call one has no types.
pub(super) fn wrapped(source: &str, file: &syn::File, wrap: Wrap) -> String {
    let (before, after) = match wrap {
        Wrap::Block => ("{ ", " }"),
        Wrap::Variable => ("{ let handed = ", "; handed }"),
    };
    let mut arguments = Arguments::default();
    arguments.visit_file(file);
    let mut edits = Vec::new();
    // Where one argument begins with another one, the outer comes first; where it ends with it, the inner.
    for at in &arguments.outer_first {
        edits.push((at.start..at.start, before.to_owned()));
    }
    for at in arguments.outer_first.iter().rev() {
        edits.push((at.end..at.end, after.to_owned()));
    }
    apply(source, edits)
}

#[derive(Default)]
struct Arguments {
    outer_first: Vec<Range<usize>>,
}

impl Arguments {
    fn all<'e>(&mut self, args: impl IntoIterator<Item = &'e syn::Expr>) {
        for arg in args {
            if !matches!(arg, syn::Expr::Closure(_)) {
                self.outer_first.push(place(arg));
            }
        }
    }
}

impl<'ast> Visit<'ast> for Arguments {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        self.all(&call.args);
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.all(&call.args);
        visit::visit_expr_method_call(self, call);
    }
}

/// Every text, byte string and truth value in a function becomes a constant at the end of the file.
pub(super) fn extracted(source: &str, file: &syn::File) -> String {
    let mut literals = Literals::default();
    literals.visit_file(file);
    let mut edits = Vec::new();
    let mut constants = String::from("\n");
    for (n, (at, ty)) in literals.found.iter().enumerate() {
        constants += &format!("const PART_{n}: {ty} = {};\n", &source[at.clone()]);
        // A module of the file does not see the items around it.
        edits.push((at.clone(), format!("crate::PART_{n}")));
    }
    apply(source, edits) + &constants
}

#[derive(Default)]
struct Literals {
    found: Vec<(Range<usize>, String)>,
    in_function: bool,
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_block(&mut self, block: &'ast syn::Block) {
        let outer = std::mem::replace(&mut self.in_function, true);
        visit::visit_block(self, block);
        self.in_function = outer;
    }

    fn visit_expr_lit(&mut self, literal: &'ast syn::ExprLit) {
        let ty = match &literal.lit {
            syn::Lit::Str(_) => "&str".to_owned(),
            syn::Lit::ByteStr(bytes) => format!("&[u8; {}]", bytes.value().len()),
            syn::Lit::Bool(_) => "bool".to_owned(),
            _ => return,
        };
        if self.in_function {
            self.found.push((place(literal), ty));
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
}

/// Constants of the top level that are a literal stand where they are used.
pub(super) fn inlined(source: &str, file: &syn::File) -> String {
    let mut uses = Uses::default();
    for item in &file.items {
        if let syn::Item::Const(item) = item
            && let syn::Expr::Lit(literal) = &*item.expr
            && item.attrs.is_empty()
        {
            let literal = source[place(literal)].to_owned();
            if !literal.contains('\n') {
                uses.literals.insert(item.ident.to_string(), literal);
            }
        }
    }
    uses.visit_file(file);
    apply(source, uses.edits)
}

#[derive(Default)]
struct Uses {
    literals: BTreeMap<String, String>,
    edits: Vec<Edit>,
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let name = path.path.get_ident().map(ToString::to_string);
        if let Some(literal) = name.and_then(|name| self.literals.get(&name)) {
            self.edits.push((place(path), literal.clone()));
        }
    }

    // Another module may have its own constant of that name.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}
}
