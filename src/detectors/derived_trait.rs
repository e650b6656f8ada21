//! A derived trait shows the content of secret fields.
//!
//! For every struct and enum with such a derive: a field counts if its name is that of a secret and its type shows what it holds. A
//! type shows its content if it is text or bytes, a container of that, or a struct of the project around that which derives
//! the trait too; one that hides it by a model or by an implementation of its own does not, and of other types nothing is
//! known. `struct Password(String)` and `Password(String)` of an enum go by the name of the struct or variant.
//!
//! Names are of three kinds: plain ones (`password`, `access_token`); vague ones (`token`, `code`, `seed`), which need a witness
//! in the name of the type; derived values (`signature`, `password_hash`), which are at most worth a look.

use crate::base::{Span, Symbol};
use crate::catalog::Lint;
use crate::detectors::Context;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{Attr, Field, Fields, FileIr, Item, ItemKind};
use crate::resolve::{DefId, DefKind, ImplId, Res};
use crate::types::Ty;

/// Types inside of types are looked at this deep, structs of the project included.
const MAX_DEPTH: usize = 6;
/// Structs around a secret, one in the other.
const MAX_NEWTYPES: usize = 2;

/// Words that name a secret wherever they stand.
const PLAIN: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "passphrase",
    "passphrases",
    "passcode",
    "pwd",
    "secret",
    "secrets",
    "privkey",
    "apikey",
    "apikeys",
    "authtoken",
    "mnemonic",
    "pepper",
    "secretkey",
    "accesstoken",
    "refreshtoken",
];
/// Pairs of words that do.
const PLAIN_PAIRS: &[(&str, &str)] = &[
    ("private", "key"),
    ("private", "keys"),
    ("secret", "key"),
    ("secret", "keys"),
    ("api", "key"),
    ("api", "keys"),
    ("signing", "key"),
    ("encryption", "key"),
    ("decryption", "key"),
    ("master", "key"),
    ("shared", "key"),
    ("hmac", "key"),
    ("account", "key"),
    ("session", "key"),
    ("cookie", "key"),
    ("jwt", "key"),
    ("pre", "shared"),
    ("access", "token"),
    ("refresh", "token"),
    ("auth", "token"),
    ("session", "token"),
    ("bearer", "token"),
    ("api", "token"),
    ("api", "tokens"),
    ("reset", "token"),
    ("csrf", "token"),
    ("oauth", "token"),
    ("bot", "token"),
    ("id", "token"),
    ("jwt", "token"),
    ("security", "token"),
    ("login", "token"),
    ("invite", "token"),
    ("verification", "token"),
    ("recovery", "code"),
    ("backup", "code"),
    ("recovery", "codes"),
    ("backup", "codes"),
    ("auth", "code"),
    ("authorization", "code"),
    ("code", "verifier"),
    ("seed", "phrase"),
    ("recovery", "phrase"),
    ("private", "pem"),
    ("device", "code"),
];
/// Words that may name a secret.
const VAGUE: &[&str] = &[
    "token",
    "tokens",
    "key",
    "seed",
    "pin",
    "otp",
    "totp",
    "jwt",
    "bearer",
    "credential",
    "credentials",
    "code",
    "csrf",
    "pass",
];
/// Words of what is computed from a secret and often public.
const DERIVED: &[&str] = &[
    "hash",
    "hashed",
    "signature",
    "sig",
    "mac",
    "hmac",
    "digest",
    "tag",
    "encrypted",
    "cipher",
    "ciphertext",
    "sealed",
    "enc",
    "encapsulated",
    "salt",
    "wrapped",
    "fingerprint",
    "checksum",
    "nonce",
];
/// Words of fields beside a `pwd` that is a working directory.
const SHELL: &[&str] = &["shell", "cmdline", "cmd", "command", "cwd", "home", "exit"];

/// Words of fields that are shown to everybody, also inside of a struct that is named like a secret.
const PUBLIC: &[&str] = &["salt", "id", "name", "username", "url", "nonce", "kind", "type", "prefix"];

