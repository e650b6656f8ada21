//! Logging macros of `log`, `tracing`, `slog`: `info!(target: "x", user = %name, ?error, id, "done {}", n; "k" => v)`.

use proc_macro2::TokenTree;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Expr as Syn, Ident, LitStr, Token};

use crate::base::{Span, Symbol};
use crate::ir::{FormatArg, FormatCall, FormatTrait, MacroForm, Name};
use crate::lower::ctx::Lowerer;
use crate::lower::macros::format::{Given, is_template};

/// One argument as parsed.
enum LogArg {
    /// `target: x`.
    Option(Syn),
    /// `name = value`, `?value`, `%value`.
    Field(Option<FieldName>, FormatTrait, Syn),
    /// A value: a field recorded under its own name, the template, or an argument of the template.
    Plain(Syn),
}

struct FieldName {
    text: String,
    first: proc_macro2::Span,
    last: proc_macro2::Span,
}

impl Lowerer<'_> {
    pub(super) fn read_log(&mut self, mac: &syn::Macro, leading: usize) -> Option<MacroForm> {
        let parsed = mac.parse_body_with(log_args).ok()?;
        let mut call = FormatCall { leading: Vec::new(), template: None, args: Vec::new() };
        let mut positional = leading;
        let mut args = parsed.into_iter();
        for arg in args.by_ref() {
            match arg {
                LogArg::Option(value) => call.leading.push(self.expr(&value)),
                LogArg::Plain(value) if is_template(&value) => {
                    call.template = Some(self.expr(&value));
                    break;
                }
                LogArg::Plain(value) if positional > 0 => {
                    positional -= 1;
                    call.leading.push(self.expr(&value));
                }
                other => {
                    let arg = self.log_field(other);
                    call.args.push(arg);
                }
            }
        }
        let mut explicit: Vec<FormatArg> = args.map(|arg| self.log_field(arg)).collect();
        if let Some(template) = call.template {
            call.args.extend(self.apply_template(template, &mut explicit));
        }
        call.args.append(&mut explicit);
        Some(MacroForm::Format(call))
    }

    fn log_field(&mut self, arg: LogArg) -> FormatArg {
        match arg {
            LogArg::Option(value) | LogArg::Plain(value) => {
                FormatArg { name: None, value: self.expr(&value), how: FormatTrait::Value }
            }
            LogArg::Field(name, how, value) => {
                let name = name.map(|n| {
                    let span: Span = self.span(n.first).to(self.span(n.last));
                    Name { sym: Symbol::new(&n.text), span }
                });
                FormatArg { name, value: self.expr(&value), how }
            }
        }
    }
}

fn log_args(input: ParseStream) -> syn::Result<Vec<LogArg>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        log_arg(input, &mut out)?;
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
        } else if !input.is_empty() {
            input.parse::<Option<Token![,]>>()?;
        }
    }
    Ok(out)
}

fn log_arg(input: ParseStream, out: &mut Vec<LogArg>) -> syn::Result<()> {
    if input.peek(syn::token::Brace) {
        let fork = input.fork();
        if let Ok(mut fields) = braced_fields(&fork) {
            input.advance_to(&fork);
            out.append(&mut fields);
            return Ok(());
        }
    }
    if let Some(how) = sigil(input)? {
        out.push(LogArg::Field(None, how, input.parse()?));
        return Ok(());
    }
    let fork = input.fork();
    if let Some(name) = field_name(&fork) {
        if fork.peek(Token![:]) && !fork.peek(Token![::]) {
            return colon(input, name, out);
        }
        if (fork.peek(Token![=]) && !fork.peek(Token![==])) || fork.peek(Token![=>]) {
            input.advance_to(&fork);
            if input.peek(Token![=>]) {
                input.parse::<Token![=>]>()?;
            } else {
                input.parse::<Token![=]>()?;
            }
            let how = sigil(input)?.unwrap_or(FormatTrait::Value);
            out.push(LogArg::Field(Some(name), how, input.parse()?));
            return Ok(());
        }
    }
    out.push(LogArg::Plain(input.parse()?));
    Ok(())
}

fn braced_fields(input: ParseStream) -> syn::Result<Vec<LogArg>> {
    let inner;
    syn::braced!(inner in input);
    log_args(&inner)
}

/// `target: x`, or a field of the `log` crate with its kind: `x:? = value`, `x:%`.
fn colon(input: ParseStream, name: FieldName, out: &mut Vec<LogArg>) -> syn::Result<()> {
    if matches!(name.text.as_str(), "target" | "parent" | "name" | "logger") {
        Ident::parse_any(input)?;
        input.parse::<Token![:]>()?;
        out.push(LogArg::Option(input.parse()?));
        return Ok(());
    }
    let value: Given =
        Given { name: None, value: Syn::Path(syn::parse2(input.fork().parse::<TokenTree>()?.into())?) };
    input.parse::<TokenTree>()?;
    input.parse::<Token![:]>()?;
    let kind = input.parse::<TokenTree>()?.to_string();
    let how = match kind.as_str() {
        "?" | "debug" => FormatTrait::Debug,
        "%" | "display" => FormatTrait::Display,
        _ => FormatTrait::Value,
    };
    let value = if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        input.parse()?
    } else {
        value.value
    };
    out.push(LogArg::Field(Some(name), how, value));
    Ok(())
}

/// `?x` and `%x`.
fn sigil(input: ParseStream) -> syn::Result<Option<FormatTrait>> {
    if input.peek(Token![?]) {
        input.parse::<Token![?]>()?;
        return Ok(Some(FormatTrait::Debug));
    }
    if input.peek(Token![%]) {
        input.parse::<Token![%]>()?;
        return Ok(Some(FormatTrait::Display));
    }
    Ok(None)
}

/// `a`, `a.b`, `"a"`.
fn field_name(input: ParseStream) -> Option<FieldName> {
    if let Ok(text) = input.parse::<LitStr>() {
        return Some(FieldName { text: text.value(), first: text.span(), last: text.span() });
    }
    if !input.peek(Ident::peek_any) {
        return None;
    }
    let ident = Ident::parse_any(input).ok()?;
    let mut name = FieldName { text: ident.unraw().to_string(), first: ident.span(), last: ident.span() };
    while input.peek(Token![.]) && !input.peek(Token![..]) {
        input.parse::<Token![.]>().ok()?;
        let next = Ident::parse_any(input).ok()?;
        name.text.push('.');
        name.text.push_str(&next.unraw().to_string());
        name.last = next.span();
    }
    Some(name)
}
