//! Operations of services and fields of schemas: what is a route although no path is written anywhere.
//!
//! An impl of a trait is a service if its methods take a request and give an answer of the library. How the service is
//! called says a constant of the generated code, if that is there, else the name of the package whose code a macro brings
//! in; without either the path is not known. An impl that nothing is seen to serve is listed too, as unsure.

use rustc_hash::FxHashMap;

use crate::base::{FileId, Symbol};
use crate::catalog::framework::ServiceRow;
use crate::ir::{ExprKind, FileIr, ImportKind, ItemId, ItemKind, Literal, Path};
use crate::resolve::{DefId, ImplId, ModId, Res};
use crate::types::Ty;
use crate::web::attribute::{self, GroupKind, RouteGroup};
use crate::web::collect::Found;
use crate::web::router::{Arms, Entry, Handler, Target};
use crate::web::world::World;

/// The answer lies this deep in the result: `Future<Result<Response<T>, Status>>`.
const MAX_NESTING: usize = 4;

/// Adds the services of all impls to the groups.
pub(super) fn add_groups(world: &mut World<'_>) {
    if world.rules.services.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let packages: Vec<_> = world.rules.services.iter().map(|(_, row)| all_packages(world, row)).collect();
    for (id, data) in world.cx.map.impls.iter() {
        let (Some(Res::Def(owner)), true) = (&data.self_ty, data.of_trait) else { continue };
        let trait_ = data.trait_.as_ref();
        for ((family, row), packages) in world.rules.services.iter().zip(&packages) {
            // Traits of the library itself are its machinery, which generated code implements for each operation.
            let library = row.request.split("::").next();
            if matches!(trait_, Some(Res::Ext(ext)) if ext.path.as_str().split("::").next() == library) {
                continue;
            }
            let mut methods: Vec<DefId> = data.items.values().copied().collect();
            methods.retain(|&m| is_operation(world, row, m));
            methods.sort();
            if !methods.is_empty() {
                let prefix = called(world, row, packages, id);
                let kind = GroupKind::Operations;
                found.push((*owner, RouteGroup { family: *family, prefix, methods, kind }));
            }
        }
    }
    for (owner, group) in found {
        world.groups.entry(owner).or_default().push(group);
    }
}

fn is_operation(world: &World<'_>, row: &ServiceRow, id: DefId) -> bool {
    let Some(sig) = world.cx.table.sig(id) else { return false };
    let is = |ty: &Ty, path: &str| world.ext_type(ty).is_some_and(|p| p == *path);
    if !sig.params.first().is_some_and(|ty| is(ty, &row.request)) {
        return false;
    }
    let mut ty = sig.ret.clone();
    for _ in 0..MAX_NESTING {
        if is(&ty, &row.answer) {
            return true;
        }
        ty = ty.arg(0);
    }
    false
}

/// `/package.Service`, if the package is known.
fn called(world: &World<'_>, row: &ServiceRow, packages: &[Inclusion], id: ImplId) -> Option<String> {
    let data = &world.cx.map.impls[id];
    let ir = world.cx.program.file(data.file);
    let ItemKind::Impl(item) = &ir.items[data.item].kind else { return None };
    let path = item.trait_.as_ref()?;
    let service = path.last()?.name.sym;
    if let Some(Res::Def(trait_)) = &data.trait_
        && let Some(name) = by_constant(world.cx.program.file(world.cx.map.def(*trait_).file), row, service)
    {
        return Some(format!("/{name}"));
    }
    let mut modules = enclosing(world, data.module);
    let of_trait = modules_of(ir, path);
    modules.extend(&of_trait);
    let in_file: Vec<Inclusion> = packages.iter().filter(|i| i.file == data.file).cloned().collect();
    let package = package_of(&in_file, &modules).or_else(|| package_of(packages, &modules));
    let package = package.or_else(|| spelt_out(row, &of_trait))?;
    Some(format!("/{package}.{service}"))
}

/// `proto::shop::v1::orders_server`: where another crate holds all generated code, its modules are the parts of the package.
fn spelt_out(row: &ServiceRow, modules: &[Symbol]) -> Option<String> {
    let (last, front) = modules.split_last()?;
    let (first, parts) = front.split_first()?;
    let served = last.as_str().ends_with(&format!("_{}", row.suffix.to_lowercase()));
    let outside = !matches!(first.as_str(), "crate" | "self" | "super");
    let named: Vec<&str> = parts.iter().map(|part| part.as_str()).collect();
    (served && outside && !named.is_empty()).then(|| named.join("."))
}

