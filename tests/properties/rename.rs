//! Other names for the variables and parameters of a function.
//!
//! Without resolution of names only what is sure is renamed: a name that is bound in the function, in no macro's pattern, in no
//! text as `{name}`, in no attribute, and that no function of the file has. Fields, methods and segments of paths keep
//! theirs, which the tokens around tell; `S { key }` becomes `S { key: v1 }`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::rewrite::{Edit, apply, place};

/// The source with neutral names, and how many names were changed.
pub(super) fn renamed(source: &str, file: &syn::File) -> (String, usize) {
    let mut functions = Functions::default();
    functions.visit_file(file);
    let mut edits = Vec::new();
    let mut names = 0;
    for (item, tokens) in &functions.outermost {
        let new = new_names(item, tokens, &functions.names);
        names += new.len();
        edits.extend(edits_of(item, tokens, &new));
    }
    (apply(source, edits), names)
}

/// What is known of one function.
#[derive(Default)]
struct Bound {
    names: BTreeSet<String>,
    /// Names in which something else may be meant.
    doubtful: BTreeSet<String>,
    /// `key` in `S { key }`, and in the pattern.
    shorthand: BTreeSet<usize>,
    /// `key` in `S { key: x }`, and in the pattern.
    fields: BTreeSet<usize>,
}

#[derive(Default)]
struct Functions {
    outermost: Vec<(Bound, TokenStream)>,
    names: BTreeSet<String>,
}

impl Functions {
    fn add(&mut self, item: &impl quote::ToTokens, bound: Bound) {
        self.outermost.push((bound, item.to_token_stream()));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.names.insert(item.sig.ident.to_string());
        let mut bound = Bound::default();
        visit::visit_item_fn(&mut bound, item);
        self.add(item, bound);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.names.insert(item.sig.ident.to_string());
        let mut bound = Bound::default();
        visit::visit_impl_item_fn(&mut bound, item);
        self.add(item, bound);
    }
}

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        let name = pat.ident.to_string();
        if name.starts_with(|c: char| c.is_lowercase()) {
            self.names.insert(name);
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_field_pat(&mut self, field: &'ast syn::FieldPat) {
        self.field(&field.member, field.colon_token.is_none());
        if let (None, syn::Pat::Ident(inner)) = (field.colon_token, &*field.pat)
            && (inner.by_ref.is_some() || inner.mutability.is_some())
        {
            self.doubtful.insert(inner.ident.to_string());
        }
        visit::visit_field_pat(self, field);
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        self.field(&field.member, field.colon_token.is_none());
        visit::visit_field_value(self, field);
    }

    fn visit_attribute(&mut self, attr: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attr.meta {
            idents(list.tokens.clone(), &mut |ident| {
                self.doubtful.insert(ident.to_string());
            });
        }
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        idents(quote::ToTokens::to_token_stream(item), &mut |ident| {
            self.doubtful.insert(ident.to_string());
        });
    }

    fn visit_lifetime(&mut self, lifetime: &'ast syn::Lifetime) {
        self.doubtful.insert(lifetime.ident.to_string());
    }
}

impl Bound {
    fn field(&mut self, member: &syn::Member, shorthand: bool) {
        let syn::Member::Named(name) = member else { return };
        let list = if shorthand { &mut self.shorthand } else { &mut self.fields };
        list.insert(place(name).start);
    }
}

/// Calls `f` with all identifiers.
fn idents(tokens: TokenStream, f: &mut impl FnMut(&Ident)) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => f(&ident),
            TokenTree::Group(group) => idents(group.stream(), f),
            _ => {}
        }
    }
}

fn new_names(bound: &Bound, tokens: &TokenStream, functions: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut texts = String::new();
    literals(tokens.clone(), &mut texts);
    let sure = |name: &&String| {
        let captured = texts.contains(&format!("{{{name}"));
        !captured && !bound.doubtful.contains(*name) && !functions.contains(*name)
    };
    bound.names.iter().filter(sure).zip(1..).map(|(old, n)| (old.clone(), format!("v{n}"))).collect()
}

fn literals(tokens: TokenStream, out: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => *out += &literal.to_string(),
            TokenTree::Group(group) => literals(group.stream(), out),
            _ => {}
        }
    }
}

fn edits_of(bound: &Bound, tokens: &TokenStream, new: &BTreeMap<String, String>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut open = vec![tokens.clone()];
    while let Some(stream) = open.pop() {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        for (n, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) => open.push(group.stream()),
                TokenTree::Ident(ident) => {
                    let at = ident.span().byte_range();
                    let Some(name) = new.get(&ident.to_string()) else { continue };
                    if bound.fields.contains(&at.start) || is_part_of_path(&trees, n) {
                        continue;
                    }
                    let short = bound.shorthand.contains(&at.start);
                    let text = if short { format!("{ident}: {name}") } else { name.clone() };
                    edits.push((at, text));
                }
                _ => {}
            }
        }
    }
    edits
}

/// `.name`, `name::`, `::name`, and the name of an argument of a macro, `name = ..`, is no variable there.
fn is_part_of_path(trees: &[TokenTree], n: usize) -> bool {
    let punct = |at: Option<usize>| match at.and_then(|at| trees.get(at)) {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    let (before, second) = (punct(n.checked_sub(1)), punct(n.checked_sub(2)));
    let after_dot = before == '.' && second != '.';
    let after_path = before == ':' && second == ':';
    let before_path = punct(Some(n + 1)) == ':' && punct(Some(n + 2)) == ':';
    after_dot || after_path || before_path
}
