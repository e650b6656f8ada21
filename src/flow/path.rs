//! What paths stand for: variables, constants, statics, unit variants.

use crate::base::{Span, Symbol};
use crate::flow::eval::Eval;
use crate::flow::value::{Const, Value};
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::{DefKind, PathRes, Res};

impl Eval<'_, '_> {
    pub(super) fn path(&mut self, id: ExprId) -> Value {
        let span = self.span(id);
        let Some(PathRes { res, rest }) = self.names.exprs.get(&id) else { return Value::unknown(span) };
        let map = self.cx.types.map;
        match (res, rest) {
            (Res::Local(pat), 0) => self.variable(*pat, span),
            (Res::Def(def), 0) => match map.def(*def).kind {
                DefKind::Const | DefKind::Static => self.constant(*def, span),
                DefKind::Variant(..) => Value::constant(Const::Path(Symbol::new(&map.path_of(*def))), span),
                DefKind::Fn => self.function_item(id, id, &[]),
                _ => Value::unknown(span),
            },
            (res @ (Res::Def(_) | Res::Impl(_)), 1) => {
                let ExprKind::Path(path) = &self.ir.exprs[id].kind else { return Value::unknown(span) };
                let owner =
                    if let Res::Impl(id) = res { map.impls[*id].self_ty.clone() } else { Some(res.clone()) };
                let name = path.last().map(|s| s.name.sym);
                match owner.zip(name).and_then(|(owner, name)| map.associated(&owner, name)) {
                    Some(def) if map.def(def).kind == DefKind::Const => self.constant(def, span),
                    _ => Value::unknown(span),
                }
            }
            (Res::Ext(ext), _) => {
                let ext = self.cx.types.externals.canonical(ext);
                match ext.path.as_str() {
                    "std::option::Option::None" => Value::nothing(),
                    _ => Value::constant(Const::Path(ext.path), span),
                }
            }
            _ => Value::unknown(span),
        }
    }

    /// What a variable holds; a closure that is named without being called may be called by anyone with anything.
    fn variable(&mut self, local: PatId, span: Span) -> Value {
        if let Some(&closure) = self.closures.get(&local) {
            let value = self.run_closure(closure, None);
            self.env.insert(local, value.clone());
            return value;
        }
        self.env.get(&local).cloned().unwrap_or_else(|| Value::unknown(span))
    }

    /// The name of the variant of the workspace that a path stands for.
    pub(super) fn variant_of(&self, found: &PathRes) -> Option<Symbol> {
        let PathRes { res: Res::Def(def), rest: 0 } = found else { return None };
        let def = self.cx.types.map.def(*def);
        matches!(def.kind, DefKind::Variant(..)).then_some(def.name)
    }
}
