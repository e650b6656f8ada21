//! The fields of a type that are secrets and are shown.
//!
//! A type shows its content if it is text or bytes, a container of that, or a struct of the project around that which derives
//! the trait too; one that hides it by a model or by an implementation of its own does not, and of other types nothing is
//! known. `struct Password(String)` and `Password(String)` of an enum go by the name of the struct or variant.

use crate::base::{Span, Symbol};
use crate::detectors::derived_trait::names::{
    confidence, confidence_alone, is_directory, is_other_world, is_public,
};
use crate::detectors::derived_trait::{derive_of, hides};
use crate::detectors::words::Words;
use crate::detectors::{BodyCx, Context};
use crate::finding::Confidence;
use crate::ir::{Field, Fields, FileIr, Item, ItemKind};
use crate::resolve::{DefId, DefKind, ImplId, Res};
use crate::types::{Subst, Ty};

/// Types inside of types are looked at this deep, structs of the project included.
const MAX_DEPTH: usize = 6;
/// Structs around a secret, one in the other.
const MAX_NEWTYPES: usize = 2;

/// Words of a documentation that says only what is held.
const MAX_SUBJECT: usize = 8;

/// A field that is shown.
pub(super) struct Shown {
    pub(super) name: Symbol,
    pub(super) span: Span,
    pub(super) confidence: Confidence,
}

/// What `{:?}` does with a field that is named like a secret.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Exposure {
    /// Its content is printed.
    Shown,
    /// Its type prints something else.
    Hidden,
    /// Its content is none that could be read, or nothing is known of the type.
    Unknown,
}

/// What is asked about one type.
pub(super) struct Judge<'a> {
    pub(super) cx: &'a Context<'a>,
    pub(super) id: DefId,
    pub(super) ir: &'a FileIr,
    /// The trait.
    pub(super) derived: &'a str,
    /// Attributes by which a field is shown in another way.
    pub(super) hidden_by: &'a [String],
}

/// Whether `{:?}` of a value of the type shows text or bytes that it holds.
pub(in crate::detectors) fn shows_content(body: &BodyCx<'_>, ty: &Ty) -> bool {
    Judge { cx: body.cx, id: body.def, ir: body.ir, derived: "Debug", hidden_by: &[] }.shows(ty, 0, 0)
}