/// Words that say, beside those of [`Words::name_metadata`], that a name is about a secret.
const ABOUT: &[&str] = &[
    "required",
    "cost",
    "strength",
    "rounds",
    "command",
    "cmd",
    "dir",
    "directory",
    "ref",
    "refs",
    "reference",
    "template",
    "pattern",
    "claim",
    "claims",
    "audience",
    "scope",
    "scopes",
    "host",
    "realm",
    "rule",
    "rules",
    "validation",
    "validator",
    "generator",
    "hasher",
    "lifetime",
    "duration",
    "age",
    "validity",
    "method",
    "expected",
    "unexpected",
    "invalid",
    "missing",
    "unknown",
    "bad",
    "wrong",
    "lookup",
    "selector",
    "location",
    "backend",
    "engine",
    "namespace",
    "question",
    "charset",
    "alphabet",
    "rest",
    "help",
    "text",
    "kms",
    "changed",
    "created",
    "updated",
    "at",
    "by",
    "not",
    "no",
    "without",
    "requires",
    "challenge",
    "tokenizer",
    "response",
    "request",
    "allowed",
    "verifying",
    "verify",
    "event",
    "keyring",
    "class",
    "style",
    "property",
    "query",
    "documentation",
    "docs",
    "example",
];
/// Words of types that are about a language, a schema or a place, not about an account.
const OTHER_WORLDS: &[&str] = &[
    "policy",
    "schema",
    "ref",
    "reference",
    "selector",
    "lexer",
    "parser",
    "tokenizer",
    "grammar",
    "syntax",
    "ast",
    "span",
    "requirements",
    "labels",
    "names",
    "columns",
    "headers",
    "values",
    "mapping",
    "cursor",
    "pagination",
    "page",
    "completion",
    "keyword",
];
/// Words of types that hold what opens something.
const WITNESSES: &[&str] = &[
    "auth",
    "oauth",
    "oauth2",
    "oidc",
    "credential",
    "credentials",
    "login",
    "signin",
    "session",
    "wallet",
    "authentication",
    "authorization",
    "authenticator",
    "secret",
    "secrets",
    "bearer",
    "account",
    "user",
    "jwt",
    "token",
    "password",
    "mfa",
    "otp",
    "totp",
    "apikey",
    "identity",
    "pairing",
    "vault",
];
/// Of these, what makes a `key` or `seed` one.
const KEY_WITNESSES: &[&str] = &[
    "credential",
    "credentials",
    "wallet",
    "secret",
    "secrets",
    "cipher",
    "encryption",
    "encryptor",
    "crypto",
    "signer",
    "private",
    "keypair",
    "apikey",
    "hmac",
    "aead",
    "vault",
];

/// A field that is shown.
struct Shown {
    name: Symbol,
    span: Span,
    confidence: Confidence,
}

/// Findings of a `derived-trait` lint: one for each type.
pub fn detect(cx: &Context<'_>, lint: &Lint, traits: &[String]) -> Vec<Finding> {
    let mut out = Vec::new();
    for (id, def) in cx.map.defs.iter() {
        if !matches!(def.kind, DefKind::Struct | DefKind::Enum) {
            continue;
        }
        let ir = cx.program.file(def.file);
        let item = &ir.items[def.item];
        for name in traits {
            let Some(derive) = derive_of(cx, item, name) else { continue };
            if !is_generated(ir, item) {
                let shown = Judge { cx, id, ir, derived: name }.shown(item);
                out.extend(report(cx, lint, id, name, derive, shown));
            }
        }
    }
    out
}

/// The place of a trait's name in a derive that is not for tests only.
fn derive_of(cx: &Context<'_>, item: &Item, name: &str) -> Option<Span> {
    let derives = item.attrs.iter().filter(|a| a.name() == "derive" && !for_tests_only(cx, a));
    let is_it = |n: Symbol| n.as_str().rsplit("::").next().is_some_and(|last| last.trim() == name);
    derives.flat_map(|a| &a.args).find(|arg| arg.name.is_some_and(is_it)).map(|arg| arg.span)
}