/// The names of a module and those around it, outermost first.
fn enclosing(world: &World<'_>, module: ModId) -> Vec<Symbol> {
    let mut out = Vec::new();
    let mut at = Some(module);
    while let Some(id) = at {
        let data = &world.cx.map.modules[id];
        out.push(data.name);
        at = data.parent;
    }
    out.reverse();
    out
}

/// `const NAME: &str = "package.Service"` beside the generated trait.
fn by_constant(ir: &FileIr, row: &ServiceRow, service: Symbol) -> Option<String> {
    let names =
        ir.items.iter().filter(|(_, i)| i.name.is_some_and(|n| row.names.iter().any(|x| n.sym == **x)));
    let mut texts = names.filter_map(|(_, item)| match &item.kind {
        ItemKind::Const(value) => match &ir.exprs[value.value?].kind {
            ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
            _ => None,
        },
        _ => None,
    });
    texts.find(|text| text.rsplit('.').next() == Some(service.as_str()))
}

/// The modules in front of a name, through the imports of its file.
fn modules_of(ir: &FileIr, path: &Path) -> Vec<Symbol> {
    let names = |path: &Path| path.segments.iter().map(|s| s.name.sym).collect::<Vec<_>>();
    let mut out = names(path);
    out.pop();
    let Some(first) = path.segments.first().map(|s| s.name.sym) else { return out };
    for (_, item) in ir.items.iter() {
        if let ItemKind::Import(import) = &item.kind
            && matches!(import.kind, ImportKind::Named(name) if name.sym == first)
        {
            let mut whole = names(&import.path);
            if out.is_empty() {
                whole.pop();
            }
            whole.extend(out.iter().skip(1));
            return whole;
        }
    }
    out
}

/// A module that brings in the generated code of a package.
#[derive(Clone, PartialEq, Eq)]
struct Inclusion {
    file: FileId,
    module: Symbol,
    package: String,
}

fn all_packages(world: &World<'_>, row: &ServiceRow) -> Vec<Inclusion> {
    let files = world.cx.program.files.iter();
    let mut all: Vec<Inclusion> = files.flat_map(|ir| packages(world, ir, &row.package_macro)).collect();
    all.sort_by(|a, b| (a.module.as_str(), &a.package).cmp(&(b.module.as_str(), &b.package)));
    all
}

/// The package whose generated code a module of the path brings in: one that the path spells out, else that of the nearest
/// module with an inclusion; the only one of the workspace otherwise.
fn package_of(all: &[Inclusion], modules: &[Symbol]) -> Option<String> {
    let names: Vec<&str> = modules.iter().map(|m| m.as_str()).collect();
    let spelt = |found: &&Inclusion| {
        let parts: Vec<&str> = found.package.split('.').collect();
        let joined = found.package.replace('.', "_");
        names.contains(&joined.as_str()) || names.windows(parts.len()).any(|w| w == parts)
    };
    if let Some(found) = all.iter().filter(spelt).max_by_key(|found| found.package.len()) {
        return Some(found.package.clone());
    }
    // Several files may bring in the same package.
    let one = |of: Vec<&Inclusion>| {
        let first = of.first()?;
        of.iter().all(|other| other.package == first.package).then(|| first.package.clone())
    };
    for module in modules.iter().rev() {
        let inside: Vec<&Inclusion> = all.iter().filter(|found| found.module == *module).collect();
        if !inside.is_empty() {
            return one(inside);
        }
    }
    one(all.iter().collect())
}

/// `include_proto!("hello.v1")`, `include!(concat!(env!("OUT_DIR"), "/hello.v1.rs"))`, with the module that it stands in.
fn packages(world: &World<'_>, ir: &FileIr, name: &str) -> Vec<Inclusion> {
    let mut out = Vec::new();
    let mut inside: FxHashMap<ItemId, Symbol> = FxHashMap::default();
    for (_, item) in ir.items.iter() {
        if let (ItemKind::Mod(module), Some(name)) = (&item.kind, item.name) {
            inside.extend(module.items.iter().flatten().map(|&id| (id, name.sym)));
        }
    }
    for (id, item) in ir.items.iter() {
        let ItemKind::Macro { path, .. } = &item.kind else { continue };
        let Some(called) = path.last().map(|s| s.name.sym).filter(|c| *c == *name || *c == "include") else {
            continue;
        };
        let text = world.cx.program.sources.slice(item.span);
        let mut strings = text.split('"').skip(1).step_by(2);
        let package = if called == "include" {
            strings.find_map(|s| s.rsplit('/').next()?.strip_suffix(".rs"))
        } else {
            // A folder of generated code is no part of the package.
            strings.next().and_then(|s| s.rsplit('/').next())
        };
        let of_file = || {
            let modules = world.cx.map.modules.iter().map(|(_, m)| m);
            modules.filter(|m| !m.is_block).find(|m| m.file == item.span.file).map(|m| m.name)
        };
        let at = inside.get(&id).copied().or_else(of_file);
        let module = at.unwrap_or_else(|| Symbol::new(""));
        let file = item.span.file;
        let named = |p: &str| p.strip_suffix(".pb").unwrap_or(p).to_owned();
        out.extend(package.map(|p| Inclusion { file, module, package: named(p) }));
    }
    out
}

