//! Tests of this layer: one module for each promise.

mod attributes;
mod comments;
mod expansion;
mod macros;
mod modules;
mod nesting;
mod random;
mod recovery;
mod spans;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::base::{ProblemKind, SourceMap, Span};
use crate::ir::{
    Block, ExprId, ExprKind, FileIr, Fn, FormatCall, Item, ItemKind, Literal, MacroCall, MacroForm, Stmt,
};
use crate::lower::lower_file;
use crate::workspace::cfg::CfgSet;

/// One lowered text.
struct Lowered {
    sources: SourceMap,
    ir: FileIr,
}

/// Linux, not Windows; `test` and features unknown.
fn linux() -> CfgSet {
    CfgSet {
        flags: BTreeSet::from(["unix".to_owned()]),
        false_flags: BTreeSet::from(["windows".to_owned()]),
        pairs: BTreeMap::from([("target_os".to_owned(), BTreeSet::from(["linux".to_owned()]))]),
        complete_keys: BTreeSet::from(["target_os".to_owned()]),
    }
}

fn lower(text: &str) -> Lowered {
    let mut sources = SourceMap::default();
    let id = sources.add(Path::new("/p/a.rs"), "a.rs", text.into());
    let ir = lower_file(sources.file(id), 2021, &linux());
    Lowered { sources, ir }
}

/// The statements of a body.
fn lower_body(body: &str) -> Lowered {
    lower(&format!("fn f() {{ {body} }}"))
}

impl Lowered {
    fn text(&self, span: Span) -> &str {
        self.sources.slice(span)
    }

    fn expr(&self, id: ExprId) -> &str {
        self.text(self.ir.exprs[id].span)
    }

    fn item(&self, name: &str) -> &Item {
        let named = |i: &&Item| i.name.is_some_and(|n| n.sym == name);
        self.ir.items.iter().map(|(_, i)| i).find(named).unwrap_or_else(|| panic!("no item {name}"))
    }

    fn has_item(&self, name: &str) -> bool {
        self.ir.items.iter().any(|(_, i)| i.name.is_some_and(|n| n.sym == name))
    }

    fn function(&self, name: &str) -> &Fn {
        match &self.item(name).kind {
            ItemKind::Fn(f) => f,
            other => panic!("{other:?}"),
        }
    }

    fn body(&self, name: &str) -> &Block {
        let body = self.function(name).body.expect("a body");
        match &self.ir.exprs[body].kind {
            ExprKind::Block(block) => block,
            other => panic!("{other:?}"),
        }
    }

    /// The tail of `f`, or its last statement's expression.
    fn tail(&self) -> ExprId {
        let block = self.body("f");
        match (block.tail, block.stmts.last()) {
            (Some(id), _) => id,
            (None, Some(Stmt::Expr(id, _))) => *id,
            (None, Some(Stmt::Let { value: Some(id), .. })) => *id,
            other => panic!("{other:?}"),
        }
    }

    fn macro_call(&self) -> &MacroCall {
        match &self.ir.exprs[self.tail()].kind {
            ExprKind::Macro(call) => call,
            other => panic!("{other:?}"),
        }
    }

    fn format_call(&self) -> &FormatCall {
        match &self.macro_call().form {
            MacroForm::Format(call) => call,
            other => panic!("{other:?}"),
        }
    }

    /// The kind of the expression that the macro at the end of `f` stands for.
    fn macro_value(&self) -> &ExprKind {
        match &self.macro_call().form {
            MacroForm::Expr(id) => &self.ir.exprs[*id].kind,
            other => panic!("{other:?}"),
        }
    }

    /// The texts of the expressions that the macro at the end of `f` lists.
    fn macro_exprs(&self) -> Vec<&str> {
        match &self.macro_call().form {
            MacroForm::Exprs(list) => list.iter().map(|&id| self.expr(id)).collect(),
            other => panic!("{other:?}"),
        }
    }

    /// Texts of all expressions of a kind.
    fn all(&self, is: impl std::ops::Fn(&ExprKind) -> bool) -> Vec<&str> {
        self.ir.exprs.iter().filter(|(_, e)| is(&e.kind)).map(|(_, e)| self.text(e.span)).collect()
    }

    fn strings(&self) -> Vec<&str> {
        let text = |kind: &ExprKind| matches!(kind, ExprKind::Literal(Literal::Str(_)));
        self.all(text)
    }

    fn problems(&self, kind: ProblemKind) -> Vec<&str> {
        let of_kind = self.ir.problems.iter().filter(|p| p.kind == kind);
        of_kind.map(|p| p.span.map_or("", |s| self.text(s))).collect()
    }
}
