//! Routes that attributes of a handler declare: `#[get("/a")]`, `#[route("/a", method = "POST")]`.

use crate::base::{Span, Symbol};
use crate::ir::{Attr, AttrArg, ExprId, ExprKind, FileIr, Literal};
use rustc_hash::FxHashMap;

use crate::resolve::{DefId, DefKind, Namespace, Res};
use crate::web::router::{Layer, LayerKind, Target};
use crate::web::rules::AttributeRule;
use crate::web::world::World;
use crate::workspace::Workspace;

const METHODS: &[&str] = &["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

/// A route that an attribute declares.
pub(super) struct Declared {
    pub(super) family: Symbol,
    pub(super) method: Symbol,
    pub(super) path: Option<String>,
    pub(super) span: Span,
    pub(super) describes: bool,
    /// What the arguments put around the handler.
    pub(super) layers: Vec<Layer>,
}

/// The routes that the attributes of a handler declare. If one only describes and another declares, the latter counts.
pub(super) fn routes_of(world: &World<'_>, workspace: &Workspace, id: DefId) -> Vec<Declared> {
    let def = world.cx.map.def(id);
    let ir = world.cx.program.file(def.file);
    let mut out = Vec::new();
    for attr in &ir.items[def.item].attrs {
        let rule = rule_of(world, workspace, id, attr);
        if let Some(rule) = rule.filter(|r| !r.row.group && r.row.standalone.is_none()) {
            let layers = layers(world, id, attr, rule);
            out.extend(declared(ir, attr, rule).map(|d| Declared { layers: layers.clone(), ..d }));
        }
    }
    if out.iter().any(|d: &Declared| !d.describes) {
        out.retain(|d| !d.describes);
    }
    out
}

/// Routes that the methods of a type declare, once a value of it is registered.
pub(super) struct RouteGroup {
    pub(super) family: Symbol,
    /// The path in front; `None` if it is not known.
    pub(super) prefix: Option<String>,
    /// Its methods in order of their places.
    pub(super) methods: Vec<DefId>,
    /// How the methods say what they are.
    pub(super) kind: GroupKind,
}

/// How the methods of a group say what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// By attributes.
    Attributes,
    /// By their names: operations of a service.
    Operations,
    /// By their names: fields of a schema.
    Fields,
}

/// The groups of all types, by type.
pub(super) fn groups(world: &World<'_>, workspace: &Workspace) -> FxHashMap<DefId, Vec<RouteGroup>> {
    let mut out: FxHashMap<DefId, Vec<RouteGroup>> = FxHashMap::default();
    for (_, data) in world.cx.map.impls.iter() {
        let (Some(Res::Def(owner)), false) = (&data.self_ty, data.items.is_empty()) else { continue };
        let ir = world.cx.program.file(data.file);
        let mut methods: Vec<DefId> = data.items.values().copied().collect();
        methods.sort();
        let rule = |attr: &Attr| rule_of(world, workspace, methods[0], attr).filter(|r| r.row.group);
        let found = ir.items[data.item].attrs.iter().find_map(|attr| rule(attr).map(|r| (attr, r)));
        let Some((attr, rule)) = found else { continue };
        let prefix = rule.row.prefix.as_deref().and_then(|name| value(ir, attr, name)).unwrap_or_default();
        let kind = if rule.row.fields { GroupKind::Fields } else { GroupKind::Attributes };
        out.entry(*owner).or_default().push(RouteGroup {
            family: rule.family,
            prefix: Some(prefix),
            methods,
            kind,
        });
    }
    out
}

/// Whether an argument of an attribute is one of some words: `"GetJson"`, `input = GetUrl`.
fn is_said(world: &World<'_>, ir: &FileIr, arg: &AttrArg, words: &[String]) -> bool {
    let source = || arg.value.map(|value| world.cx.program.sources.slice(ir.exprs[value].span));
    !words.is_empty()
        && arg
            .value
            .and_then(|value| text(ir, value))
            .as_deref()
            .or_else(source)
            .is_some_and(|said| words.iter().any(|word| said.rsplit("::").next() == Some(word)))
}

