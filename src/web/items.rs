//! Names, methods and bodies of types of the workspace, as judging asks for them.

use crate::base::Symbol;
use crate::ir::ItemKind;
use crate::resolve::{DefId, Res};
use crate::types::Ty;
use crate::web::guard::Judge;

impl Judge<'_, '_> {
    /// The bare name of a type.
    pub(super) fn type_name(&self, ty: &Ty) -> String {
        let name = |res: &Res| self.world.cx.map.name_of(res).unwrap_or("_").to_owned();
        match ty.peel() {
            Ty::Adt(res, args) => match args.first().filter(|a| !matches!(a, Ty::Unknown | Ty::Param(_))) {
                Some(first) => format!("{}<{}>", name(res), self.type_name(first)),
                None => name(res),
            },
            Ty::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|t| self.type_name(t)).collect();
                format!("({})", items.join(", "))
            }
            Ty::Prim(prim) => prim.to_string(),
            _ => "_".to_owned(),
        }
    }

    /// Whether a type of a library holds what a client sent to an operation of a service.
    pub(super) fn is_service_request(&self, path: Symbol) -> bool {
        self.world.rules.services.iter().any(|(_, row)| path == *row.request.as_str())
    }

    /// Whether a parameter of this type holds the whole request, or what a framework keeps beside it: a type of a library that takes
    /// nothing out of it.
    pub(super) fn holds_request(&self, ty: &Ty) -> bool {
        self.world.ext_type(ty).is_some_and(|path| !self.world.rules.extractors.contains_key(&path))
    }

    /// The impls of a type, with the functions that are named one of `names`.
    pub(super) fn methods_named(&self, id: DefId, names: &[&str]) -> Vec<DefId> {
        let impls = self.world.cx.map.impls_of.get(&Res::Def(id)).map_or(&[][..], Vec::as_slice);
        let items = impls.iter().flat_map(|&i| &self.world.cx.map.impls[i].items);
        let mut out: Vec<DefId> =
            items.filter(|(n, _)| names.contains(&n.as_str())).map(|(_, &id)| id).collect();
        out.sort();
        out
    }

    /// Whether a definition is an impl item of a type with a body.
    pub(super) fn has_body(&self, id: DefId) -> bool {
        let def = self.world.cx.map.def(id);
        let item = &self.world.cx.program.file(def.file).items[def.item];
        matches!(&item.kind, ItemKind::Fn(f) if f.body.is_some())
    }
}
