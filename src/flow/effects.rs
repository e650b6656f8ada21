//! What a body leaves in what it was lent: the value of each `&mut` parameter at the end.
//!
//! Every way out joins: `return`, and the end of the body. Ways out with an error are left out, because callers do not go on with
//! what a failed call left. A parameter that holds at the end what it held at the beginning was not written, provided that
//! nobody else got hold of the reference: one that is stored somewhere may be written behind the body's back and is unknown.
//!
//! Example: `fn fill(buf: &mut [u8]) { OsRng.fill_bytes(buf) }` leaves random bytes in parameter 0, whatever was there.

use crate::base::{Span, Symbol};
use crate::flow::eval::Eval;
use crate::flow::place::Place;
use crate::flow::value::Value;
use crate::ir::{ExprId, ExprKind, FileIr, Fn, MacroForm, PatId, PatKind, Path, TypeKind};
use crate::resolve::{BodyRes, PathRes, Res};

/// The `&mut` parameters of a body and what they hold where it is left.
#[derive(Default)]
pub(super) struct Lent {
    params: Vec<(usize, PatId)>,
    left: Option<Vec<Value>>,
}

/// The numbers of the `&mut` parameters with their variables; `self` is number 0.
pub fn lent<'f>(ir: &'f FileIr, func: &'f Fn) -> impl Iterator<Item = (usize, PatId)> + 'f {
    let own = func.self_param.iter().filter(|p| p.by_ref && p.mutable).map(|p| (0, p.pat));
    let is_lent = |ty| matches!(&ir.types[ty].kind, TypeKind::Ref { mutable: true, .. });
    let others = func.params.iter().enumerate().filter(move |(_, p)| is_lent(p.ty));
    own.chain(others.map(|(n, p)| (n + 1, p.pat)))
        .filter(|(_, pat)| matches!(ir.pats[*pat].kind, PatKind::Bind { .. }))
}

impl Eval<'_, '_> {
    /// Notes the parameters through which the body writes. Their variables are other names of what was lent, themselves.
    pub(super) fn borrow_params(&mut self, func: &Fn) {
        self.lent.params = lent(self.ir, func).collect();
        for &(_, pat) in &self.lent.params {
            self.aliases.insert(pat, Place::of(pat));
        }
    }

    /// The body is left here.
    pub(super) fn leave(&mut self) {
        let now = self.lent.params.iter().map(|(_, pat)| self.env.get(pat).cloned().unwrap_or_default());
        let now: Vec<Value> = now.collect();
        self.lent.left = Some(match self.lent.left.take() {
            None => now,
            Some(left) => left.iter().zip(&now).map(|(a, b)| a.join(b)).collect(),
        });
    }

    /// The body is left with `value`, unless that is an error.
    pub(super) fn leave_with(&mut self, value: Option<ExprId>) {
        let failed = value.is_some_and(|value| match &self.ir.exprs[value].kind {
            ExprKind::Call { callee, .. } => self.is_named(*callee, "Err"),
            ExprKind::Path(_) => self.is_named(value, "None"),
            _ => false,
        });
        if !failed {
            self.leave();
        }
    }

    fn is_named(&self, id: ExprId, name: &str) -> bool {
        matches!(&self.ir.exprs[id].kind, ExprKind::Path(path) if path.last().is_some_and(|s| s.name.sym == name))
    }

    /// What was left so far; a part of the body whose `return` is its own puts it back afterwards.
    pub(super) fn take_left(&mut self) -> Option<Vec<Value>> {
        self.lent.left.take()
    }

    pub(super) fn put_left(&mut self, left: Option<Vec<Value>>) {
        self.lent.left = left;
    }

    /// Code that is not understood gets these references.
    pub(super) fn give_away(&mut self, args: &[ExprId]) {
        for &arg in args {
            if let Some(place) = self.mutable_place(arg) {
                let span = self.span(arg);
                self.write(&place, Value::unknown(span), span);
            }
        }
    }