/// An operation as a route.
pub(super) fn operation(world: &World<'_>, group: &RouteGroup, method: DefId) -> Entry {
    let name = world.cx.map.def(method).name;
    let path = group.prefix.as_ref().map(|front| format!("{front}/{}", camel(name.as_str(), true)));
    entry(world, group, method, Symbol::new("RPC"), path)
}

/// A field of a schema's root as a route; `None` for what is left out of the schema.
pub(super) fn field(world: &World<'_>, group: &RouteGroup, method: DefId, kind: Symbol) -> Option<Entry> {
    let def = world.cx.map.def(method);
    let ir = world.cx.program.file(def.file);
    let item = &ir.items[def.item];
    if !matches!(item.kind, ItemKind::Fn(_)) {
        return None;
    }
    let mut name = camel(def.name.as_str(), false);
    for row in &world.rules.fields {
        for attr in item.attrs.iter().filter(|a| a.name() == row.attribute.as_str()) {
            if attribute::named(&attr.args, &row.skip).next().is_some() {
                return None;
            }
            let given = attribute::named(&attr.args, &row.name).find_map(|a| attribute::text(ir, a.value?));
            name = given.unwrap_or(name);
        }
    }
    Some(entry(world, group, method, kind, Some(name)))
}

/// Whether the fields of a type are parts of one root.
pub(super) fn merges(world: &World<'_>, id: DefId) -> bool {
    let def = world.cx.map.def(id);
    let item = &world.cx.program.file(def.file).items[def.item];
    let derives = item.attrs.iter().filter(|a| a.name() == "derive").flat_map(|a| &a.args);
    let mut names = derives.filter_map(|a| a.name.map(Symbol::as_str));
    names.any(|name| {
        let last = name.rsplit("::").next().unwrap_or(name);
        world.rules.fields.iter().any(|row| row.merges.iter().any(|m| m == last))
    })
}

fn entry(world: &World<'_>, group: &RouteGroup, id: DefId, method: Symbol, path: Option<String>) -> Entry {
    let def = world.cx.map.def(id);
    let span = world.cx.program.file(def.file).items[def.item].head;
    Entry {
        framework: group.family,
        method,
        path,
        handler: Handler::new(Target::Def(id), span),
        layers: Vec::new(),
        span,
        named: None,
        scope: None,
        by_attribute: true,
        filter: None,
        unsure: None,
        arms: Arms::default(),
    }
}

/// `say_hello` as `SayHello` or `sayHello`.
fn camel(name: &str, mut upper: bool) -> String {
    let mut out = String::new();
    for c in name.trim_start_matches("r#").chars() {
        if c == '_' {
            upper = true;
        } else if std::mem::take(&mut upper) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

/// Operations of all impls. Those that are not seen to be served may have layers around them.
pub(super) fn unserved(world: &World<'_>) -> Vec<Found> {
    let mut owners: Vec<DefId> = world.groups.keys().copied().collect();
    owners.sort();
    let mut out = Vec::new();
    for owner in owners {
        for group in world.groups[&owner].iter().filter(|g| g.kind == GroupKind::Operations) {
            for &method in &group.methods {
                let mut entry = operation(world, group, method);
                entry.unsure = Some("where it is served was not seen");
                let def = world.cx.map.def(method);
                let scope = (usize::MAX, def.file.0 as usize);
                out.push(Found { entry, from: method, in_test: def.in_test, scope, loose: false });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_operations_and_fields() {
        assert_eq!(camel("say_hello", true), "SayHello");
        assert_eq!(camel("create_user", false), "createUser");
        assert_eq!(camel("r#move", false), "move");
    }
}
