//! Declared types of the workspace, lowered once: function signatures, fields, constants and statics.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::catalog::Catalog;
use crate::ir::{Fields, ItemKind, Program};
use crate::resolve::{DefId, DefKind, DefMap, Res};
use crate::types::lower_type::TypeScope;
use crate::types::{Externals, Ty, TypeCx};

/// The signature of a function of the workspace.
#[derive(Clone, Debug)]
pub struct FnSig {
    /// Types of the parameters without `self`.
    pub params: Vec<Ty>,
    /// What it returns; of an `async fn` a future.
    pub ret: Ty,
    /// Its own generic parameters in order.
    pub generics: Vec<Symbol>,
}

/// Declared types by definition.
#[derive(Debug, Default)]
pub struct TypeTable {
    sigs: FxHashMap<DefId, Arc<FnSig>>,
    fields: FxHashMap<DefId, Arc<[(Symbol, Ty)]>>,
    values: FxHashMap<DefId, Ty>,
    params: FxHashMap<DefId, Arc<[Symbol]>>,
}

enum Entry {
    Sig(FnSig),
    Fields(Vec<(Symbol, Ty)>, Vec<Symbol>),
    Value(Ty),
}

impl TypeTable {
    /// Lowers all declared types, in parallel.
    pub fn new(program: &Program, map: &DefMap, externals: &Externals<'_>) -> TypeTable {
        let empty = TypeTable::default();
        let cx = TypeCx { program, map, externals, table: &empty };
        let ids: Vec<DefId> = map.defs.iter().map(|(id, _)| id).collect();
        let entries: Vec<(DefId, Entry)> =
            ids.par_iter().filter_map(|&id| Some((id, entry(&cx, id)?))).collect();
        let mut table = TypeTable::default();
        for (id, entry) in entries {
            match entry {
                Entry::Sig(sig) => drop(table.sigs.insert(id, Arc::new(sig))),
                Entry::Value(ty) => drop(table.values.insert(id, ty)),
                Entry::Fields(fields, params) => {
                    table.fields.insert(id, fields.into());
                    table.params.insert(id, params.into());
                }
            }
        }
        table
    }

    /// The signature of a function.
    pub fn sig(&self, id: DefId) -> Option<&FnSig> {
        self.sigs.get(&id).map(Arc::as_ref)
    }

    /// The fields of a struct or variant, in order.
    pub fn fields(&self, id: DefId) -> &[(Symbol, Ty)] {
        self.fields.get(&id).map_or(&[], Arc::as_ref)
    }

    /// The generic parameters of a struct or enum.
    pub fn params(&self, id: DefId) -> &[Symbol] {
        self.params.get(&id).map_or(&[], Arc::as_ref)
    }

    /// The type of a constant or static.
    pub fn value(&self, id: DefId) -> Ty {
        self.values.get(&id).cloned().unwrap_or_default()
    }
}

fn entry(cx: &TypeCx<'_>, id: DefId) -> Option<Entry> {
    let def = cx.map.def(id);
    let item = &cx.program.file(def.file).items[def.item];
    let fields = |fields: &Fields, scope: &TypeScope| {
        fields.list().iter().map(|f| (f.name.sym, cx.lower(scope, f.ty))).collect::<Vec<_>>()
    };
    match (&item.kind, def.kind) {
        (ItemKind::Enum(data), DefKind::Variant(_, n)) => {
            let scope = cx.scope_of(id);
            Some(Entry::Fields(fields(&data.variants[n as usize].fields, &scope), scope.params))
        }
        (ItemKind::Enum(_), _) => Some(Entry::Fields(Vec::new(), cx.scope_of(id).params)),
        (ItemKind::Struct(data), _) => {
            let scope = cx.scope_of(id);
            Some(Entry::Fields(fields(&data.fields, &scope), scope.params))
        }
        (ItemKind::Const(value) | ItemKind::Static(value), _) => {
            let scope = cx.scope_of(id);
            Some(Entry::Value(value.ty.map_or(Ty::Unknown, |ty| cx.lower(&scope, ty))))
        }
        (ItemKind::Fn(func), _) => {
            let scope = cx.scope_of(id);
            let ret = func.ret.map_or_else(Ty::unit, |ty| cx.lower(&scope, ty));
            Some(Entry::Sig(FnSig {
                params: func.params.iter().map(|p| cx.lower(&scope, p.ty)).collect(),
                ret: if func.is_async { cx.future(ret) } else { ret },
                generics: func.generics.params.iter().map(|p| p.name.sym).collect(),
            }))
        }
        _ => None,
    }
}

/// Everything inference needs beside the program; owned by the analysis.
pub struct TypeWorld<'a> {
    /// Items of other crates.
    pub externals: Externals<'a>,
    /// Declared types.
    pub table: TypeTable,
}

impl<'a> TypeWorld<'a> {
    /// Lowers all declared types.
    pub fn new(
        program: &Program,
        map: &DefMap,
        catalog: &'a Catalog,
        workspace: &'a crate::workspace::Workspace,
    ) -> TypeWorld<'a> {
        let externals = Externals::new(catalog, workspace);
        let table = TypeTable::new(program, map, &externals);
        TypeWorld { externals, table }
    }

    /// The view for inference.
    pub fn cx<'b>(&'b self, program: &'b Program, map: &'b DefMap) -> TypeCx<'b> {
        TypeCx { program, map, externals: &self.externals, table: &self.table }
    }
}

/// Whether a type is of the workspace.
pub fn local_adt(ty: &Ty) -> Option<DefId> {
    match ty.peel() {
        Ty::Adt(Res::Def(id), _) => Some(*id),
        _ => None,
    }
}