/// The routes of functions that are served without being registered.
pub(super) fn standalone(world: &World<'_>, workspace: &Workspace, id: DefId) -> Vec<Declared> {
    let def = world.cx.map.def(id);
    let ir = world.cx.program.file(def.file);
    let rule = |attr: &Attr| {
        let rule = rule_of(world, workspace, id, attr)?;
        let path = rule.row.standalone.as_deref()?;
        let named = rule.row.prefix.as_deref().and_then(|name| value(ir, attr, name));
        let positional = || attr.args.iter().filter(|a| a.name.is_none()).find_map(|a| text(ir, a.value?));
        let front = named.or_else(positional).unwrap_or_else(|| rule.row.default_prefix.clone());
        let mut path = path.replace("{prefix}", front.trim_end_matches('/'));
        let mut texts = attr.args.iter().filter(|a| a.name.is_none()).filter_map(|a| text(ir, a.value?));
        let named = rule.row.endpoint.as_deref().and_then(|name| value(ir, attr, name));
        if let Some(end) = named.or_else(|| rule.row.endpoint.as_ref().and_then(|_| texts.nth(2))) {
            path = path.replace("{hash}", end.trim_start_matches('/'));
        }
        let reads = attr.args.iter().any(|arg| is_said(world, ir, arg, &rule.row.reads));
        let method = if reads { "GET" } else { rule.row.method.as_deref().unwrap_or("ANY") };
        let method = Symbol::new(method);
        Some(Declared {
            family: rule.family,
            method,
            path: Some(path),
            span: attr.span,
            describes: false,
            layers: Vec::new(),
        })
    };
    ir.items[def.item].attrs.iter().filter_map(rule).collect()
}

/// The path that a type of parameters stands for: `#[typed_path("/users/{id}")] struct User { id: u64 }`.
pub(super) fn path_of_type(world: &World<'_>, id: DefId) -> Option<String> {
    let def = world.cx.map.def(id);
    let ir = world.cx.program.file(def.file);
    let attrs = ir.items[def.item].attrs.iter();
    let mut named = attrs.filter(|a| world.rules.path_attributes.contains(&a.name()));
    named.find_map(|a| a.args.iter().find_map(|arg| text(ir, arg.value?)))
}

fn value(ir: &FileIr, attr: &Attr, name: &str) -> Option<String> {
    named(&attr.args, name).find_map(|a| text(ir, a.value?))
}

/// The rule of an attribute: by its full path, or by its bare name where nothing says what the name means (`#[macro_use]`)
/// and the package depends on the framework.
fn rule_of<'w>(
    world: &'w World<'_>,
    workspace: &Workspace,
    id: DefId,
    attr: &Attr,
) -> Option<&'w AttributeRule<'w>> {
    let rules = &world.rules.attributes;
    let ext = world.ext_of_path(id, &attr.path);
    let path = ext.map_or_else(|| Symbol::new(&attr.path.text()), |e| e.path);
    if let Some(found) = rules.iter().find(|r| r.path == path) {
        return Some(found);
    }
    let name = attr.path.as_ident()?.sym;
    let bare = |r: &&AttributeRule<'_>| r.path.as_str().rsplit("::").next() == Some(name.as_str());
    rules.iter().filter(bare).find(|r| world.depends_on(workspace, id, r.package))
}

fn declared<'x>(
    ir: &'x FileIr,
    attr: &'x Attr,
    rule: &'x AttributeRule<'_>,
) -> impl Iterator<Item = Declared> {
    let path = match &rule.row.path {
        Some(name) => named(&attr.args, name).find_map(|a| text(ir, a.value?)),
        None => {
            let positional = attr.args.iter().filter(|a| a.name.is_none()).find_map(|a| text(ir, a.value?));
            positional.or_else(|| named(&attr.args, "uri").find_map(|a| text(ir, a.value?)))
        }
    };
    let path = path.map(|p| p.split('?').next().unwrap_or_default().to_owned());
    let methods = match &rule.row.method {
        Some(method) => vec![Symbol::new(method)],
        None => methods(ir, &attr.args),
    };
    let (family, describes, span) = (rule.family, rule.row.describes, attr.span);
    let one =
        move |method| Declared { family, method, path: path.clone(), span, describes, layers: Vec::new() };
    methods.into_iter().map(one)
}

