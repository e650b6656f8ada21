//! Values of constants, statics, and functions without parameters: evaluated on demand, once.
//!
//! Constants may refer to each other across modules and crates, also in cycles (in code that does not compile); a chain
//! longer than [`MAX_DEPTH`] is unknown.

use std::sync::RwLock;

use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::catalog::{AccessPath, Catalog};
use crate::flow::eval::{FlowCx, evaluate};
use crate::flow::value::{OriginKind, Value};
use crate::ir::ItemKind;
use crate::resolve::{DefId, DefKind, body_of, resolve_body};
use crate::types::infer;

/// Longest chain of constants.
const MAX_DEPTH: usize = 12;
/// Functions longer than this many bytes are not evaluated for their result.
const MAX_FN_BYTES: u32 = 600;

/// Values of constants, shared by all threads.
#[derive(Debug, Default)]
pub struct Constants {
    values: RwLock<FxHashMap<DefId, Value>>,
    conversions: FxHashMap<Symbol, Vec<AccessPath>>,
}

impl Constants {
    /// An empty store; remembers what the conversions of the standard library pass on, by name.
    pub fn new(catalog: &Catalog) -> Constants {
        let mut conversions: FxHashMap<Symbol, Vec<AccessPath>> = FxHashMap::default();
        for api in catalog.models.get("std").into_iter().flat_map(|model| &model.apis) {
            let into_return = api.flows.iter().filter(|(_, to)| *to == AccessPath::Return);
            let sources: Vec<AccessPath> = into_return.map(|(from, _)| from.clone()).collect();
            if sources.contains(&AccessPath::Receiver) {
                conversions.entry(api.name()).or_insert(sources);
            }
        }
        Constants { values: RwLock::default(), conversions }
    }

    /// What a method with this name passes on to its result, if it is a conversion of the standard library: for receivers
    /// of unknown type.
    pub fn conversion(&self, name: Symbol) -> Option<&[AccessPath]> {
        self.conversions.get(&name).map(Vec::as_slice)
    }

    /// The value of a constant or static. A `static mut` is unknown.
    pub fn value(&self, cx: FlowCx<'_>, def: DefId) -> Value {
        let data = cx.types.map.def(def);
        let item = &cx.types.program.file(data.file).items[data.item];
        match &item.kind {
            ItemKind::Static(value) if value.mutable => Value::unknown(item.span),
            _ => self.evaluate(cx, def),
        }
    }

    /// What a function without parameters returns, if it is short; `None` for any other function.
    pub fn result(&self, cx: FlowCx<'_>, def: DefId) -> Option<Value> {
        let data = cx.types.map.def(def);
        let item = &cx.types.program.file(data.file).items[data.item];
        let ItemKind::Fn(func) = &item.kind else { return None };
        let trait_method = matches!(data.kind, DefKind::TraitMethod(_));
        let short = item.span.hi - item.span.lo <= MAX_FN_BYTES;
        if func.self_param.is_some() || !func.params.is_empty() || trait_method || !short {
            return None;
        }
        Some(self.evaluate(cx, def))
    }

    fn evaluate(&self, cx: FlowCx<'_>, def: DefId) -> Value {
        let known = self.values.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&def).cloned();
        if let Some(known) = known {
            return known;
        }
        let Some(body) = body_of(cx.types.program, cx.types.map, def) else {
            let data = cx.types.map.def(def);
            return Value::unknown(cx.types.program.file(data.file).items[data.item].span);
        };
        let span = cx.types.program.file(body.file).exprs[body.root].span;
        if cx.depth >= MAX_DEPTH {
            return Value::unknown(span);
        }
        let names = resolve_body(cx.types.map, cx.types.program, def);
        let types = infer(cx.types, def, &names);
        let inner = FlowCx { depth: cx.depth + 1, ..cx };
        let value = without_params(evaluate(inner, def, &names, &types).ret);
        // A value cut off by the depth bound depends on where the chain was entered; only whole ones are kept.
        if cx.depth <= MAX_DEPTH / 2 {
            let mut values = self.values.write().unwrap_or_else(std::sync::PoisonError::into_inner);
            values.insert(def, value.clone());
        }
        value
    }
}

/// Parameters of a closure inside a constant mean nothing outside.
fn without_params(value: Value) -> Value {
    let has = value.origins().iter().any(|o| matches!(o.kind, OriginKind::Param(..)));
    match (has, value.origins().first()) {
        (true, Some(first)) => value.derived(first.span),
        _ => value,
    }
}
