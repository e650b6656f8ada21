//! Impl blocks, filed under the type and the trait they are for.

use crate::ir::{ItemKind, Path, Program, TypeId, TypeKind};
use crate::resolve::def::{DefMap, ImplId};
use crate::resolve::path::{Namespace, Res};

/// References and boxes around an impl's type are looked through this deep.
const MAX_DEPTH: usize = 16;

/// Files all impls.
pub(super) fn file_impls(map: &mut DefMap, program: &Program) {
    for raw in 0..map.impls.len() {
        let id = ImplId::from_raw(raw as u32);
        let data = &map.impls[id];
        let ir = program.file(data.file);
        let ItemKind::Impl(item) = &ir.items[data.item].kind else { continue };
        let trait_ = item.trait_.as_ref().and_then(|path| resolve_type_path(map, id, path));
        let self_ty = type_head(map, program, id, item.self_ty);
        let params: Vec<_> = item.generics.params.iter().map(|p| p.name.sym).collect();
        let self_ty = self_ty.filter(|r| !matches!(r, Res::TypeParam(n) if params.contains(n)));
        if let Some(res) = &self_ty {
            map.impls_of.entry(res.clone()).or_default().push(id);
        }
        if let Some(res) = &trait_ {
            map.impls_by_trait.entry(res.clone()).or_default().push(id);
        }
        let data = &mut map.impls[id];
        data.self_ty = self_ty;
        data.trait_ = trait_;
    }
}

fn resolve_type_path(map: &DefMap, id: ImplId, path: &Path) -> Option<Res> {
    let module = map.impls[id].module;
    let found = map.resolve(module, None, path, Namespace::Type)?;
    (found.rest == 0).then_some(found.res)
}

/// What the head of an impl's type is: `Foo` of `impl Trait for &Foo<T>`, through aliases.
fn type_head(map: &DefMap, program: &Program, id: ImplId, ty: TypeId) -> Option<Res> {
    let ir = program.file(map.impls[id].file);
    let mut at = ty;
    for _ in 0..MAX_DEPTH {
        match &ir.types[at].kind {
            TypeKind::Path(path) => {
                let res = resolve_type_path(map, id, path)?;
                return Some(through_alias(map, program, res));
            }
            TypeKind::Ref { inner, .. } => at = *inner,
            TypeKind::Dyn(bounds) | TypeKind::Impl(bounds) => {
                return bounds.first().and_then(|b| resolve_type_path(map, id, &b.path));
            }
            TypeKind::Slice(_) => return Some(Res::Primitive("[]".into())),
            TypeKind::Array(..) => return Some(Res::Primitive("[;]".into())),
            TypeKind::Tuple(_) => return Some(Res::Primitive("()".into())),
            _ => return None,
        }
    }
    None
}

/// The type behind a chain of aliases, without generic arguments.
fn through_alias(map: &DefMap, program: &Program, mut res: Res) -> Res {
    for _ in 0..MAX_DEPTH {
        let Res::Def(id) = res else { return res };
        let def = &map.defs[id];
        let ir = program.file(def.file);
        let ItemKind::TypeAlias(alias) = &ir.items[def.item].kind else { return res };
        let Some(ty) = alias.ty else { return res };
        let TypeKind::Path(path) = &ir.types[ty].kind else { return res };
        match map.resolve(def.module, None, path, Namespace::Type) {
            Some(next) if next.rest == 0 => res = next.res,
            _ => return res,
        }
    }
    res
}
