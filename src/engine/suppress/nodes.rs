//! The nodes of a file that a comment may stand at.

use crate::base::{SourceFile, Span};
use crate::engine::suppress::scope::{Node, Nodes};
use crate::ir::{Block, Expr, ExprId, ExprKind, Fields, FileIr, ItemKind, LoopKind, MacroForm, Stmt};

/// Collects the nodes of a file. Linear in its size; nesting does not matter.
pub(super) fn collect(ir: &FileIr, source: &SourceFile) -> Nodes {
    let mut out = Collector { ir, source, nodes: Nodes::default() };
    for (_, item) in ir.items.iter() {
        out.add(item.span);
        out.parts_of_item(&item.kind);
    }
    for (_, expr) in ir.exprs.iter() {
        out.parts_of_expr(expr);
    }
    out.nodes
}

struct Collector<'a> {
    ir: &'a FileIr,
    source: &'a SourceFile,
    nodes: Nodes,
}

impl Collector<'_> {
    fn add(&mut self, span: Span) {
        self.nodes.nodes.push(Node::new(span));
    }

    fn add_exprs(&mut self, list: &[ExprId]) {
        for &id in list {
            self.add(self.ir.exprs[id].span);
        }
    }

    fn parts_of_item(&mut self, kind: &ItemKind) {
        match kind {
            ItemKind::Fn(function) => function.params.iter().for_each(|param| self.add(param.span)),
            ItemKind::Struct(def) => self.fields(&def.fields),
            ItemKind::Enum(def) => {
                for variant in &def.variants {
                    self.add(variant.span);
                    self.fields(&variant.fields);
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, fields: &Fields) {
        fields.list().iter().for_each(|field| self.add(field.span));
    }

    fn parts_of_expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call { args, .. } => self.add_exprs(args),
            ExprKind::MethodCall { receiver, args, .. } => {
                self.segment(self.ir.exprs[*receiver].span, expr.span);
                self.add_exprs(args);
            }
            ExprKind::Array(list) | ExprKind::Tuple(list) => self.add_exprs(list),
            ExprKind::Struct { fields, .. } => {
                fields.iter().for_each(|f| self.add(f.name.span.to(self.ir.exprs[f.value].span)));
            }
            ExprKind::Map(pairs) => {
                pairs.iter().for_each(|&(k, v)| self.add(self.ir.exprs[k].span.to(self.ir.exprs[v].span)));
            }
            ExprKind::Block(block) | ExprKind::Async(block) => self.block(block),
            ExprKind::If { cond, .. } => self.header(*cond),
            ExprKind::Match { scrutinee, arms } => {
                self.header(*scrutinee);
                arms.iter().for_each(|arm| self.add(arm.span));
            }
            ExprKind::Loop { kind: LoopKind::While(header) | LoopKind::For(_, header), .. } => {
                self.header(*header);
            }
            ExprKind::Macro(call) => self.parts_of_macro(&call.form),
            _ => {}
        }
    }

    fn parts_of_macro(&mut self, form: &MacroForm) {
        match form {
            MacroForm::Exprs(list) => self.add_exprs(list),
            MacroForm::Format(call) => {
                self.add_exprs(&call.leading);
                call.args.iter().for_each(|arg| self.add(self.ir.exprs[arg.value].span));
            }
            MacroForm::Block(block) => self.block(block),
            MacroForm::Expr(_) | MacroForm::Items(_) | MacroForm::Opaque => {}
        }
    }

    fn header(&mut self, id: ExprId) {
        self.nodes.headers.push(self.ir.exprs[id].span);
    }

    fn block(&mut self, block: &Block) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { span, .. } | Stmt::Expr(_, span) => self.add(*span),
                Stmt::Item(_) => {}
            }
        }
        block.tail.iter().for_each(|&tail| self.add(self.ir.exprs[tail].span));
    }

    /// `.f(x)`: from the dot that follows the receiver to the end of the call.
    fn segment(&mut self, receiver: Span, call: Span) {
        if receiver.hi > call.hi {
            return;
        }
        let gap = self.source.slice(Span { lo: receiver.hi, ..call });
        // Between receiver and dot may stand parentheses, layout and comments; the dot begins a line or follows at once.
        let dot = if gap.starts_with('.') { Some(0) } else { first_dot(gap) };
        if let Some(dot) = dot {
            let span = Span { lo: receiver.hi + dot as u32, ..call };
            self.nodes.nodes.push(Node { span, whole: Some(call) });
        }
    }
}

/// The first `.` outside comments.
fn first_dot(gap: &str) -> Option<usize> {
    let mut at = 0;
    while at < gap.len() {
        let rest = &gap[at..];
        if rest.starts_with('.') {
            return Some(at);
        }
        at += if rest.starts_with("//") {
            rest.find('\n')?
        } else if rest.starts_with("/*") {
            rest.find("*/")? + 2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    None
}
