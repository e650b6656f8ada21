//! Function-like macro calls: what the arguments of well-known macros mean, and a guess for all others.
//!
//! [`TABLE`] is the table, by the last segment of the macro's path. Each form has a reader that parses the
//! arguments with their own grammar; where that fails, and for unknown macros, [`guess`] tries expressions,
//! statements, items and finally whatever groups inside can be read. First of all, a macro that the same file defines
//! is expanded ([`expand`]).

pub(super) mod expand;
mod format;
mod guess;
mod items;
mod json;
mod known;
mod logs;
mod matcher;
mod pattern;
mod names;
mod paste;
mod rules;
mod select;
mod template;
mod transcribe;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::base::{ProblemKind, Span};
use crate::ir::{ExprId, ExprKind, FormatCall, ItemId, ItemKind, MacroCall, MacroForm};
use crate::lower::ctx::Lowerer;
use crate::lower::expr::Full;
use crate::lower::macros::expand::{Expanded, Position};
use crate::lower::macros::items::{arms, branches};

/// How the arguments of a well-known macro are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `[a, b]` or `[x; n]`.
    Vec,
    /// A format string and its arguments, after this many other arguments.
    Format(usize),
    /// A logging macro: fields, then a format string; this many leading arguments.
    Log(usize),
    /// `matches!(x, p if g)`.
    Matches,
    /// The macro has the value of its only argument.
    Identity,
    /// `try!(x)`.
    Try,
    /// `concat!("a", 1)`.
    Concat,
    /// Expressions without a further meaning.
    Exprs,
    /// Expressions, or the fields of a map: `params![a, b]`, `params! { "a" => a }`.
    Params,
    /// The same with `=>` between some of them, perhaps after a name: `settings: a, b`, `app, "/a" => a()`.
    Pairs,
    /// `json!({..})`.
    Json,
    /// The fields of an object without its braces: `doc! { "a": 1 }`.
    Object,
    /// `hex!("00")`.
    Hex,
    /// `select! { p = f => x }`.
    Select,
    /// `lazy_static! { static ref A: T = x; }`, `thread_local!`.
    Statics,
    /// `cfg_if! { if #[cfg(a)] {..} else {..} }`.
    CfgIf,
    /// `cfg_select! { a => {..} _ => {..} }`.
    CfgSelect,
    /// `bitflags! { struct A: u8 { const B = 1; } }`.
    Bitflags,
    /// Tokens that are no code of this place: `quote!`, `table!`.
    Silent,
    /// A template language: only the code in it is read, and what cannot be read is no problem.
    Markup,
}

/// The well-known macros.
const TABLE: &[(Form, &[&str])] = &[
    (Form::Vec, &["vec", "smallvec", "bvec", "arrayvec", "vec_deque"]),
    (
        Form::Format(0),
        &[
            "format",
            "print",
            "println",
            "eprint",
            "eprintln",
            "panic",
            "unreachable",
            "todo",
            "unimplemented",
            "format_args",
            "format_compact",
            "format_smolstr",
            "formatcp",
            "anyhow",
            "bail",
            "eyre",
            "format_err",
            "err_msg",
        ],
    ),
    (Form::Format(1), &["write", "writeln", "assert", "debug_assert", "ensure"]),
    (
        Form::Log(0),
        &[
            "trace",
            "debug",
            "info",
            "warn",
            "error",
            "crit",
            "trace_span",
            "debug_span",
            "info_span",
            "warn_span",
            "error_span",
            "o",
        ],
    ),
    (Form::Log(1), &["log", "event", "span"]),
    (Form::Matches, &["matches", "assert_matches", "debug_assert_matches"]),
    (Form::Identity, &["dbg", "addr_of", "addr_of_mut", "pin", "ready", "black_box"]),
    (Form::Try, &["try"]),
    (Form::Concat, &["concat"]),
    (
        Form::Exprs,
        &[
            "assert_eq",
            "assert_ne",
            "debug_assert_eq",
            "debug_assert_ne",
            "include_str",
            "include_bytes",
            "include",
            "env",
            "option_env",
            "join",
            "try_join",
            "params_from_iter",
            "query",
            "query_as",
            "query_scalar",
            "query_file",
            "query_file_as",
            "query_unchecked",
            "query_as_unchecked",
            "query_scalar_unchecked",
            "migrate",
            "routes",
            "catchers",
            "uri",
            "line",
            "column",
            "file",
            "module_path",
            "compile_error",
            "pin_mut",
            "include_dir",
        ],
    ),
    (Form::Params, &["params"]),
    (Form::Pairs, &["openapi_get_routes", "openapi_get_routes_spec", "mount_endpoints_and_merged_docs"]),
    (Form::Json, &["json", "bson"]),
    (
        Form::Object,
        &["doc", "named_params", "hashmap", "btreemap", "indexmap", "phf_map", "map", "labels", "context"],
    ),
    (Form::Hex, &["hex"]),
    (Form::Select, &["select", "select_biased"]),
    (Form::Statics, &["lazy_static", "thread_local"]),
    (Form::CfgIf, &["cfg_if"]),
    (Form::CfgSelect, &["cfg_select"]),
    (Form::Bitflags, &["bitflags"]),
    (
        Form::Silent,
        &[
            "quote",
            "quote_spanned",
            "parse_quote",
            "parse_quote_spanned",
            "stringify",
            "table",
            "joinable",
            "allow_tables_to_appear_in_same_query",
            "cfg",
            "concat_idents",
            "asm",
            "global_asm",
            "assert_impl_all",
            "assert_not_impl_any",
            "forward_to_deserialize_any",
            "datetime",
            "date",
            "time",
        ],
    ),
    (Form::Markup, &["html", "rsx", "view", "maud", "markup", "css", "html_to_string"]),
];

