//! A text that a function of the workspace puts together with a password in it: `let url = broker_url(&config); debug!("going to {url}")`.
//!
//! Looked at is what the function gives: a format and what its parts were formatted of, on every way. Only plain names of secrets
//! count (`password`, not `token`), since nothing at the line of the log says what the text is.

use crate::base::Symbol;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::names;
use crate::detectors::secret_value::{is_masked, peel};
use crate::detectors::words::Words;
use crate::finding::Confidence;
use crate::ir::{ExprId, ExprKind, FileIr, MacroForm, PatKind, Stmt};
use crate::resolve::{DefId, body_of};

/// Variables of variables, and texts in texts, are followed this deep.
const MAX_DEPTH: usize = 5;

/// The name of the secret in what a call gives, if the value is that.
pub(super) fn secret_in(body: &BodyCx<'_>, words: &LogWords, value: ExprId) -> Option<Symbol> {
    let masks = |id: ExprId| body.name(id).is_some_and(|n| is_masked(&Words::of(n.as_str()), &words.masked));
    let call = peel(body, body.initial(value));
    if masks(value)
        || masks(call)
        || !matches!(body.kind(call), ExprKind::Call { .. } | ExprKind::MethodCall { .. })
    {
        return None;
    }
    let [target] = body.targets(call)[..] else { return None };
    given_by(body, words, target)
}

fn given_by(body: &BodyCx<'_>, words: &LogWords, target: DefId) -> Option<Symbol> {
    let found = body_of(body.cx.program, &body.cx.map, target)?;
    found.func?;
    let ir = body.cx.program.file(found.file);
    Text { ir, words, root: found.root }.secret(found.root, 0)
}

/// A text in the function that gives it.
struct Text<'a> {
    ir: &'a FileIr,
    words: &'a LogWords,
    root: ExprId,
}

impl Text<'_> {
    fn secret(&self, id: ExprId, depth: usize) -> Option<Symbol> {
        if depth > MAX_DEPTH {
            return None;
        }
        let next = |id: ExprId| self.secret(id, depth + 1);
        match &self.ir.exprs[id].kind {
            ExprKind::Block(block) => next(block.tail?),
            ExprKind::If { then, otherwise, .. } => next(*then).or_else(|| next((*otherwise)?)),
            ExprKind::Match { arms, .. } => arms.iter().find_map(|arm| next(arm.body)),
            ExprKind::Ref { operand, .. } => next(*operand),
            ExprKind::Call { args, .. } if args.len() == 1 => next(args[0]),
            ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => next(*receiver),
            ExprKind::Path(path) => next(self.value_of(path.as_ident()?.sym)?),
            ExprKind::Macro(call) => match &call.form {
                MacroForm::Format(format) => format.args.iter().find_map(|arg| self.part(arg.value, depth)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A part of a format: a secret by its name, or a text that was put together before.
    fn part(&self, id: ExprId, depth: usize) -> Option<Symbol> {
        let name = self.name(id)?;
        let words = Words::of(name.as_str());
        if is_masked(&words, &self.words.masked) {
            return None;
        }
        let plain = names::confidence(&words, &Words::default(), false) == Some(Confidence::High);
        if plain { Some(name) } else { self.secret(id, depth + 1) }
    }

    /// The name of a variable or field, conversions aside.
    fn name(&self, id: ExprId) -> Option<Symbol> {
        match &self.ir.exprs[id].kind {
            ExprKind::Path(path) => path.as_ident().map(|name| name.sym),
            ExprKind::Field { name, .. } => Some(name.sym),
            ExprKind::Ref { operand, .. } => self.name(*operand),
            ExprKind::MethodCall { receiver, method, args, .. } if args.is_empty() => {
                let masks = is_masked(&Words::of(method.sym.as_str()), &self.words.masked);
                if masks { None } else { self.name(*receiver) }
            }
            _ => None,
        }
    }

    /// What the `let` of a variable gives it, if there is one only.
    fn value_of(&self, wanted: Symbol) -> Option<ExprId> {
        let mut found = Vec::new();
        self.ir.for_each_expr(self.root, &mut |id| {
            let (ExprKind::Block(block) | ExprKind::Async(block)) = &self.ir.exprs[id].kind else { return };
            for stmt in &block.stmts {
                if let Stmt::Let { pat, value: Some(value), .. } = stmt
                    && matches!(&self.ir.pats[*pat].kind, PatKind::Bind { name, .. } if name.sym == wanted)
                {
                    found.push(*value);
                }
            }
        });
        if let [only] = found[..] { Some(only) } else { None }
    }
}
