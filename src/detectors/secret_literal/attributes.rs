//! Secrets in attributes: what a field is when nobody sets it. `#[arg(env = "DB_PASSWORD", default_value = "..")]`,
//! `#[default("postgres://app:secret@localhost/app")]`, `#[serde(default = "initial")]` with the function that it names,
//! `default_value_t = initial()`, `#[derivative(Default(value = "\"..\".into()"))]` with the text in the code.
//!
//! Arguments that document (`example`, `help`) are no values. Provider tokens and private keys are told in any other one. A
//! default that the program compares with is refused or replaced there, so it opens nothing.

use crate::base::{Span, Symbol};
use crate::catalog::{Lint, TokenFormat};
use crate::detectors::Context;
use crate::detectors::secret_literal::content::{Worth, worth, worth_as_default};
use crate::detectors::secret_literal::form::Form;
use crate::detectors::secret_literal::{address, finish};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{Attr, AttrArg, BinaryOp, ExprId, ExprKind, FileIr, Item, ItemKind, Literal};
use crate::resolve::{DefId, DefKind, Namespace, PathRes, Res};

/// Attributes and arguments that document.
const DOCUMENTING: &[&str] = &[
    "doc",
    "doku",
    "example",
    "examples",
    "help",
    "long_help",
    "about",
    "long_about",
    "after_help",
    "before_help",
    "description",
    "summary",
    "title",
    "schema",
    "schemars",
    "value_name",
    "deprecated",
    "note",
    "cfg",
    "cfg_attr",
    "message",
    "error",
    "test_case",
    "rstest",
    "case",
    "values",
];

/// Findings in the attributes of all structs, enums and functions.
pub fn detect(cx: &Context<'_>, lint: &Lint, formats: &[TokenFormat]) -> Vec<Finding> {
    let holds = |kind| matches!(kind, DefKind::Struct | DefKind::Enum | DefKind::Fn | DefKind::Method(_));
    let defs = cx.map.defs.iter().filter(|(_, def)| holds(def.kind));
    defs.flat_map(|(id, _)| detect_attributes(cx, lint, formats, id)).collect()
}

/// Findings in the attributes of one definition.
pub fn detect_attributes(cx: &Context<'_>, lint: &Lint, formats: &[TokenFormat], id: DefId) -> Vec<Finding> {
    let def = cx.map.def(id);
    let ir = cx.program.file(def.file);
    let item = &ir.items[def.item];
    let judge = Judge { cx, lint, formats, id, ir };
    let mut out = Vec::new();
    for (name, attrs) in attributed(ir, item) {
        for attr in attrs {
            judge.attribute(attr, name, &mut out);
        }
    }
    out
}

/// Attributes with the name of what they are about.
type Attributed<'i> = (Option<(Symbol, Span)>, &'i [Attr]);

/// The attributes of an item, its fields and parameters.
fn attributed<'i>(ir: &'i FileIr, item: &'i Item) -> Vec<Attributed<'i>> {
    let mut out = vec![(None, &item.attrs[..])];
    let fields = |list: &'i crate::ir::Fields| {
        let named = |f: &'i crate::ir::Field| (Some((f.name.sym, f.name.span)), &f.attrs[..]);
        list.list().iter().map(named).collect::<Vec<_>>()
    };
    match &item.kind {
        ItemKind::Struct(data) => out.extend(fields(&data.fields)),
        ItemKind::Enum(data) => {
            for variant in &data.variants {
                out.push((Some((variant.name.sym, variant.name.span)), &variant.attrs));
                out.extend(fields(&variant.fields));
            }
        }
        ItemKind::Fn(func) => {
            for param in &func.params {
                let crate::ir::PatKind::Bind { name, .. } = &ir.pats[param.pat].kind else { continue };
                out.push((Some((name.sym, name.span)), &param.attrs));
            }
        }
        _ => {}
    }
    out
}

struct Judge<'a> {
    cx: &'a Context<'a>,
    lint: &'a Lint,
    formats: &'a [TokenFormat],
    id: DefId,
    ir: &'a FileIr,
}