impl Judge<'_> {
    /// The secrets that are shown.
    pub(super) fn shown(&self, item: &Item) -> Vec<Shown> {
        self.exposed(item, Exposure::Shown)
    }

    /// The secrets whose types hide them.
    pub(super) fn hidden(&self, item: &Item) -> Vec<Shown> {
        self.exposed(item, Exposure::Hidden)
    }

    fn exposed(&self, item: &Item, wanted: Exposure) -> Vec<Shown> {
        self.secrets(item).into_iter().filter(|(_, e)| *e == wanted).map(|(secret, _)| secret).collect()
    }

    /// The fields that are named like secrets, with what happens to them.
    fn secrets(&self, item: &Item) -> Vec<(Shown, Exposure)> {
        let owner = Words::of(self.cx.map.def(self.id).name.as_str());
        match &item.kind {
            ItemKind::Struct(data) => {
                let alone = matches!(data.fields, Fields::Tuple(_)).then(|| self.cx.map.def(self.id).name);
                self.fields(&data.fields, self.id, &owner, alone)
            }
            ItemKind::Enum(data) => {
                let mut out = Vec::new();
                let ids = self.cx.map.trait_items.get(&self.id);
                for variant in &data.variants {
                    let Some(&id) = ids.and_then(|ids| ids.get(&variant.name.sym)) else { continue };
                    let mut words = owner.clone();
                    let alone = matches!(variant.fields, Fields::Tuple(_)).then_some(variant.name.sym);
                    if alone.is_none() {
                        words.extend(Words::of(variant.name.sym.as_str()));
                    }
                    out.extend(self.fields(&variant.fields, id, &words, alone));
                }
                out
            }
            _ => Vec::new(),
        }
    }

    /// The secrets among some fields; `alone` is the name that a single field without one goes by.
    fn fields(
        &self,
        fields: &Fields,
        id: DefId,
        owner: &Words,
        alone: Option<Symbol>,
    ) -> Vec<(Shown, Exposure)> {
        if is_other_world(owner) {
            return Vec::new();
        }
        let types = self.cx.world.table.fields(id);
        let list = fields.list();
        // The key of an entry finds the value.
        let entry = list.iter().any(|f| f.name.sym == *"value");
        let judge = |(n, field): (usize, &Field)| {
            let name = match alone {
                Some(name) if list.len() == 1 => name,
                Some(_) => return None,
                None => field.name.sym,
            };
            let ty = &types.get(n)?.1;
            let confidence = match alone {
                Some(_) => confidence_alone(&Words::of(name.as_str()), self.is_variant(id).then_some(owner))?,
                None if is_directory(
                    &Words::of(name.as_str()),
                    owner,
                    list.iter().map(|f| f.name.sym.as_str()),
                ) =>
                {
                    return None;
                }
                None if entry && name == *"key" => return None,
                None => confidence(&Words::of(name.as_str()), owner, is_bytes(ty))?,
            };
            if self.is_name_of_secret(field, ty) {
                return None;
            }
            let exposure = match self.is_silenced(field) {
                false if self.shows(ty, 0, 0) => Exposure::Shown,
                false if self.hides(ty) => Exposure::Hidden,
                _ => Exposure::Unknown,
            };
            Some((Shown { name, span: self.span(field, alone.is_some()), confidence }, exposure))
        };
        list.iter().enumerate().filter_map(judge).collect()
    }

    fn is_variant(&self, id: DefId) -> bool {
        matches!(self.cx.map.def(id).kind, DefKind::Variant(..))
    }

    /// Derives of other crates let a field be left out; a `'static` text is no secret of an account.
    fn is_silenced(&self, field: &Field) -> bool {
        let text = self.cx.program.sources.slice(self.ir.types[field.ty].span);
        field.attrs.iter().any(|a| hides(a, self.hidden_by)) || text.contains("'static")
    }

    /// Whether a field holds what secrets are called, not what they are: its documentation begins with that (`/// Secret
    /// name`, `/// Private key file path`), or it is a list of `secrets`, which are kept elsewhere under these names.
    fn is_name_of_secret(&self, field: &Field, ty: &Ty) -> bool {
        let before = Span { hi: field.name.span.lo, ..field.span };
        let text = self.cx.program.sources.slice(before);
        let docs = text.lines().find_map(|line| line.trim().strip_prefix("///"));
        let documented = docs.is_some_and(|line| {
            let subject = line.split([',', '.', ':', '(']).next().unwrap_or_default();
            let words = Words::of(subject);
            words.count() <= MAX_SUBJECT && words.has_any(&["name", "names", "id", "ids", "path", "filename"])
        });
        let listed = ty.is_ext("std::vec::Vec") && Words::of(field.name.sym.as_str()) == Words::of("secrets");
        documented || listed
    }

    fn span(&self, field: &Field, unnamed: bool) -> Span {
        let ty = self.ir.types[field.ty].span;
        if unnamed { ty } else { field.name.span.to(ty) }
    }

    /// Whether the trait shows what a value of the type holds.
    fn shows(&self, ty: &Ty, depth: usize, newtypes: usize) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let shows = |ty: &Ty| self.shows(ty, depth + 1, newtypes);
        match ty.peel() {
            Ty::Prim(name) => *name == "str",
            Ty::Slice(inner) | Ty::Array(inner) => is_byte(inner) || shows(inner),
            Ty::Tuple(items) => items.iter().any(shows),
            Ty::Adt(Res::Ext(ext), args) => {
                let path = ext.path.as_str();
                let model = self.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
                let has = |role: &str| model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == role));
                match path {
                    "std::string::String" | "std::ffi::OsString" | "std::ffi::CString" => true,
                    _ if has("secret/wrapper") => false,
                    // Of a map the values, of a result the good ones.
                    _ if path.ends_with("Map") => args.get(1).is_some_and(shows),
                    _ if has("secret/zeroized") || is_container(path) => {
                        args.first().is_some_and(|t| is_byte(t) && path == "std::vec::Vec" || shows(t))
                    }
                    _ => false,
                }
            }
            Ty::Adt(Res::Def(id), args) => {
                newtypes < MAX_NEWTYPES && self.newtype_shows(*id, args, depth, newtypes)
            }
            _ => false,
        }
    }

    /// Whether a type is made to hide what it holds, alone or in an option.
    fn hides(&self, ty: &Ty) -> bool {
        match ty.peel() {
            Ty::Adt(Res::Ext(ext), args) => {
                let model = self.cx.catalog.type_model(ext.path, ext.krate.version.as_ref());
                model.is_some_and(|m| m.roles.iter().any(|r| r.as_str() == "secret/wrapper"))
                    || ext.path == *"std::option::Option" && args.first().is_some_and(|ty| self.hides(ty))
            }
            Ty::Adt(Res::Def(id), _) => self.is_around_one(*id) && self.implements_by_hand(*id),
            _ => false,
        }
    }

    /// A struct of the project around one value.
    fn is_around_one(&self, id: DefId) -> bool {
        self.cx.world.table.fields(id).iter().filter(|(_, ty)| !is_marker(ty)).count() == 1
    }

    /// A struct of the project around text or bytes that derives the trait. One that is a secret by its own name is
    /// reported itself.
    fn newtype_shows(&self, id: DefId, args: &[Ty], depth: usize, newtypes: usize) -> bool {
        let def = self.cx.map.def(id);
        let item = &self.cx.program.file(def.file).items[def.item];
        let fields = self.cx.world.table.fields(id);
        let ItemKind::Struct(data) = &item.kind else { return false };
        if derive_of(self.cx, item, self.derived).is_none() || self.implements_by_hand(id) {
            return false;
        }
        let reported = || {
            matches!(data.fields, Fields::Tuple(_))
                && confidence_alone(&Words::of(def.name.as_str()), None).is_some_and(|c| c > Confidence::Low)
        };
        let held: Vec<&(Symbol, Ty)> = fields.iter().filter(|(_, ty)| !is_marker(ty)).collect();
        let [(name, ty)] = held[..] else { return false };
        let name = Words::of(name.as_str());
        let params = self.cx.world.table.params(id);
        let subst: Subst = params.iter().copied().zip(args.iter().cloned()).collect();
        !is_public(&name) && !reported() && self.shows(&ty.subst(&subst), depth + 1, newtypes + 1)
    }

    pub(super) fn implements_by_hand(&self, id: DefId) -> bool {
        let impls = self.cx.map.impls_of.get(&Res::Def(id)).map_or(&[][..], Vec::as_slice);
        let is_it = |&i: &ImplId| {
            let data = &self.cx.map.impls[i];
            let ItemKind::Impl(item) = &self.cx.program.file(data.file).items[data.item].kind else {
                return false;
            };
            item.trait_.as_ref().and_then(|p| p.last()).is_some_and(|s| s.name.sym == *self.derived)
        };
        impls.iter().any(is_it)
    }
}

