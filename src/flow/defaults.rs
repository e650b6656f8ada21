//! `Default`: calls whose target only the wanted type tells, and derived impls.
//!
//! `Default::default()` where a `Settings` is wanted is `Settings::default()`; a derived one gives each field its type's default:
//! zeros are constants, empty texts and lists are nothing.

use std::collections::BTreeMap;

use crate::base::{Span, Symbol};
use crate::catalog::AccessPath;
use crate::flow::call::Parts;
use crate::flow::eval::Eval;
use crate::flow::value::{Const, Value};
use crate::ir::{ExprId, ExprKind, FileIr, Item};
use crate::resolve::{DefId, DefMap, Res};
use crate::types::{BodyTypes, Callee, Ty, TypeCx, local_adt};

/// Structs in structs have defaults this deep.
const MAX_DEPTH: usize = 3;

/// The type of the workspace that `Default::default()` or `T::default()` makes, if the call is one.
fn made(ir: &FileIr, types: &BodyTypes, call: ExprId) -> Option<DefId> {
    let ExprKind::Call { callee, args } = &ir.exprs[call].kind else { return None };
    let ExprKind::Path(path) = &ir.exprs[*callee].kind else { return None };
    if !args.is_empty() || path.last()?.name.sym != "default" {
        return None;
    }
    let of_trait = match types.callees.get(&call) {
        Some(Callee::Ext(ext)) => ext.path.as_str() == "std::default::Default::default",
        Some(Callee::Def(_)) => return None,
        None => false,
    };
    let ty = if of_trait { Some(types.of(call)) } else { types.owners.get(callee) };
    local_adt(ty?)
}

/// The `default` of an impl of the workspace that a call of the trait's function means.
pub fn implementation(map: &DefMap, ir: &FileIr, types: &BodyTypes, call: ExprId) -> Option<DefId> {
    map.associated(&Res::Def(made(ir, types, call)?), Symbol::new("default"))
}

impl Eval<'_, '_> {
    /// `Default::default()` of a type that nothing tells: where it becomes a nonce, a seed or a key, these are zeros.
    pub(super) fn default_of_its_place(&self, id: ExprId) -> Option<Value> {
        let ExprKind::Call { args, .. } = &self.ir.exprs[id].kind else { return None };
        let Some(Callee::Ext(ext)) = self.types.callees.get(&id) else { return None };
        let zeros = match self.types.of(id).peel() {
            Ty::Unknown => true,
            Ty::Adt(Res::Ext(made), _) => {
                let rows = self.cx.types.externals.rows(&made.join(Symbol::new("default")));
                rows.iter()
                    .any(|api| api.roles_at(&AccessPath::Return).any(|r| r.role.as_str() == "value/zero"))
            }
            _ => false,
        };
        (args.is_empty() && zeros && ext.path.as_str() == "std::default::Default::default")
            .then(|| Value::constant(Const::Bytes([0; 16].into()), self.span(id)))
    }

    /// The value of a call that makes a default of a type of the workspace.
    pub(super) fn default_call(&mut self, id: ExprId, args: &[ExprId]) -> Option<Value> {
        let owner = made(self.ir, self.types, id)?;
        let span = self.span(id);
        if let Some(def) = implementation(self.cx.types.map, self.ir, self.types, id) {
            return self.apply(&Parts { id, receiver: None, args }, &[def], None, &[]);
        }
        derived(self.cx.types, owner, span, 0)
    }
}

/// What a derived `Default` gives; `None` if it is not derived.
fn derived(cx: TypeCx<'_>, owner: DefId, span: Span, depth: usize) -> Option<Value> {
    let def = cx.map.def(owner);
    if depth >= MAX_DEPTH || !derives(&cx.program.file(def.file).items[def.item], "Default") {
        return None;
    }
    let of = |ty: &Ty| of_type(cx, ty, span, depth).unwrap_or_else(|| Value::unknown(span));
    let fields: BTreeMap<Symbol, Value> =
        cx.table.fields(owner).iter().map(|(name, ty)| (*name, of(ty))).collect();
    (!fields.is_empty()).then(|| Value::compound(fields, span))
}

fn of_type(cx: TypeCx<'_>, ty: &Ty, span: Span, depth: usize) -> Option<Value> {
    let zeros = || Value::constant(Const::Bytes([0; 16].into()), span);
    match ty {
        Ty::Prim(name) => match name.as_str() {
            "bool" => Some(Value::constant(Const::Bool(false), span)),
            "str" | "char" | "f32" | "f64" => None,
            _ => Some(Value::constant(Const::Int(Some(0)), span)),
        },
        Ty::Array(_) => Some(zeros()),
        Ty::Ref(_) => Some(Value::nothing()),
        Ty::Adt(Res::Def(owner), _) => derived(cx, *owner, span, depth + 1),
        Ty::Adt(Res::Ext(ext), _) => {
            let empty = ["std::string::String", "std::vec::Vec", "std::option::Option"];
            empty.contains(&ext.path.as_str()).then(Value::nothing)
        }
        _ => None,
    }
}

/// Whether an item derives a trait.
pub(super) fn derives(item: &Item, name: &str) -> bool {
    derived_traits(item).any(|derived| derived == name)
}

/// The last segments of the traits that an item derives.
pub(super) fn derived_traits(item: &Item) -> impl Iterator<Item = &'static str> + '_ {
    let args = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
    args.filter_map(|arg| Some(arg.name?.as_str().rsplit("::").next()?.trim()))
}
