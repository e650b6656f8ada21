//! Calls of `macro_rules!` macros that the same file defines, or another one of the package ([`far`](crate::lower::far)): expanded, then read like code that was written there.
//!
//! Definitions are noted as they are met, so a call sees those textually before it, the last of a name first; those of a
//! block end with it. The first rule that matches is transcribed ([`matcher`], [`transcribe`]) and the result parsed
//! as the place of the call asks. Tokens of the call keep their place; those of the definition get the place
//! of the whole call, which is where a reader meets the effect: `key!()` is where the constant of the body is used.
//!
//! Bounds, because a macro can grow without end: the depth of expansions within expansions, the tokens
//! that one file may make and match, and the nesting of a result, which the scan of the file could not see. Beyond them, and
//! where no rule matches or the result does not parse, the call is guessed like one of an unknown macro.
//! Absent: hygiene, macros in the place of a type or pattern.

use std::rc::Rc;

use proc_macro2::TokenStream;
use syn::parse::Parser as _;
use syn::{Block, Expr as Syn, Item, Stmt};

use crate::base::ProblemKind;
use crate::ir::MacroForm;
use crate::lower::ctx::Lowerer;
use crate::lower::macros::matcher;
use crate::lower::macros::paste::pasted;
use crate::lower::macros::pattern::{Rule, rules};
use crate::lower::macros::transcribe::transcribe;
use crate::lower::scan::{MAX_NEST, scan};

/// Expansions within expansions: enough for a macro that takes its arguments one by one.
const MAX_EXPANSIONS: u32 = 48;
/// Tokens that the expansions of one file may match and make.
pub(in crate::lower) const MAX_TOKENS: usize = 200_000;

/// Definitions of one file that are kept.
const MAX_DEFINITIONS: usize = 500;
/// So few tokens cannot nest beyond the bound of the scan.
const FEW_TOKENS: usize = (MAX_NEST / 4) as usize;

/// A definition that was met.
#[derive(Clone)]
pub(in crate::lower) struct Definition {
    name: String,
    rules: Rc<Vec<Rule>>,
}

/// What a call stands for.
pub(in crate::lower) enum Expanded {
    Expr(Syn),
    Stmts(Vec<Stmt>),
    Items(Vec<Item>),
}

/// `pub(crate) use name;`, `#[macro_export] macro_rules! name`.
fn hands_out(item: &Item, name: &str) -> bool {
    fn names(tree: &syn::UseTree, name: &str) -> bool {
        match tree {
            syn::UseTree::Path(path) => names(&path.tree, name),
            syn::UseTree::Name(leaf) => leaf.ident == name,
            syn::UseTree::Rename(leaf) => leaf.ident == name,
            syn::UseTree::Group(group) => group.items.iter().any(|tree| names(tree, name)),
            syn::UseTree::Glob(_) => false,
        }
    }
    match item {
        Item::Use(import) => names(&import.tree, name),
        Item::Macro(m) => {
            m.ident.as_ref().is_some_and(|ident| ident == name)
                && m.attrs.iter().any(|a| a.path().is_ident("macro_export"))
        }
        _ => false,
    }
}

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lower) enum Position {
    Expr,
    Items,
}

impl Lowerer<'_> {
    /// Notes a `macro_rules!`.
    pub(in crate::lower) fn define(&mut self, name: &syn::Ident, body: &TokenStream) {
        let rules = Rc::new(rules(body));
        if !rules.is_empty() && self.definitions.len() < MAX_DEFINITIONS {
            self.definitions.push(Definition { name: name.to_string(), rules });
        }
    }

    /// Forgets what a module defined for itself: a macro is known behind it only if the module, or the macro, says so.
    pub(in crate::lower) fn leave_module(&mut self, module: &syn::ItemMod, defined: usize) {
        if module.attrs.iter().any(|a| a.path().is_ident("macro_use")) {
            return;
        }
        let items = module.content.as_ref().map_or(&[][..], |(_, items)| items);
        let mut at = 0;
        self.definitions.retain(|d| {
            at += 1;
            at <= defined || items.iter().any(|item| hands_out(item, &d.name))
        });
    }

    /// What a call expands to; `None` if its macro is not defined here, or no rule fits. Names that are put together need no
    /// definition.
    pub(in crate::lower) fn expansion(&mut self, mac: &syn::Macro, at: Position) -> Option<Expanded> {
        if self.quiet || self.expanding >= MAX_EXPANSIONS || self.token_budget == 0 {
            return None;
        }
        if let Some(pasted) = pasted(mac, at) {
            return Some(pasted);
        }
        let definition = self.definition(mac)?;
        let before = self.token_budget;
        let tokens = self.first_match(&definition.rules, mac);
        if self.token_budget == 0 {
            let span = self.delimited(mac);
            self.problem(ProblemKind::LimitExceeded, span, "macros of this file expand to too much code");
        }
        let tokens = tokens?;
        // Repetitions can nest deeper than any text that was scanned; few tokens cannot.
        let many = before - self.token_budget > FEW_TOKENS;
        if many && !scan(&tokens.to_string()).too_deep.is_empty() {
            return None;
        }
        parse(tokens, at)
    }

    fn first_match(&mut self, rules: &[Rule], mac: &syn::Macro) -> Option<TokenStream> {
        let size = matcher::count(&mac.tokens) + 1;
        let first = mac.path.segments.first()?.ident.span();
        let place = first.join(mac.delimiter.span().close()).unwrap_or(first);
        for rule in rules {
            self.token_budget = self.token_budget.saturating_sub(size);
            if self.token_budget == 0 {
                return None;
            }
            if let Some(bindings) = matcher::matches(&rule.matcher, mac.tokens.clone()) {
                return transcribe(&rule.body, &bindings, place, &mut self.token_budget);
            }
        }
        None
    }

    /// Lowers what a call expands to.
    pub(super) fn expanded(&mut self, expanded: &Expanded) -> MacroForm {
        self.expanding += 1;
        let form = match expanded {
            Expanded::Expr(e) => MacroForm::Expr(self.expr(e)),
            Expanded::Stmts(stmts) => MacroForm::Block(self.stmts(stmts)),
            Expanded::Items(items) => MacroForm::Items(self.items(items)),
        };
        self.expanding -= 1;
        form
    }

    fn definition(&self, mac: &syn::Macro) -> Option<Definition> {
        if self.definitions.is_empty() {
            return None;
        }
        let name = &mac.path.segments.last()?.ident;
        let foreign = mac.path.segments.len() > 1
            && !mac.path.segments.first().is_some_and(|s| {
                s.ident == "crate" || s.ident == "self" || s.ident == "super" || s.ident == "$crate"
            });
        if foreign || mac.path.leading_colon.is_some() {
            return None;
        }
        self.definitions.iter().rev().find(|d| *name == d.name).cloned()
    }
}

/// Reads the result of an expansion as its place asks.
pub(super) fn parse(tokens: TokenStream, at: Position) -> Option<Expanded> {
    match at {
        Position::Items => {
            let file = syn::parse2::<syn::File>(tokens).ok()?;
            Some(Expanded::Items(file.items))
        }
        Position::Expr => match syn::parse2::<Syn>(tokens.clone()) {
            Ok(value) => Some(Expanded::Expr(value)),
            Err(_) => Block::parse_within.parse2(tokens).ok().map(Expanded::Stmts),
        },
    }
}
