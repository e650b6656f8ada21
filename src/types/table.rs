//! Declared types of the workspace, lowered once: function signatures, fields, constants and statics.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::base::Symbol;
use crate::catalog::Catalog;
use crate::ir::{Fields, ItemKind, Program, TypeKind};
use crate::resolve::{DefId, DefKind, DefMap, ImplData, ImplId, Namespace, Res};
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
    /// Its own generic parameters and those of the impl or trait around it.
    pub in_scope: Vec<Symbol>,
    /// Whether it is declared to return `Self`.
    pub returns_self: bool,
    /// Parameters that their bounds say to be closures, futures or iterators: `F: Fn(A) -> B`.
    pub bounds: Vec<(Symbol, Ty)>,
}

/// Declared types by definition.
#[derive(Debug, Default)]
pub struct TypeTable {
    sigs: FxHashMap<DefId, Arc<FnSig>>,
    fields: FxHashMap<DefId, Arc<[(Symbol, Ty)]>>,
    values: FxHashMap<DefId, Ty>,
    params: FxHashMap<DefId, Arc<[Symbol]>>,
    derives: FxHashMap<DefId, Vec<Res>>,
    impls_of_external: FxHashMap<Symbol, Vec<ImplId>>,
    blanket: FxHashMap<Symbol, DefId>,
    self_types: FxHashMap<ImplId, Ty>,
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
        let impls: Vec<ImplId> = map.impls.iter().map(|(id, _)| id).collect();
        let self_types = impls.par_iter().map(|&id| (id, cx.lower_self_type(id, 0))).collect();
        let impls_only = TypeTable { self_types, ..TypeTable::default() };
        let cx = TypeCx { table: &impls_only, ..cx };
        let ids: Vec<DefId> = map.defs.iter().map(|(id, _)| id).collect();
        let entries: Vec<(DefId, Entry)> =
            ids.par_iter().filter_map(|&id| Some((id, entry(&cx, id)?))).collect();
        let mut table = TypeTable { derives: derives(&cx), ..TypeTable::default() };
        table.file_impls(&cx);
        table.self_types = impls_only.self_types;
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

    /// Impls for types of other crates by canonical path, and methods of impls for every type (`impl<T: A> B for T`).
    fn file_impls(&mut self, cx: &TypeCx<'_>) {
        for (id, data) in cx.map.impls.iter() {
            match &data.self_ty {
                Some(Res::Ext(ext)) => {
                    let path = cx.externals.canonical(ext).path;
                    self.impls_of_external.entry(path).or_default().push(id);
                }
                None if data.of_trait => self.file_blanket(cx, data),
                _ => {}
            }
        }
    }

    fn file_blanket(&mut self, cx: &TypeCx<'_>, data: &ImplData) {
        let ItemKind::Impl(item) = &cx.program.file(data.file).items[data.item].kind else { return };
        let mut ty = item.self_ty;
        while let TypeKind::Ref { inner, .. } = cx.program.file(data.file).types[ty].kind {
            ty = inner;
        }
        let names = &item.generics.params;
        let is_param = matches!(&cx.program.file(data.file).types[ty].kind, TypeKind::Path(p)
            if p.as_ident().is_some_and(|n| names.iter().any(|g| g.name.sym == n.sym)));
        if !is_param {
            return;
        }
        let inherited = match &data.trait_ {
            Some(Res::Def(id)) => cx.map.trait_items.get(id),
            _ => None,
        };
        for (&name, &def) in data.items.iter().chain(inherited.into_iter().flatten()) {
            self.blanket.entry(name).or_insert(def);
        }
    }

    /// The traits that a type of the workspace derives, as far as their names resolve.
    pub fn derives(&self, id: DefId) -> &[Res] {
        self.derives.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The impls of the workspace for a type of another crate.
    pub fn impls_of_external(&self, path: Symbol) -> &[ImplId] {
        self.impls_of_external.get(&path).map_or(&[], Vec::as_slice)
    }

    /// The method of this name that a trait of the workspace gives to every type with some trait.
    pub fn blanket(&self, name: Symbol) -> Option<DefId> {
        self.blanket.get(&name).copied()
    }

    /// What `Self` stands for in an impl.
    pub fn self_type(&self, id: ImplId) -> Option<&Ty> {
        self.self_types.get(&id)
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
                returns_self: func.ret.is_some_and(|ty| {
                    matches!(&cx.program.file(def.file).types[ty].kind, TypeKind::Path(p)
                        if p.as_ident().is_some_and(|n| n.sym == "Self"))
                }),
                bounds: shaped_bounds(cx, &scope),
                in_scope: scope.params,
            }))
        }
        _ => None,
    }
}

/// The parameters in scope whose bounds give them a shape.
fn shaped_bounds(cx: &TypeCx<'_>, scope: &TypeScope) -> Vec<(Symbol, Ty)> {
    let shape = |&name: &Symbol| match cx.bound_type(name, scope) {
        ty @ (Ty::Fn(..) | Ty::Adt(..)) => Some((name, ty)),
        _ => None,
    };
    scope.params.iter().filter_map(shape).collect()
}

/// What `#[derive(..)]` names on each type; a derive macro has the name of the trait that it implements.
fn derives(cx: &TypeCx<'_>) -> FxHashMap<DefId, Vec<Res>> {
    let mut out = FxHashMap::default();
    for (id, def) in cx.map.defs.iter().filter(|(_, def)| matches!(def.kind, DefKind::Struct | DefKind::Enum))
    {
        let item = &cx.program.file(def.file).items[def.item];
        let args = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
        let resolve = |name: Symbol| {
            let names: Vec<Symbol> = name.as_str().split("::").map(Symbol::new).collect();
            let found = cx.map.resolve_names(def.module, None, false, &names, Namespace::Type)?;
            Some(if let Res::Ext(ext) = &found.res {
                Res::Ext(cx.externals.canonical(ext))
            } else {
                found.res
            })
        };
        let found: Vec<Res> = args.filter_map(|a| resolve(a.name?)).collect();
        if !found.is_empty() {
            out.insert(id, found);
        }
    }
    out
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