fn is_byte(ty: &Ty) -> bool {
    matches!(ty, Ty::Prim(name) if *name == "u8")
}

/// Bytes, also in an option or a container that wipes them.
pub(in crate::detectors) fn is_bytes(ty: &Ty) -> bool {
    let mut ty = ty.peel();
    for _ in 0..MAX_DEPTH {
        ty = match ty {
            Ty::Array(inner) | Ty::Slice(inner) => return is_byte(inner),
            Ty::Adt(Res::Ext(_), args) => match args.first() {
                Some(arg) if is_byte(arg) => return true,
                Some(arg) => arg.peel(),
                None => return false,
            },
            _ => return false,
        };
    }
    false
}

fn is_marker(ty: &Ty) -> bool {
    ty.is_ext("std::marker::PhantomData")
}

/// Types of the standard library that show what they contain.
pub(super) fn is_container(path: &str) -> bool {
    let name = path.strip_prefix("std::").and_then(|p| p.rsplit("::").next());
    matches!(
        name,
        Some(
            "Option"
                | "Result"
                | "Box"
                | "Arc"
                | "Rc"
                | "Cow"
                | "Vec"
                | "VecDeque"
                | "HashMap"
                | "BTreeMap"
                | "HashSet"
                | "BTreeSet"
                | "Mutex"
                | "RwLock"
                | "RefCell"
                | "OnceCell"
                | "OnceLock"
        )
    )
}
