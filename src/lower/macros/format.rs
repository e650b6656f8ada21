//! `format!` and its kin: leading arguments, a template, arguments; captures in the template become arguments.

use std::ops::Range;

use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Expr as Syn, Ident, Token};

use crate::base::{Span, Symbol};
use crate::ir::{
    ExprId, ExprKind, FormatArg, FormatCall, FormatTrait, Literal, MacroForm, Name, Path, Segment,
};
use crate::lower::ctx::Lowerer;
use crate::lower::macros::template::{self, Piece, Target};

/// `name = value` or `value`.
pub(super) struct Given {
    pub(super) name: Option<Ident>,
    pub(super) value: Syn,
}

/// Parses arguments separated by commas.
pub(super) fn given_list(input: ParseStream) -> syn::Result<Vec<Given>> {
    let mut out = Vec::new();
    while !input.is_empty() {
        let named = input.peek(Ident::peek_any)
            && input.peek2(Token![=])
            && !input.peek2(Token![==])
            && !input.peek2(Token![=>]);
        let name = if named {
            let name = Ident::parse_any(input)?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        out.push(Given { name, value: input.parse()? });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(out)
}

impl Lowerer<'_> {
    pub(super) fn read_format(&mut self, mac: &syn::Macro, leading: usize) -> Option<MacroForm> {
        let given = mac.parse_body_with(given_list).ok()?;
        let split = leading.min(given.len());
        let (first, rest) = given.split_at(split);
        let leading = first.iter().map(|g| self.expr(&g.value)).collect();
        Some(MacroForm::Format(self.format_call(leading, rest)))
    }

    /// A template, if the first argument is one, and its arguments.
    pub(super) fn format_call(&mut self, leading: Vec<ExprId>, given: &[Given]) -> FormatCall {
        let Some((first, rest)) =
            given.split_first().filter(|(f, _)| f.name.is_none() && is_template(&f.value))
        else {
            let args = given.iter().map(|g| self.given(g)).collect();
            return FormatCall { leading, template: None, args };
        };
        let template = self.expr(&first.value);
        let mut explicit: Vec<FormatArg> = rest.iter().map(|g| self.given(g)).collect();
        let mut args = self.apply_template(template, &mut explicit);
        args.append(&mut explicit);
        FormatCall { leading, template: Some(template), args }
    }

    fn given(&mut self, given: &Given) -> FormatArg {
        let name = given.name.as_ref().map(|n| self.name(n));
        FormatArg { name, value: self.expr(&given.value), how: FormatTrait::Value }
    }

    /// Tells each argument how the template uses it; returns the variables that the template captures.
    pub(super) fn apply_template(&mut self, template: ExprId, explicit: &mut [FormatArg]) -> Vec<FormatArg> {
        let span = self.ir.exprs[template].span;
        let (body, pieces) = self.pieces(template, span);
        let mut captures: Vec<FormatArg> = Vec::new();
        let mut next = 0;
        for Piece { target, how } in pieces {
            match target {
                Target::Next => {
                    use_arg(explicit.get_mut(next), how);
                    next += 1;
                }
                Target::Index(index) => use_arg(explicit.get_mut(index), how),
                Target::Name(range) => {
                    let text = body.text.get(range.clone()).unwrap_or("").trim_start_matches("r#");
                    let sym = Symbol::new(text);
                    let named = |a: &&mut FormatArg| a.name.is_some_and(|n| n.sym == sym);
                    if let Some(arg) = explicit.iter_mut().chain(&mut captures).find(named) {
                        use_arg(Some(arg), how);
                    } else {
                        let span = body.place(self, span, range);
                        captures.push(self.capture(sym, span, how));
                    }
                }
            }
        }
        captures
    }

    fn capture(&mut self, sym: Symbol, span: Span, how: FormatTrait) -> FormatArg {
        let name = Name { sym, span };
        let segments = vec![Segment { name, args: Vec::new() }];
        let path = Path { global: false, qself: None, trait_len: 0, segments, span };
        let value = self.alloc(ExprKind::Path(path), span);
        FormatArg { name: Some(name), value, how }
    }

    fn pieces(&self, template: ExprId, span: Span) -> (Body, Vec<Piece>) {
        let source = self.text.get(span.range()).unwrap_or("");
        if let Some(inner) = source.strip_prefix('"').and_then(|s| s.strip_suffix('"')) {
            let body = Body { text: inner.to_owned(), from: Some(1) };
            let pieces = template::parse(&body.text, true);
            return (body, pieces);
        }
        if let Some(rest) = source.strip_prefix('r').filter(|r| r.trim_start_matches('#').starts_with('"')) {
            let hashes = rest.bytes().take_while(|&b| b == b'#').count();
            let inner = rest.get(hashes + 1..rest.len().saturating_sub(hashes + 1)).unwrap_or("");
            let body = Body { text: inner.to_owned(), from: Some(hashes + 2) };
            let pieces = template::parse(&body.text, false);
            return (body, pieces);
        }
        // Joined by `concat!`: the text is known, places in it are not.
        let text = match self.string_value(template) {
            Some(text) => text,
            None => return (Body { text: String::new(), from: None }, Vec::new()),
        };
        let pieces = template::parse(&text, false);
        (Body { text, from: None }, pieces)
    }

    fn string_value(&self, id: ExprId) -> Option<String> {
        match &self.ir.exprs[id].kind {
            ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
            ExprKind::Macro(call) => match call.form {
                MacroForm::Expr(inner) => match &self.ir.exprs[inner].kind {
                    ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }
}

/// The text of a template and where it begins in its literal, if places in it are places in the source.
struct Body {
    text: String,
    from: Option<usize>,
}

impl Body {
    fn place(&self, l: &Lowerer<'_>, literal: Span, range: Range<usize>) -> Span {
        match self.from {
            Some(from) => {
                let lo = literal.lo as usize + from;
                l.file.span(lo + range.start, lo + range.end)
            }
            None => literal,
        }
    }
}

fn use_arg(arg: Option<&mut FormatArg>, how: FormatTrait) {
    if let Some(arg) = arg
        && arg.how == FormatTrait::Value
    {
        arg.how = how;
    }
}

/// A string literal, or a macro that makes one.
pub(super) fn is_template(value: &Syn) -> bool {
    match value {
        Syn::Lit(l) => matches!(l.lit, syn::Lit::Str(_)),
        Syn::Macro(m) => m.mac.path.segments.last().is_some_and(|s| s.ident == "concat"),
        Syn::Group(g) => is_template(&g.expr),
        _ => false,
    }
}