/// `#[delete("/a", wrap = "from_fn(signed_in)", guard = "has_key")]`.
fn layers(world: &World<'_>, id: DefId, attr: &Attr, rule: &AttributeRule<'_>) -> Vec<Layer> {
    let ir = world.cx.program.file(world.cx.map.def(id).file);
    let mut out = Vec::new();
    for (name, condition) in [(&rule.row.wrap, false), (&rule.row.condition, true)] {
        let args = name.iter().flat_map(|name| named(&attr.args, name));
        for (text, span) in args.filter_map(|arg| Some((text(ir, arg.value?)?, arg.span))) {
            let kind = match (named_in(world, id, &text), condition) {
                (Some(LayerKind::Function(target)), true) => LayerKind::Validator(target, Vec::new()),
                // Most conditions ask for the method or the host.
                (_, true) => continue,
                (kind, false) => kind.unwrap_or(LayerKind::Unknown),
            };
            out.push(Layer::new(kind, text, span));
        }
    }
    out
}

/// The function or type of the workspace that an expression in an attribute names.
fn named_in(world: &World<'_>, id: DefId, text: &str) -> Option<LayerKind> {
    let module = world.cx.map.def(id).module;
    let found =
        |names: &[Symbol], ns| world.cx.map.resolve_names(module, None, false, names, ns).map(|f| f.res);
    text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').find_map(|path| {
        let names: Vec<Symbol> = path.split("::").filter(|n| !n.is_empty()).map(Symbol::new).collect();
        let owner = &names[..names.len().saturating_sub(1)];
        match found(&names, Namespace::Value) {
            Some(Res::Def(def)) if world.cx.map.def(def).kind == DefKind::Fn => {
                return Some(LayerKind::Function(Target::Def(def)));
            }
            _ => {}
        }
        let ty = [&names[..], owner]
            .into_iter()
            .filter(|n| !n.is_empty())
            .find_map(|n| found(n, Namespace::Type))?;
        let is_type = matches!(&ty, Res::Def(def) if matches!(world.cx.map.def(*def).kind, DefKind::Struct));
        is_type.then(|| LayerKind::Type(world.cx.ty_of_res(&ty, Vec::new(), 0)))
    })
}

/// `get`, `GET`, `method = "GET"`, `method(get, head)`.
fn methods(ir: &FileIr, args: &[AttrArg]) -> Vec<Symbol> {
    let mut out = Vec::new();
    let mut add = |word: &str| {
        let upper = word.to_ascii_uppercase();
        if METHODS.contains(&upper.as_str()) {
            out.push(Symbol::new(&upper));
        }
    };
    for arg in args {
        match (arg.name, arg.value) {
            (Some(name), Some(value)) if name == "method" => add(&word(ir, value)),
            (Some(name), None) if name == "method" => {
                arg.nested.iter().for_each(|n| n.name.iter().for_each(|w| add(w.as_str())));
            }
            (Some(name), None) => add(name.as_str()),
            (None, Some(value)) if text(ir, value).is_none() => add(&word(ir, value)),
            _ => {}
        }
    }
    if out.is_empty() {
        out.push(Symbol::new("ANY"));
    }
    out
}

pub(super) fn named<'x>(args: &'x [AttrArg], name: &'x str) -> impl Iterator<Item = &'x AttrArg> {
    args.iter().filter(move |a| a.name.is_some_and(|n| n == name))
}

pub(super) fn text(ir: &FileIr, id: ExprId) -> Option<String> {
    match &ir.exprs[id].kind {
        ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
        _ => None,
    }
}

fn word(ir: &FileIr, id: ExprId) -> String {
    match &ir.exprs[id].kind {
        ExprKind::Path(path) => path.last().map_or_else(String::new, |s| s.name.sym.to_string()),
        _ => text(ir, id).unwrap_or_default(),
    }
}