impl Judge<'_> {
    fn attribute(&self, attr: &Attr, field: Option<(Symbol, Span)>, out: &mut Vec<Finding>) {
        let name = attr.name();
        if !DOCUMENTING.contains(&name.as_str()) {
            self.args(&attr.args, name, field, out);
        }
    }

    /// The arguments of an attribute or argument called `owner`. Their nesting is bounded where they were read.
    fn args(&self, args: &[AttrArg], owner: Symbol, field: Option<(Symbol, Span)>, out: &mut Vec<Finding>) {
        // The variable that the default is for says more than the field.
        let variable =
            args.iter().find(|a| a.name.is_some_and(|n| n == *"env")).and_then(|a| self.text(a.value?));
        let bound = variable.map(|(text, span)| (Symbol::new(&text), span)).or(field);
        let of_default = is_default(owner);
        for arg in args {
            let name = arg.name.unwrap_or(owner);
            if DOCUMENTING.contains(&name.as_str()) {
                continue;
            }
            self.args(&arg.nested, name, field, out);
            let Some(value) = arg.value else { continue };
            let default = of_default || is_default(name);
            match self.text(value) {
                Some((path, _)) if default && owner == *"serde" => {
                    let names: Vec<Symbol> = path.split("::").map(|part| Symbol::new(part.trim())).collect();
                    out.extend(self.named_item(&names, bound));
                }
                Some((text, span)) => {
                    out.extend(self.value(&text, span, bound.filter(|_| default), default));
                }
                None if default => out.extend(self.named_item(&self.path(value), bound)),
                None => {}
            }
        }
    }

    /// The path of `path` and `path()`, else nothing.
    fn path(&self, value: ExprId) -> Vec<Symbol> {
        let at = match &self.ir.exprs[value].kind {
            ExprKind::Call { callee, args } if args.is_empty() => *callee,
            _ => value,
        };
        let ExprKind::Path(path) = &self.ir.exprs[at].kind else { return Vec::new() };
        path.segments.iter().map(|segment| segment.name.sym).collect()
    }

    /// The only text literal of an expression, unless it is the name of a variable: `env::var("..")`.
    fn text(&self, id: ExprId) -> Option<(String, Span)> {
        let mut found: Vec<(String, Span)> = Vec::new();
        let mut asks = false;
        self.ir.for_each_expr(id, &mut |at| match &self.ir.exprs[at].kind {
            ExprKind::Literal(Literal::Str(text)) => found.push((text.to_string(), self.ir.exprs[at].span)),
            ExprKind::Path(path) => asks |= path.segments.iter().any(|s| s.name.sym == "env"),
            _ => {}
        });
        if found.len() == 1 && !asks { found.pop() } else { None }
    }

    /// A text that is a value; `bound` if it is the default of something.
    fn value(&self, text: &str, span: Span, bound: Option<(Symbol, Span)>, default: bool) -> Option<Finding> {
        let form = Form::of(self.formats, text).or_else(|| address::judge(text, default).filter(|_| default));
        let mut finding =
            self.cx.finding(self.lint, self.id, span, "known to everybody who has the source", String::new());
        if let Some(form) = form {
            return Some(form.fill(finding, span));
        }
        let (name, place) = bound?;
        let words = Words::of(name.as_str());
        let text = quoted(text).unwrap_or(text);
        let is_code = text.contains('(') && text.contains(')');
        if is_code || !words.name_credential() || self.is_compared(text) {
            return None;
        }
        finding.confidence = match worth_as_default(text, &words) {
            Worth::Name => return None,
            Worth::Word => Confidence::Medium,
            Worth::Secret => Confidence::High,
        };
        finding.message = format!("`{name}` falls back to a constant when it is not set");
        finding.context.push(Label::new(place, "in place of this"));
        finish(&mut finding, span);
        Some(finding)
    }

    /// Whether the program compares something with this text.
    fn is_compared(&self, text: &str) -> bool {
        let is_text = |ir: &FileIr, id: ExprId| matches!(&ir.exprs[id].kind, ExprKind::Literal(Literal::Str(t)) if **t == *text);
        let compares = |ir: &FileIr, kind: &ExprKind| match kind {
            ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, lhs, rhs } => {
                is_text(ir, *lhs) || is_text(ir, *rhs)
            }
            _ => false,
        };
        self.cx.program.files.iter().any(|ir| ir.exprs.iter().any(|(_, expr)| compares(ir, &expr.kind)))
    }

    /// What the constant or function of a path gives. One that says itself what it gives is reported there.
    fn named_item(&self, path: &[Symbol], bound: Option<(Symbol, Span)>) -> Option<Finding> {
        let (name, _) = bound?;
        let module = self.cx.map.def(self.id).module;
        let found = self.cx.map.resolve_names(module, None, false, path, Namespace::Value)?;
        let item = match found {
            PathRes { res: Res::Def(item), rest: 0 } => item,
            PathRes { res, rest: 1 } => self.cx.map.associated(&res, *path.last()?)?,
            _ => return None,
        };
        let value = self.cx.results.get(&item)?;
        let [origin] = value.origins() else { return None };
        let text = std::str::from_utf8(origin.constant()?.bytes()?).ok()?;
        let own = Words::of(self.cx.map.def(item).name.as_str());
        if own.name_credential() && (worth(text, &own) == Worth::Secret || own.has("default")) {
            return None;
        }
        // An address is told by its form, where it is written.
        if address::judge(text, true).is_some() || Form::of(self.formats, text).is_some() {
            return None;
        }
        let mut finding = self.value(text, origin.span, bound, true)?;
        finding.message = format!("`{name}` gets a constant when it is not configured");
        Some(finding)
    }
}

/// `default`, `default_value`, `default_value_t`, `Default`.
fn is_default(name: Symbol) -> bool {
    Words::of(name.as_str()).has("default")
}

/// The text in a piece of code that has just one: `String::from("..")`.
fn quoted(code: &str) -> Option<&str> {
    let (_, rest) = code.split_once('"')?;
    let (text, rest) = rest.split_once('"')?;
    (!rest.contains('"')).then_some(text)
}
