//! Items of modules, impls, traits, `extern` blocks and bodies.

use proc_macro2::TokenStream;
use syn::Item as Syn;

use crate::base::{ProblemKind, Symbol};
use crate::ir::{
    Enum, ExternCrate, Field, Fields, Impl, Import, ImportKind, Item, ItemId, ItemKind, Mod, Name, Path,
    Segment, Struct, Trait, TypeAlias, Value, Variant, Visibility,
};
use crate::lower::attr::Attrs;
use crate::lower::ctx::Lowerer;

/// Segments that the leaves of one `use` may have together; `a::b::{..}` repeats its prefix in each leaf.
const MAX_USE_SEGMENTS: usize = 100_000;

/// What an item has around its kind.
pub(super) struct Shell {
    pub(super) attrs: Attrs,
    pub(super) name: Option<Name>,
    pub(super) vis: Visibility,
    /// First byte with attributes.
    pub(super) lo: u32,
    /// First byte without.
    pub(super) head_lo: u32,
    /// Last byte before the body.
    pub(super) head_hi: u32,
    /// Last byte.
    pub(super) hi: u32,
}

impl Lowerer<'_> {
    pub(super) fn items<'i>(&mut self, items: impl IntoIterator<Item = &'i Syn>) -> Vec<ItemId> {
        let mut out = Vec::new();
        for item in items {
            out.extend(self.item(item));
        }
        out
    }

    /// An item; a `use` gives one for each leaf, an inactive item none.
    pub(super) fn item(&mut self, item: &Syn) -> Vec<ItemId> {
        self.deeper(|l| l.item_node(item)).unwrap_or_default()
    }

    fn item_node(&mut self, item: &Syn) -> Vec<ItemId> {
        let id = match item {
            Syn::Use(u) => return self.use_item(u),
            Syn::Fn(f) => self.fn_item(f),
            Syn::Struct(s) => self.struct_item(s),
            Syn::Union(u) => self.union_item(u),
            Syn::Enum(e) => self.enum_item(e),
            Syn::Impl(i) => self.impl_item(i),
            Syn::Trait(t) => self.trait_item(t),
            Syn::TraitAlias(t) => self.trait_alias(t),
            Syn::Mod(m) => self.mod_item(m),
            Syn::Const(c) => self.const_item(c),
            Syn::Static(s) => self.static_item(s),
            Syn::Type(t) => self.type_item(t),
            Syn::ExternCrate(e) => self.extern_crate(e),
            Syn::ForeignMod(f) => self.foreign_mod(f),
            Syn::Macro(m) => self.macro_item(m),
            Syn::Verbatim(tokens) => self.verbatim_item(tokens),
            _ => None,
        };
        id.into_iter().collect()
    }

    /// Syntax that the parser passes through: declarations without a body, which macros are given, and the unknown.
    pub(super) fn verbatim_item(&mut self, tokens: &TokenStream) -> Option<ItemId> {
        match syn::parse2::<syn::ForeignItem>(tokens.clone()) {
            Ok(syn::ForeignItem::Verbatim(_)) | Err(_) => Some(self.opaque_item(tokens)),
            Ok(item) => self.foreign_member(&item),
        }
    }

    pub(super) fn opaque_item(&mut self, tokens: &TokenStream) -> ItemId {
        let span = self.tokens_span(tokens);
        self.problem(ProblemKind::Unparsed, span, "item is not understood");
        self.ir.items.alloc(Item {
            name: None,
            vis: Visibility::Private,
            attrs: Vec::new(),
            cfg: None,
            docs: String::new(),
            kind: ItemKind::Opaque,
            span,
            head: span,
        })
    }

    /// Reads attributes and visibility; `None` if the item is inactive. `first` is the first token after the visibility.
    pub(super) fn shell(
        &mut self,
        attrs: &[syn::Attribute],
        vis: &syn::Visibility,
        first: proc_macro2::Span,
    ) -> Option<Shell> {
        let lowered = self.attrs(attrs);
        if !lowered.active {
            return None;
        }
        let (vis, vis_lo) = self.visibility(vis);
        let head_lo = vis_lo.unwrap_or_else(|| self.lo(first));
        let outer = attrs.iter().find(|a| matches!(a.style, syn::AttrStyle::Outer));
        let lo = outer.map_or(head_lo, |a| self.lo(a.pound_token.spans[0]));
        Some(Shell { attrs: lowered, name: None, vis, lo, head_lo, head_hi: head_lo, hi: head_lo })
    }

    fn visibility(&mut self, vis: &syn::Visibility) -> (Visibility, Option<u32>) {
        match vis {
            syn::Visibility::Inherited => (Visibility::Private, None),
            syn::Visibility::Public(token) => (Visibility::Public, Some(self.lo(token.span))),
            syn::Visibility::Restricted(r) => {
                let path = self.path(None, &r.path);
                (Visibility::Restricted(path), Some(self.lo(r.pub_token.span)))
            }
        }
    }

    /// Stores an item without a body, or whose body ends the item.
    pub(super) fn finish(&mut self, mut shell: Shell, kind: ItemKind) -> ItemId {
        let span = self.range(shell.lo, shell.hi);
        let head = self.range(shell.head_lo, shell.head_hi);
        let cfg = shell.attrs.condition();
        self.keep_suppressions(&shell.attrs.list, span);
        self.ir.debug_only.extend(shell.attrs.debug_only.then_some(span));
        self.ir.items.alloc(Item {
            name: shell.name,
            vis: shell.vis,
            attrs: shell.attrs.list,
            cfg,
            docs: shell.attrs.docs,
            kind,
            span,
            head,
        })
    }

    /// Sets the end of the item at `hi` and that of its head before `body`.
    pub(super) fn ends(&self, shell: &mut Shell, body: Option<proc_macro2::Span>, hi: u32) {
        shell.hi = hi;
        shell.head_hi = body.map_or(hi, |b| {
            let before =
                &self.text[shell.head_lo as usize..(self.lo(b) as usize).max(shell.head_lo as usize)];
            shell.head_lo + before.trim_end().len() as u32
        });
    }

    fn struct_item(&mut self, s: &syn::ItemStruct) -> Option<ItemId> {
        let mut shell = self.shell(&s.attrs, &s.vis, s.struct_token.span)?;
        shell.name = Some(self.name(&s.ident));
        let generics = self.generics(&s.generics);
        let (fields, end) = self.fields(&s.fields);
        let hi = s.semi_token.map(|t| self.hi(t.span)).or(end).unwrap_or(self.last);
        let body = match &s.fields {
            syn::Fields::Named(f) => Some(f.brace_token.span.open()),
            _ => None,
        };
        self.ends(&mut shell, body, hi);
        Some(self.finish(shell, ItemKind::Struct(Struct { generics, fields })))
    }

    fn union_item(&mut self, u: &syn::ItemUnion) -> Option<ItemId> {
        let mut shell = self.shell(&u.attrs, &u.vis, u.union_token.span)?;
        shell.name = Some(self.name(&u.ident));
        let generics = self.generics(&u.generics);
        let fields = Fields::Named(self.field_list(&u.fields.named));
        let brace = u.fields.brace_token.span;
        self.ends(&mut shell, Some(brace.open()), self.hi(brace.close()));
        Some(self.finish(shell, ItemKind::Struct(Struct { generics, fields })))
    }

    fn enum_item(&mut self, e: &syn::ItemEnum) -> Option<ItemId> {
        let mut shell = self.shell(&e.attrs, &e.vis, e.enum_token.span)?;
        shell.name = Some(self.name(&e.ident));
        let generics = self.generics(&e.generics);
        let variants = e.variants.iter().filter_map(|v| self.variant(v)).collect();
        self.ends(&mut shell, Some(e.brace_token.span.open()), self.hi(e.brace_token.span.close()));
        Some(self.finish(shell, ItemKind::Enum(Enum { generics, variants })))
    }

    fn variant(&mut self, v: &syn::Variant) -> Option<Variant> {
        let attrs = self.attrs(&v.attrs);
        if !attrs.active {
            return None;
        }
        let name = self.name(&v.ident);
        let (fields, end) = self.fields(&v.fields);
        let value = v.discriminant.as_ref().map(|(_, e)| self.expr_full(e).1.hi);
        let lo = v.attrs.first().map_or(name.span.lo, |a| self.lo(a.pound_token.spans[0]));
        let span = self.range(lo, value.or(end).unwrap_or(name.span.hi));
        self.keep_suppressions(&attrs.list, span);
        Some(Variant { name, fields, attrs: attrs.list, span })
    }

    /// Fields and the end of their list.
    fn fields(&mut self, fields: &syn::Fields) -> (Fields, Option<u32>) {
        match fields {
            syn::Fields::Unit => (Fields::Unit, None),
            syn::Fields::Named(f) => {
                let list = self.field_list(&f.named);
                (Fields::Named(list), Some(self.hi(f.brace_token.span.close())))
            }
            syn::Fields::Unnamed(f) => {
                let list = self.field_list(&f.unnamed);
                (Fields::Tuple(list), Some(self.hi(f.paren_token.span.close())))
            }
        }
    }

    fn field_list<'f>(&mut self, list: impl IntoIterator<Item = &'f syn::Field>) -> Vec<Field> {
        let mut out = Vec::new();
        for field in list {
            let attrs = self.attrs(&field.attrs);
            if !attrs.active {
                continue;
            }
            let (_, vis_lo) = self.visibility(&field.vis);
            let named = field.ident.as_ref().map(|ident| self.name(ident));
            let (ty, full) = self.ty_full(&field.ty);
            let name = named.unwrap_or_else(|| Name { sym: Symbol::new(&out.len().to_string()), span: full });
            let lo = match field.attrs.first() {
                Some(attr) => self.lo(attr.pound_token.spans[0]),
                None => vis_lo.unwrap_or(name.span.lo),
            };
            let span = self.range(lo, full.hi);
            self.keep_suppressions(&attrs.list, span);
            out.push(Field { name, ty, attrs: attrs.list, span });
        }
        out
    }

    fn impl_item(&mut self, i: &syn::ItemImpl) -> Option<ItemId> {
        let first = [i.modifiers.defaultness.map(|t| t.span), i.unsafety.map(|t| t.span)];
        let first = first.into_iter().flatten().next().unwrap_or(i.impl_token.span);
        let mut shell = self.shell(&i.attrs, &syn::Visibility::Inherited, first)?;
        let generics = self.generics(&i.generics);
        let trait_ = i.trait_.as_ref().map(|(path, _)| self.path(None, path));
        let self_ty = self.ty(&i.self_ty);
        let mut items = Vec::with_capacity(i.items.len());
        for item in &i.items {
            items.extend(self.impl_member(item));
        }
        self.ends(&mut shell, Some(i.brace_token.span.open()), self.hi(i.brace_token.span.close()));
        let negative = i.modifiers.polarity.is_some();
        Some(self.finish(shell, ItemKind::Impl(Impl { generics, trait_, negative, self_ty, items })))
    }

    fn trait_item(&mut self, t: &syn::ItemTrait) -> Option<ItemId> {
        let first = [t.unsafety.map(|t| t.span), t.modifiers.auto_token.map(|t| t.span)];
        let first = first.into_iter().flatten().next().unwrap_or(t.trait_token.span);
        let mut shell = self.shell(&t.attrs, &t.vis, first)?;
        shell.name = Some(self.name(&t.ident));
        let generics = self.generics(&t.generics);
        let supers = self.bound_list(&t.supertraits);
        let mut items = Vec::with_capacity(t.items.len());
        for item in &t.items {
            items.extend(self.trait_member(item));
        }
        self.ends(&mut shell, Some(t.brace_token.span.open()), self.hi(t.brace_token.span.close()));
        Some(self.finish(shell, ItemKind::Trait(Trait { generics, supers, items })))
    }

    fn trait_alias(&mut self, t: &syn::ItemTraitAlias) -> Option<ItemId> {
        let mut shell = self.shell(&t.attrs, &t.vis, t.trait_token.span)?;
        shell.name = Some(self.name(&t.ident));
        let generics = self.generics(&t.generics);
        let supers = self.bound_list(&t.bounds);
        self.ends(&mut shell, None, self.hi(t.semi_token.span));
        Some(self.finish(shell, ItemKind::Trait(Trait { generics, supers, items: Vec::new() })))
    }

    fn mod_item(&mut self, m: &syn::ItemMod) -> Option<ItemId> {
        let first = m.unsafety.map_or(m.mod_token.span, |t| t.span);
        let mut shell = self.shell(&m.attrs, &m.vis, first)?;
        shell.name = Some(self.name(&m.ident));
        let path_attr = shell.attrs.path_value(self);
        let defined = self.definitions.len();
        let items = m.content.as_ref().map(|(_, items)| self.items(items));
        self.leave_module(m, defined);
        match (&m.content, &m.semi) {
            (Some((brace, _)), _) => {
                self.ends(&mut shell, Some(brace.span.open()), self.hi(brace.span.close()));
            }
            (None, semi) => {
                let hi = semi.map_or(self.last, |s| self.hi(s.span));
                self.ends(&mut shell, None, hi);
            }
        }
        Some(self.finish(shell, ItemKind::Mod(Mod { items, path_attr })))
    }

    fn const_item(&mut self, c: &syn::ItemConst) -> Option<ItemId> {
        let first = c.modifiers.defaultness.map_or(c.const_token.span, |t| t.span);
        let mut shell = self.shell(&c.attrs, &c.vis, first)?;
        shell.name = Some(self.name(&c.ident));
        let ty = Some(self.ty(&c.ty));
        let value = Some(self.expr(&c.expr));
        self.ends(&mut shell, None, self.hi(c.semi_token.span));
        Some(self.finish(shell, ItemKind::Const(Value { ty, value, mutable: false })))
    }

    fn static_item(&mut self, s: &syn::ItemStatic) -> Option<ItemId> {
        let mut shell = self.shell(&s.attrs, &s.vis, s.static_token.span)?;
        shell.name = Some(self.name(&s.ident));
        let ty = Some(self.ty(&s.ty));
        let value = Some(self.expr(&s.expr));
        self.ends(&mut shell, None, self.hi(s.semi_token.span));
        let mutable = matches!(s.mutability, syn::StaticMutability::Mut(_));
        Some(self.finish(shell, ItemKind::Static(Value { ty, value, mutable })))
    }

    fn type_item(&mut self, t: &syn::ItemType) -> Option<ItemId> {
        let first = t.modifiers.defaultness.map_or(t.type_token.span, |t| t.span);
        let mut shell = self.shell(&t.attrs, &t.vis, first)?;
        shell.name = Some(self.name(&t.ident));
        let generics = self.generics(&t.generics);
        let ty = Some(self.ty(&t.ty));
        self.ends(&mut shell, None, self.hi(t.semi_token.span));
        Some(self.finish(shell, ItemKind::TypeAlias(TypeAlias { generics, ty, bounds: Vec::new() })))
    }

    fn extern_crate(&mut self, e: &syn::ItemExternCrate) -> Option<ItemId> {
        let mut shell = self.shell(&e.attrs, &e.vis, e.extern_token.span)?;
        let krate = self.name(&e.ident);
        let alias = match &e.rename {
            Some((_, rename)) => {
                let name = self.name(rename);
                (name.sym != "_").then_some(name)
            }
            None => Some(krate),
        };
        shell.name = alias;
        let macro_use = shell.attrs.list.iter().any(|a| a.name() == "macro_use");
        self.ends(&mut shell, None, self.hi(e.semi_token.span));
        Some(self.finish(shell, ItemKind::ExternCrate(ExternCrate { krate, alias, macro_use })))
    }

    fn foreign_mod(&mut self, f: &syn::ItemForeignMod) -> Option<ItemId> {
        let first = f.unsafety.map_or(f.abi.extern_token.span, |t| t.span);
        let mut shell = self.shell(&f.attrs, &syn::Visibility::Inherited, first)?;
        let mut items = Vec::with_capacity(f.items.len());
        for item in &f.items {
            items.extend(self.foreign_member(item));
        }
        self.ends(&mut shell, Some(f.brace_token.span.open()), self.hi(f.brace_token.span.close()));
        Some(self.finish(shell, ItemKind::Foreign(items)))
    }

    fn use_item(&mut self, u: &syn::ItemUse) -> Vec<ItemId> {
        let Some(mut shell) = self.shell(&u.attrs, &u.vis, u.use_token.span) else { return Vec::new() };
        self.ends(&mut shell, None, self.hi(u.semi_token.span));
        let mut leaves = Vec::new();
        let lo = u.leading_colon.map(|c| self.lo(c.spans[0]));
        let mut budget = MAX_USE_SEGMENTS;
        self.use_tree(&u.tree, &mut Vec::new(), &mut leaves, &mut budget);
        let span = self.range(shell.lo, shell.hi);
        let head = self.range(shell.head_lo, shell.head_hi);
        if budget == 0 {
            self.problem(ProblemKind::LimitExceeded, span, "`use` brings in too many names to be analysed");
        }
        self.keep_suppressions(&shell.attrs.list, span);
        let cfg = shell.attrs.condition();
        let mut out = Vec::with_capacity(leaves.len());
        for (mut path, kind) in leaves {
            path.global = lo.is_some();
            path.span.lo = lo.unwrap_or(path.span.lo);
            out.push(self.ir.items.alloc(Item {
                name: None,
                vis: shell.vis.clone(),
                attrs: shell.attrs.list.clone(),
                cfg: cfg.clone(),
                docs: String::new(),
                kind: ItemKind::Import(Import { path, kind }),
                span,
                head,
            }));
        }
        out
    }

    fn use_tree(
        &mut self,
        tree: &syn::UseTree,
        prefix: &mut Vec<Name>,
        out: &mut Vec<(Path, ImportKind)>,
        budget: &mut usize,
    ) {
        *budget = budget.saturating_sub(1);
        if *budget == 0 || out.len() >= MAX_USE_SEGMENTS {
            return;
        }
        match tree {
            syn::UseTree::Path(p) => {
                let name = self.name(&p.ident);
                prefix.push(name);
                self.deeper(|l| l.use_tree(&p.tree, prefix, out, budget));
                prefix.pop();
            }
            syn::UseTree::Name(n) => {
                let name = self.name(&n.ident);
                self.use_leaf(name, name, prefix, out, budget);
            }
            syn::UseTree::Rename(r) => {
                let name = self.name(&r.ident);
                let alias = self.name(&r.rename);
                self.use_leaf(name, alias, prefix, out, budget);
            }
            syn::UseTree::Glob(g) => {
                let star = self.span(g.star_token.spans[0]);
                *budget = budget.saturating_sub(prefix.len());
                let path = use_path(prefix, None, star);
                out.push((path, ImportKind::Glob));
            }
            syn::UseTree::Group(g) => {
                for tree in &g.items {
                    self.deeper(|l| l.use_tree(tree, prefix, out, budget));
                }
            }
        }
    }

    fn use_leaf(
        &mut self,
        name: Name,
        alias: Name,
        prefix: &[Name],
        out: &mut Vec<(Path, ImportKind)>,
        budget: &mut usize,
    ) {
        *budget = budget.saturating_sub(prefix.len());
        // `a::{self}` is the path `a`.
        let own = (name.sym == "self").then(|| prefix.last().copied()).flatten();
        let path = use_path(prefix, own.is_none().then_some(name), name.span);
        let kind = match (alias.sym.as_str(), own) {
            ("_", _) => ImportKind::Anonymous,
            ("self", Some(last)) => ImportKind::Named(last),
            _ => ImportKind::Named(alias),
        };
        out.push((path, kind));
    }
}

fn use_path(prefix: &[Name], last: Option<Name>, end: crate::base::Span) -> Path {
    let names = prefix.iter().copied().chain(last);
    let segments: Vec<Segment> = names.map(|name| Segment { name, args: Vec::new() }).collect();
    let span = segments.first().map_or(end, |s| s.name.span.to(end));
    Path { global: false, qself: None, trait_len: 0, segments, span }
}
