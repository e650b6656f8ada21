//! Loops over lists that are known: `for version in ["v1", "v2"] { router = router.nest(version, api()) }`, and the same
//! with `fold`, `map` and `for_each`. Each item is a run of its own; a list that is too long is run once for all.

use crate::base::Symbol;
use crate::ir::{ExprId, ExprKind, PatId};
use crate::resolve::DefId;
use crate::web::eval::Evaluator;
use crate::web::router::{Handler, Target, Val};

/// Lists with more items are run once for all.
const MAX_ITEMS: usize = 64;

impl Evaluator<'_, '_> {
    /// A `for` loop.
    pub(super) fn repeat(&mut self, pat: PatId, list: Val, body: ExprId) -> Val {
        match list {
            Val::List(items) if is_table(&items) => {
                self.tables += 1;
                for item in items {
                    self.bind(pat, item);
                    drop(self.eval(body));
                }
                self.tables -= 1;
                Val::Unknown
            }
            list => {
                let item = self.joined(list);
                self.bind(pat, item);
                self.conditional(body)
            }
        }
    }

    /// A method of a list that calls a closure for each item, or passes the items on.
    pub(super) fn list_closure(&mut self, items: &[Val], name: Symbol, args: &[ExprId]) -> Option<Val> {
        if !is_table(items) {
            return None;
        }
        match (name.as_str(), args) {
            ("iter" | "into_iter" | "iter_mut" | "copied" | "cloned" | "to_vec" | "rev", [])
            | ("filter" | "inspect", [_]) => Some(Val::List(items.to_vec())),
            ("enumerate", []) => {
                let pair = |item: &Val| Val::List(vec![Val::Unknown, item.clone()]);
                Some(Val::List(items.iter().map(pair).collect()))
            }
            ("fold", &[first, closure]) => {
                let (owner, closure) = self.closure_at(closure)?;
                let mut value = self.eval(first);
                self.tables += 1;
                for item in items {
                    value = self.call_closure(owner, closure, vec![value, item.clone()]);
                }
                self.tables -= 1;
                Some(value)
            }
            ("map" | "for_each" | "flat_map", &[closure]) => {
                let (owner, closure) = self.closure_at(closure)?;
                self.tables += 1;
                let run = |item: &Val| self.call_closure(owner, closure, vec![item.clone()]);
                let values = items.iter().map(run).collect();
                self.tables -= 1;
                Some(Val::List(values))
            }
            _ => None,
        }
    }

    /// `addresses.fold(routes, |routes, address| ..)` of what is not known: as if there was one.
    pub(super) fn fold_once(&mut self, name: Symbol, args: &[ExprId]) -> Option<Val> {
        let ("fold", &[first, closure]) = (name.as_str(), args) else { return None };
        let (owner, closure) = self.closure_at(closure)?;
        let value = self.eval(first);
        if !value.holds_routes() {
            return None;
        }
        self.conditions += 1;
        let value = self.call_closure(owner, closure, vec![value, Val::Unknown]);
        self.conditions -= 1;
        Some(value)
    }

    fn closure_at(&mut self, arg: ExprId) -> Option<(DefId, ExprId)> {
        let info = self.frame().info.clone();
        let ExprKind::Closure { .. } = info.ir.exprs[arg].kind else { return None };
        match self.eval(arg) {
            Val::Handler(Handler { target: Target::Closure(owner, closure), .. }) => Some((owner, closure)),
            _ => None,
        }
    }

    /// The value of a struct expression whose type declares routes.
    pub(super) fn group_value(&self, id: ExprId) -> Option<Val> {
        let world = self.world;
        let def = world.made_by_literal(&self.frame().info, id)?;
        world.groups.contains_key(&def).then_some(Val::Unit(def))
    }

    /// What stands for a path that is not known: `nest(&settings.base, api)` as `{base}`.
    pub(super) fn named_segment(&self, arg: ExprId) -> Option<String> {
        let ir = self.frame().info.ir;
        let mut at = arg;
        loop {
            at = match &ir.exprs[at].kind {
                ExprKind::Ref { operand, .. } | ExprKind::Unary { operand, .. } => *operand,
                ExprKind::MethodCall { receiver, args, .. } if args.is_empty() => *receiver,
                ExprKind::Field { name, .. }
                    if !name.sym.as_str().starts_with(|c: char| c.is_ascii_digit()) =>
                {
                    return Some(format!("/{{{}}}", name.sym));
                }
                // Not a variant: what its method makes of it has nothing to do with its name.
                ExprKind::Path(path) if path.as_ident().is_some() => {
                    return Some(format!("/{{{}}}", path.last()?.name.sym));
                }
                _ => return None,
            };
        }
    }
}

/// Whether it is a short list with something in it that is no router by itself: those are taken together.
fn is_table(items: &[Val]) -> bool {
    let known = |item: &Val| matches!(item, Val::Text(_) | Val::List(_) | Val::Fields(_) | Val::Method(_));
    !items.is_empty() && items.len() <= MAX_ITEMS && items.iter().all(known)
}