/// Those after which control does not come back.
const LEAVES: &[&str] = &["panic", "unreachable", "todo", "unimplemented", "bail", "compile_error"];

static FORMS: LazyLock<FxHashMap<&str, Form>> = LazyLock::new(|| {
    TABLE.iter().flat_map(|(form, names)| names.iter().map(|name| (*name, *form))).collect()
});

/// How the arguments of a macro with this name are read, if it is well known.
pub(super) fn form_of(name: &str) -> Option<Form> {
    FORMS.get(name).copied()
}

impl Lowerer<'_> {
    /// From the path to the closing delimiter.
    pub(super) fn macro_span(&mut self, mac: &syn::Macro) -> Span {
        let lo = match (&mac.path.leading_colon, mac.path.segments.first()) {
            (Some(colons), _) => self.lo(colons.spans[0]),
            (None, Some(first)) => self.lo(first.ident.span()),
            (None, None) => self.lo(mac.bang_token.span),
        };
        let hi = self.hi(mac.delimiter.span().close());
        self.last = hi;
        self.range(lo, hi)
    }

    /// Counts a macro in a place where its meaning is not read (a type or pattern).
    pub(super) fn count_macro(&mut self) {
        if !self.quiet {
            self.ir.stats.macros += 1;
            self.ir.stats.macros_opaque += 1;
        }
    }

    /// A macro call as an expression or statement.
    pub(super) fn macro_expr(&mut self, mac: &syn::Macro) -> Full {
        let span = self.macro_span(mac);
        let expanded = self.expansion(mac, Position::Expr);
        self.macro_value(mac, expanded, span)
    }

    /// A macro call as an expression, given what it expands to.
    pub(super) fn macro_value(&mut self, mac: &syn::Macro, expanded: Option<Expanded>, span: Span) -> Full {
        let call = self.macro_call(mac, expanded, span, false);
        (self.alloc(ExprKind::Macro(Box::new(call)), span), span)
    }

    fn macro_call(
        &mut self,
        mac: &syn::Macro,
        expanded: Option<Expanded>,
        span: Span,
        at_item: bool,
    ) -> MacroCall {
        let path = self.path(None, &mac.path);
        let name = path.last().map_or("", |s| s.name.sym.as_str());
        if let Some(expanded) = expanded
            && let Some(form) = self.deeper(|l| l.expanded(&expanded))
        {
            self.ir.stats.macros += 1;
            return MacroCall { path, form, guessed: false, leaves: false };
        }
        let known = form_of(name);
        let form = match known {
            Some(Form::Silent) => Some(MacroForm::Opaque),
            Some(form) => self.deeper(|l| l.read_known(form, mac)).flatten(),
            None => None,
        };
        if !self.quiet {
            self.ir.stats.macros += 1;
        }
        if let Some(form) = form {
            let leaves = LEAVES.contains(&name);
            return MacroCall { path, form, guessed: false, leaves };
        }
        let guessed = self.deeper(|l| l.guess(mac, at_item)).flatten();
        let form = guessed.unwrap_or_else(|| match known {
            Some(_) if mac.tokens.is_empty() => MacroForm::Exprs(Vec::new()),
            Some(Form::Markup) => MacroForm::Exprs(Vec::new()),
            _ => {
                self.opaque(name, span);
                MacroForm::Opaque
            }
        });
        if !self.quiet && known != Some(Form::Markup) && form != MacroForm::Opaque {
            self.ir.stats.macros_guessed += 1;
        }
        MacroCall { path, form, guessed: true, leaves: false }
    }

    fn opaque(&mut self, name: &str, span: Span) {
        if !self.quiet {
            self.ir.stats.macros_opaque += 1;
        }
        self.problem(ProblemKind::OpaqueMacro, span, format!("arguments of `{name}!` are not understood"));
    }

    fn read_known(&mut self, form: Form, mac: &syn::Macro) -> Option<MacroForm> {
        match form {
            Form::Vec => self.read_vec(mac),
            Form::Format(leading) => self.read_format(mac, leading),
            Form::Log(leading) => self.read_log(mac, leading),
            Form::Matches => self.read_matches(mac),
            Form::Identity => self.read_identity(mac),
            Form::Try => self.read_try(mac),
            Form::Concat => self.read_concat(mac),
            Form::Exprs => self.read_exprs(mac),
            Form::Params => self.read_exprs(mac).or_else(|| self.read_json(mac, true)),
            Form::Pairs => self.read_pairs(mac),
            Form::Json => self.read_json(mac, false),
            Form::Object => self.read_json(mac, true),
            Form::Hex => self.read_hex(mac),
            Form::Select => self.read_select(mac),
            Form::Statics => self.read_statics(mac),
            Form::CfgIf => self.read_branches(mac, branches),
            Form::CfgSelect => self.read_branches(mac, arms),
            Form::Bitflags => self.read_bitflags(mac),
            Form::Silent | Form::Markup => None,
        }
    }

    /// The delimiters of a macro call with what is between them.
    pub(super) fn delimited(&mut self, mac: &syn::Macro) -> Span {
        self.span(mac.delimiter.span().join())
    }

    /// A macro call at item level, or `macro_rules!`.
    pub(super) fn macro_item(&mut self, m: &syn::ItemMacro) -> Option<ItemId> {
        let semi = m.semi_token.map(|s| s.span);
        let Some(ident) = &m.ident else { return self.macro_member(&m.attrs, &m.mac, semi) };
        let first = m.mac.path.segments.first().map_or(m.mac.bang_token.span, |s| s.ident.span());
        let mut shell = self.shell(&m.attrs, &syn::Visibility::Inherited, first)?;
        shell.name = Some(self.name(ident));
        let path = self.path(None, &m.mac.path);
        let span = self.macro_span(&m.mac);
        let exprs = self.read_rules(&m.mac);
        if m.mac.path.is_ident("macro_rules") {
            self.define(ident, &m.mac.tokens);
        }
        let hi = semi.map_or(span.hi, |s| self.hi(s));
        self.ends(&mut shell, Some(m.mac.delimiter.span().open()), hi);
        Some(self.finish(shell, ItemKind::Macro { path, items: Vec::new(), exprs, names: Vec::new() }))
    }

    /// A macro call among items or members.
    pub(super) fn macro_member(
        &mut self,
        attrs: &[syn::Attribute],
        mac: &syn::Macro,
        semi: Option<proc_macro2::Span>,
    ) -> Option<ItemId> {
        let first = match &mac.path.leading_colon {
            Some(colons) => colons.spans[0],
            None => mac.path.segments.first().map_or(mac.bang_token.span, |s| s.ident.span()),
        };
        let mut shell = self.shell(attrs, &syn::Visibility::Inherited, first)?;
        let span = self.macro_span(mac);
        let expanded = self.expansion(mac, Position::Items);
        let call = self.macro_call(mac, expanded, span, true);
        let hi = semi.map_or(span.hi, |s| self.hi(s));
        self.ends(&mut shell, Some(mac.delimiter.span().open()), hi);
        let delimited = self.delimited(mac);
        let (items, exprs) = self.item_parts(call.form, delimited);
        Some(self.finish(
            shell,
            ItemKind::Macro { path: call.path, items, exprs, names: names::declared(&mac.tokens) },
        ))
    }

    fn item_parts(&mut self, form: MacroForm, span: Span) -> (Vec<ItemId>, Vec<ExprId>) {
        match form {
            MacroForm::Items(items) => (items, Vec::new()),
            MacroForm::Expr(e) => (Vec::new(), vec![e]),
            MacroForm::Exprs(list) => (Vec::new(), list),
            MacroForm::Format(FormatCall { leading, template, args }) => {
                let args = args.into_iter().map(|a| a.value);
                (Vec::new(), leading.into_iter().chain(template).chain(args).collect())
            }
            MacroForm::Block(block) => (Vec::new(), vec![self.alloc(ExprKind::Block(block), span)]),
            MacroForm::Opaque => (Vec::new(), Vec::new()),
        }
    }
}