    /// Text is written behind what a variable holds: `write!(out, "{digit:02x}")`.
    pub(super) fn append(&mut self, into: ExprId, text: &Value, span: Span) {
        if let Some(place) = self.mutable_place(into).or_else(|| self.place(into)) {
            let old = self.read(&place, span);
            let new = old.derived(span).join(&text.derived(span)).keeping_fields(&old);
            self.write(&place, new, span);
        }
    }

    /// A macro that is not understood may write to the variables that it is given by name, without a `&mut` that would show it.
    pub(super) fn may_write(&mut self, args: &[ExprId]) {
        for &arg in args {
            let variable = matches!(self.ir.exprs[arg].kind, ExprKind::Path(_));
            if let Some(place) = self.place(arg).filter(|place| variable && self.is_mutable(place)) {
                let span = self.span(arg);
                self.write(&place, Value::unknown(span), span);
            }
        }
    }

    /// What the `&mut` parameters hold in the end, those left alone aside.
    pub(super) fn writes(&mut self, root: ExprId) -> Vec<(usize, Value)> {
        let params = std::mem::take(&mut self.lent.params);
        let Some(left) = self.lent.left.take() else { return Vec::new() };
        let span = self.span(root);
        let written = params.iter().zip(left).filter_map(|(&(n, pat), value)| {
            if !value.is_param(n) {
                Some((n, value))
            } else if escapes(self.ir, self.names, root, pat) {
                Some((n, Value::unknown(span)))
            } else {
                None
            }
        });
        written.collect()
    }

    /// Function of the workspace that gives back the `&mut` it was lent: `b.key(k).build()`.
    pub(super) fn returns_receiver(&self, id: ExprId) -> bool {
        let targets = self.targets(id);
        !targets.is_empty()
            && targets.iter().all(|&def| {
                self.cx.method_borrows(def)
                    && self.summaries.get(def).is_some_and(|s| s.ret.only_param() == Some((0, None)))
            })
    }
}

/// Whether a reference gets to where its writes are not seen: into a value, a variable by way of a branch, an opaque macro.
fn escapes(ir: &FileIr, names: &BodyRes, root: ExprId, pat: PatId) -> bool {
    let is_it = |id: ExprId| {
        matches!(&ir.exprs[id].kind, ExprKind::Path(_))
            && matches!(names.exprs.get(&id), Some(PathRes { res: Res::Local(p), rest: 0 }) if *p == pat)
    };
    let mut found = false;
    ir.for_each_expr(root, &mut |id| {
        found = found
            || match &ir.exprs[id].kind {
                ExprKind::Struct { fields, .. } => fields.iter().any(|f| is_it(f.value)),
                ExprKind::Tuple(items) | ExprKind::Array(items) => items.iter().any(|&e| is_it(e)),
                ExprKind::Assign { value, .. } => is_it(*value),
                ExprKind::Call { callee, args } => constructs(ir, *callee) && args.iter().any(|&e| is_it(e)),
                ExprKind::Match { arms, .. } => arms.iter().any(|a| is_it(a.body)),
                ExprKind::Break(Some(value)) => is_it(*value),
                ExprKind::Macro(call) => matches!(call.form, MacroForm::Opaque),
                _ => false,
            };
    });
    found
}

/// Whether a callee is spelt like a struct or variant.
fn constructs(ir: &FileIr, callee: ExprId) -> bool {
    let ExprKind::Path(path) = &ir.exprs[callee].kind else { return false };
    let capital = |name: Symbol| name.as_str().starts_with(char::is_uppercase);
    path.last().is_some_and(|s| capital(s.name.sym))
}

/// `write!` and `writeln!`, whose first argument gets the text.
pub(super) fn writes_text(path: &Path) -> bool {
    path.last().is_some_and(|s| matches!(s.name.sym.as_str(), "write" | "writeln"))
}
