//! Routes that are kept in tables: what makes their entries, functions that lie in them, and arms that are for one entry.
//!
//! ```text
//! const ROUTES: &[Entry] = &[Entry::new("/users", || get(list)), ..];      [{path: "/users", on: closure}, ..]
//! ROUTES.iter().fold(router, |r, entry| r.route(entry.path, (entry.on)()))  each entry is a run of its own
//! match entry.verb { Verb::Get => router.get(..), Verb::Put => .. }         of which only its own arm is
//! ```

use crate::ir::{Arm, Block, ExprId, ExprKind, Literal, PatId, PatKind};
use crate::resolve::{DefId, DefKind, Res};
use crate::web::eval::Evaluator;
use crate::web::router::{Handler, Target, Val};

impl Evaluator<'_, '_> {
    /// A call of what an expression evaluates to.
    pub(super) fn call_value(&mut self, callee: ExprId, args: &[ExprId]) -> Val {
        let Val::Handler(Handler { target, .. }) = self.eval(callee) else { return self.foreign(args) };
        match target {
            Target::Def(def) => {
                let values = args.iter().map(|&a| self.eval(a)).collect();
                self.local_call(def, None, values)
            }
            Target::Closure(owner, closure) => {
                let values = args.iter().map(|&a| self.eval(a)).collect();
                match self.frame().info.id == owner {
                    true => self.call_closure(owner, closure, values),
                    false => self.call_returned(owner, closure, values),
                }
            }
            Target::Unknown => self.foreign(args),
        }
    }

    /// Whether a name is a value of its own: a variant without fields, or what declares routes.
    pub(super) fn is_unit(&self, def: DefId) -> bool {
        let variant = matches!(self.world.cx.map.def(def).kind, DefKind::Variant(..));
        variant && self.world.cx.table.fields(def).is_empty() || self.world.groups.contains_key(&def)
    }

    /// Whether a function does nothing but put what it is given into a value.
    pub(super) fn makes_entry(&self, def: DefId, args: &[Val]) -> bool {
        let Some(info) = self.world.body(def).filter(|_| is_entry(args)) else { return false };
        let mut at = info.body.root;
        while let ExprKind::Block(Block { stmts, tail: Some(tail) }) = &info.ir.exprs[at].kind
            && stmts.is_empty()
        {
            at = *tail;
        }
        matches!(info.ir.exprs[at].kind, ExprKind::Struct { .. } | ExprKind::Tuple(_))
    }

    /// The arms of a `match` that are run: all of them, unless the value is that of an entry of a table.
    pub(super) fn arms_for(&self, value: &Val, arms: &[Arm]) -> Vec<usize> {
        let mut out = Vec::new();
        for (i, arm) in arms.iter().enumerate() {
            let fits = if self.tables > 0 { self.fits(value, arm.pat) } else { None };
            if fits != Some(false) {
                out.push(i);
            }
            if fits == Some(true) && arm.guard.is_none() {
                break;
            }
        }
        out
    }

    /// Whether a pattern is that of a value; `None` if that is not known.
    fn fits(&self, value: &Val, pat: PatId) -> Option<bool> {
        let info = &self.frame().info;
        let named = || match info.names.pats.get(&pat)?.res {
            Res::Def(def) => Some(def),
            _ => None,
        };
        match (&info.ir.pats[pat].kind, value) {
            (_, Val::Unknown) => None,
            (PatKind::Wild, _) => Some(true),
            (PatKind::Ref(inner) | PatKind::Typed(inner, _), _) => self.fits(value, *inner),
            (PatKind::Or(pats), _) => {
                let all: Vec<_> = pats.iter().map(|&pat| self.fits(value, pat)).collect();
                if all.contains(&Some(true)) {
                    Some(true)
                } else {
                    all.into_iter().find(Option::is_none).unwrap_or(Some(false))
                }
            }
            (PatKind::Path(_) | PatKind::Bind { .. }, Val::Unit(def)) => named().map(|found| found == *def),
            (PatKind::TupleStruct(..) | PatKind::Struct(..), Val::Unit(_)) => Some(false),
            (PatKind::Path(path), Val::Method(method)) => path.last().map(|s| s.name.sym == *method),
            (PatKind::Literal(literal), Val::Text(text)) => match &info.ir.exprs[*literal].kind {
                ExprKind::Literal(Literal::Str(known)) => Some(**known == **text),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether these are parts of an entry of a table: several, with a handler or routes among them.
pub(super) fn is_entry(args: &[Val]) -> bool {
    args.len() > 1 && args.iter().any(|arg| matches!(arg, Val::Handler(_) | Val::Node(_)))
}