/// `#[cfg_attr(test, derive(Debug))]`.
fn for_tests_only(cx: &Context<'_>, attr: &Attr) -> bool {
    let text: String = cx.program.sources.slice(attr.span).split_whitespace().collect();
    text.starts_with("#[cfg_attr(test,") || text.starts_with("#[cfg_attr(all(test,")
}

/// Code that a program wrote is changed where it comes from.
fn is_generated(ir: &FileIr, item: &Item) -> bool {
    let marked = |text: &str| {
        let text = text.to_lowercase();
        text.contains("@generated")
            || text.contains("generated by")
            || text.contains("automatically generated")
    };
    ir.comments.iter().take(5).any(|c| marked(&c.text))
        || item.attrs.iter().any(|a| a.name() == "automatically_derived")
}

struct Judge<'a> {
    cx: &'a Context<'a>,
    id: DefId,
    ir: &'a FileIr,
    /// The trait.
    derived: &'a str,
}

impl Judge<'_> {
    fn shown(&self, item: &Item) -> Vec<Shown> {
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

    /// The fields that are shown; `alone` is the name that a single field without one goes by.
    fn fields(&self, fields: &Fields, id: DefId, owner: &Words, alone: Option<Symbol>) -> Vec<Shown> {
        if owner.has_any(OTHER_WORLDS) {
            return Vec::new();
        }
        let types = self.cx.world.table.fields(id);
        let list = fields.list();
        let shell = list.iter().any(|f| Words::of(f.name.sym.as_str()).has_any(SHELL));
        let judge = |(n, field): (usize, &Field)| {
            if shell && Words::of(field.name.sym.as_str()).has("pwd") {
                return None;
            }
            let name = match alone {
                Some(name) if list.len() == 1 => name,
                Some(_) => return None,
                None => field.name.sym,
            };
            let ty = &types.get(n)?.1;
            let confidence = match alone {
                Some(_) => confidence_alone(&Words::of(name.as_str()), self.is_variant(id).then_some(owner))?,
                None => confidence(&Words::of(name.as_str()), owner)?,
            };
            let visible = !self.is_silenced(field) && self.shows(ty, 0, 0);
            visible.then(|| Shown { name, span: self.span(field, alone.is_some()), confidence })
        };
        list.iter().enumerate().filter_map(judge).collect()
    }

    fn is_variant(&self, id: DefId) -> bool {
        matches!(self.cx.map.def(id).kind, DefKind::Variant(..))
    }

    /// Derives of other crates let a field be left out; a `'static` text is no secret of an account.
    fn is_silenced(&self, field: &Field) -> bool {
        let other = |a: &Attr| {
            matches!(a.name().as_str(), "debug" | "derivative" | "educe" | "derive_where" | "redact")
        };
        let text = self.cx.program.sources.slice(self.ir.types[field.ty].span);
        field.attrs.iter().any(other) || text.contains("'static")
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
                    _ if has("secret/zeroized") || is_container(path) => {
                        args.iter().any(|t| is_byte(t) && path == "std::vec::Vec" || shows(t))
                    }
                    _ => false,
                }
            }
            Ty::Adt(Res::Def(id), _) => newtypes < MAX_NEWTYPES && self.newtype_shows(*id, depth, newtypes),
            _ => false,
        }
    }

    /// A struct of the project around text or bytes that derives the trait. One that is a secret by its own name is
    /// reported itself.
    fn newtype_shows(&self, id: DefId, depth: usize, newtypes: usize) -> bool {
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
        let held: Vec<&Ty> = fields.iter().map(|(_, ty)| ty).filter(|ty| !is_marker(ty)).collect();
        let [only] = held[..] else { return false };
        let public = data.fields.list().iter().any(|f| Words::of(f.name.sym.as_str()).has_any(PUBLIC));
        !public && !reported() && self.shows(only, depth + 1, newtypes + 1)
    }

    fn implements_by_hand(&self, id: DefId) -> bool {
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

fn is_marker(ty: &Ty) -> bool {
    ty.is_ext("std::marker::PhantomData")
}

/// Types of the standard library that show what they contain.
fn is_container(path: &str) -> bool {
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

/// How sure it is that a field of this name in a type with these words is a secret.
fn confidence(name: &Words, owner: &Words) -> Option<Confidence> {
    if name.name_metadata() || name.has_any(ABOUT) {
        return None;
    }
    let plain = name.head_is(PLAIN, PLAIN_PAIRS);
    let vague = name.head_is(VAGUE, &[]);
    if name.has_any(DERIVED) {
        let stored = plain
            && name.has_any(&["password", "passwd", "pwd"])
            && !name.has_any(&["encrypted", "salt", "sealed"]);
        return match stored {
            true => Some(Confidence::Medium),
            false => (plain || vague).then_some(Confidence::Low),
        };
    }
    if plain {
        return Some(Confidence::High);
    }
    if !vague {
        return None;
    }
    // By itself the public half of a pair.
    if name.has_pair("access", "key") {
        return Some(Confidence::Low);
    }
    let witnesses = if name.has_any(&["key", "seed"]) { KEY_WITNESSES } else { WITNESSES };
    let error = owner.has_any(&["error", "err", "kind", "type"]);
    Some(if owner.has_any(witnesses) && !error { Confidence::Medium } else { Confidence::Low })
}

/// The same for a struct or variant around one value. The whole name must speak of a secret; a variant needs a witness in the
/// name of its enum.
fn confidence_alone(name: &Words, variant_of: Option<&Words>) -> Option<Confidence> {
    let found = confidence(name, &Words::default())?;
    match variant_of {
        None => Some(found),
        Some(owner) if owner.has_any(WITNESSES) && !owner.has_any(&["error", "err", "kind", "type"]) => {
            Some(found.min(Confidence::Medium))
        }
        Some(_) => Some(Confidence::Low),
    }
}

fn report(
    cx: &Context<'_>,
    lint: &Lint,
    id: DefId,
    derived: &str,
    derive: Span,
    mut shown: Vec<Shown>,
) -> Option<Finding> {
    let confidence = shown.iter().map(|s| s.confidence).max()?;
    // Weak names are not listed beside strong ones.
    shown.retain(|s| s.confidence > Confidence::Low || confidence == Confidence::Low);
    let (first, rest) = shown.split_first()?;
    let owner = cx.map.def(id).name;
    let what = match rest {
        _ if first.name == owner => "its content".to_owned(),
        [] => format!("`{}`", first.name),
        [second] => format!("`{}` and `{}`", first.name, second.name),
        [..] => format!("`{}` and {} more secrets", first.name, rest.len()),
    };
    let message = format!("derived `{derived}` of `{owner}` shows {what}");
    let mut finding = cx.finding(lint, id, first.span, "printed in the clear", message);
    finding.confidence = confidence;
    finding.context.push(Label::new(derive, format!("`{derived}` is derived here")));
    finding.context.extend(rest.iter().map(|s| Label::new(s.span, "printed too")));
    finding.help.push(match wrapper(cx, id) {
        Some(path) => format!("use `{path}` as the type, which does not print its content"),
        None => {
            format!("implement `{derived}` by hand and leave the secret out, or wrap it in a type that does")
        }
    });
    Some(finding)
}

/// A type that hides its content, of a crate that the project depends on.
fn wrapper(cx: &Context<'_>, id: DefId) -> Option<String> {
    let externs = &cx.map.crates[cx.map.def(id).krate].externs;
    let mut found: Vec<&str> = externs
        .values()
        .filter_map(|res| if let Res::Ext(ext) = res { Some(&ext.krate) } else { None })
        .filter_map(|krate| Some((krate, cx.catalog.models.get(krate.package.as_str())?)))
        .flat_map(|(krate, model)| model.types.iter().filter(|t| t.holds_at(krate.version.as_ref())))
        .filter(|t| t.roles.iter().any(|r| r.as_str() == "secret/wrapper"))
        .map(|t| t.path.as_str())
        .collect();
    found.sort_unstable();
    found.iter().find(|path| path.ends_with("String")).or(found.first()).map(|path| (*path).to_owned())
}
