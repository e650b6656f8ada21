//! `models/<crate>.toml`: what the APIs of one crate are.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use semver::{Version, VersionReq};
use serde::Deserialize;

use crate::base::Symbol;
use crate::catalog::condition::Condition;
use crate::catalog::framework::Framework;
use crate::catalog::state::{RawState, State};
use crate::catalog::{CatalogError, CostRow, Line, Owner, Role, TypeExpr};

/// The model of one package.
#[derive(Clone, Debug)]
pub struct Model {
    /// The package's name.
    pub package: String,
    /// Its library name where it differs from the package name (`md-5` has `md5`).
    pub lib: Option<String>,
    /// Whether it is of use in tests only: a package built on it, and needed by tests, is test code.
    pub for_tests: bool,
    /// Versions in whose sources every row was found.
    pub checked: Vec<Version>,
    /// Rows whose items a macro writes or another crate declares, so that the test against the sources skips them.
    pub generated: Vec<Symbol>,
    /// Paths under which items of other crates appear: `aes_gcm::aead` is `aead`.
    pub reexports: FxHashMap<Symbol, Symbol>,
    /// Types and traits.
    pub types: Vec<TypeModel>,
    /// Functions, methods, constants, variants, fields.
    pub apis: Vec<Api>,
    /// Signatures for type inference: a type, trait or module with its functions and fields.
    pub signatures: Vec<(Owner, Vec<Line>)>,
    /// What its macros define.
    pub defines: Vec<Defines>,
    /// How it declares and guards routes, if it is a web framework or belongs to one.
    pub framework: Option<Framework>,
}

/// A macro that writes items: a derive macro beside the type, another one in a module of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defines {
    /// The bare name of the macro.
    pub name: String,
    /// Names of items with the types or traits that they are modelled as.
    #[serde(default)]
    pub items: BTreeMap<String, String>,
    /// Modules inside the module that have the same items.
    #[serde(default)]
    pub modules: Vec<String>,
    /// What each name before an arrow is modelled as; only of macros that define a module.
    pub column: Option<String>,
    /// Whether it is a derive macro.
    #[serde(skip)]
    pub is_derive: bool,
}

/// A type or trait.
#[derive(Clone, Debug)]
pub struct TypeModel {
    /// Its canonical path, the library name first: `aes_gcm::Aes256Gcm`.
    pub path: Symbol,
    /// Other paths of the same type.
    pub aliases: Vec<Symbol>,
    /// Versions that have it.
    pub versions: VersionReq,
    /// What using it means.
    pub roles: Vec<Role>,
    /// What using it with certain generic arguments means.
    pub generics: Vec<RoleAt>,
    /// Modelled traits that it implements: rows of their methods hold for it.
    pub traits: Vec<Symbol>,
    /// What it is an alias of, with generic arguments: `aes_gcm::AesGcm<aes::Aes256>`.
    pub alias_of: Option<TypeExpr>,
    /// How to call it in messages: `AES-256-GCM`.
    pub display: Option<String>,
    /// What to use instead, completing "use ..".
    pub instead: Option<String>,
    /// Whether `==` on it takes the same time for any content.
    pub constant_time_eq: Option<bool>,
    /// What a value of it means when several of its fields are as they are.
    pub states: Vec<State>,
}

/// A function, method, associated function, constant, static, variant, field or macro.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Its canonical path: `reqwest::ClientBuilder::danger_accept_invalid_certs`, `aead::Aead::encrypt`.
    pub path: Symbol,
    /// Other paths of the same item.
    pub aliases: Vec<Symbol>,
    /// Versions that have it.
    pub versions: VersionReq,
    /// What its parts mean.
    pub roles: Vec<RoleAt>,
    /// Where values pass: (from, to).
    pub flows: Vec<(AccessPath, AccessPath)>,
    /// What it overwrites: with the role given to that place in `roles`, else with an unknown value.
    pub fills: Vec<AccessPath>,
    /// Fields that it sets to a constant: defaults of a constructor (`return.field(secure)`), or a switch without argument.
    pub sets: Vec<(AccessPath, Setting)>,
    /// What it says about the cost of guessing a password.
    pub cost: Option<CostRow>,
    /// Whether a method call with an unknown receiver may be matched by the bare name.
    pub distinctive: bool,
    /// How to call it in messages.
    pub display: Option<String>,
    /// What to use instead, completing "use ..".
    pub instead: Option<String>,
    /// A fact for the reader, shown as a note.
    pub note: Option<String>,
}

/// A role at a place, under a condition on the value there.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleAt {
    /// The place.
    pub at: AccessPath,
    /// What it means.
    pub role: Role,
    /// When; absent means always.
    pub when: Option<Condition>,
    /// What another place of the same call must be: the name of an option whose value is at this one.
    pub beside: Option<(AccessPath, Condition)>,
}

/// A constant that an API gives a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// `true`, `false`.
    Bool(bool),
    /// A number.
    Int(u128),
    /// `none`.
    None,
    /// A path, of a variant say.
    Path(Symbol),
}

/// A place at a call or item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessPath {
    /// `use`: naming the item at all.
    Use,
    /// `argument[n]`: without the receiver.
    Argument(usize),
    /// `argument[self]`: the receiver.
    Receiver,
    /// `return`; conversions such as `?`, `.await` and `unwrap` keep the role.
    Return,
    /// `generic[n]`: a generic argument of the call.
    Generic(usize),
    /// `argument[n].return`: what the closure given there returns.
    ClosureReturn(usize),
    /// `impl.return`: what an implementation of the method, written in the scanned code, returns on every path.
    ImplReturn,
    /// `argument[n].argument[m]`: what the closure given there receives.
    ClosureParam(usize, usize),
    /// `return.field(secure)`, `argument[self].field(tls).field(verify)`: a field of what is at a place.
    Field(Box<AccessPath>, Symbol),
}

impl AccessPath {
    /// Parses `use`, `argument[0]`, `argument[self]`, `return`, `generic[0]`, `argument[0].return`,
    /// `argument[0].argument[0]`, and fields of these: `return.field(secure)`.
    pub fn parse(text: &str) -> Option<AccessPath> {
        if let Some((place, name)) = text.strip_suffix(')').and_then(|t| t.rsplit_once(".field(")) {
            let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let place = AccessPath::parse(place).filter(|p| is_name && p.root().holds_value())?;
            return Some(AccessPath::Field(Box::new(place), Symbol::new(name)));
        }
        let indexed = |prefix: &str| text.strip_prefix(prefix)?.strip_suffix(']')?.parse().ok();
        if let Some((closure, place)) = text.split_once('.').filter(|p| p.0 != "impl") {
            return match (AccessPath::parse(closure)?, AccessPath::parse(place)?) {
                (AccessPath::Argument(n), AccessPath::Return) => Some(AccessPath::ClosureReturn(n)),
                (AccessPath::Argument(n), AccessPath::Argument(m)) => Some(AccessPath::ClosureParam(n, m)),
                _ => None,
            };
        }
        match text {
            "use" => Some(AccessPath::Use),
            "return" => Some(AccessPath::Return),
            "impl.return" => Some(AccessPath::ImplReturn),
            "argument[self]" => Some(AccessPath::Receiver),
            _ => indexed("argument[")
                .map(AccessPath::Argument)
                .or_else(|| indexed("generic[").map(AccessPath::Generic)),
        }
    }

    /// The place without fields.
    pub fn root(&self) -> &AccessPath {
        let mut at = self;
        while let AccessPath::Field(base, _) = at {
            at = base;
        }
        at
    }

    /// The fields from the root on, outermost first; none for a whole value.
    pub fn fields(&self) -> Vec<Symbol> {
        let mut out = Vec::new();
        let mut at = self;
        while let AccessPath::Field(base, name) = at {
            out.push(*name);
            at = base;
        }
        out.reverse();
        out
    }

    /// Whether a value with fields can be there.
    fn holds_value(&self) -> bool {
        matches!(self, AccessPath::Argument(_) | AccessPath::Receiver | AccessPath::Return)
    }
}

impl Setting {
    /// Parses `true`, `120_000`, `none`, `openssl::ssl::SslVerifyMode::NONE`.
    pub fn parse(text: &str) -> Option<Setting> {
        let is_path = |t: &str| {
            t.starts_with(|c: char| c.is_ascii_alphabetic())
                && t.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
        };
        match text {
            "true" => Some(Setting::Bool(true)),
            "false" => Some(Setting::Bool(false)),
            "none" => Some(Setting::None),
            number if number.starts_with(|c: char| c.is_ascii_digit()) => {
                number.replace('_', "").parse().ok().map(Setting::Int)
            }
            path => is_path(path).then(|| Setting::Path(Symbol::new(path))),
        }
    }
}

impl Api {
    /// Whether the row holds at a version; an unknown version matches.
    pub fn holds_at(&self, version: Option<&Version>) -> bool {
        holds(&self.versions, version)
    }

    /// The last segment of its path.
    pub fn name(&self) -> Symbol {
        Symbol::new(self.path.as_str().rsplit("::").next().unwrap_or_default())
    }

    /// Whether it belongs to a type or trait: `Builder::verify`, not `module::verify`.
    pub fn is_member(&self) -> bool {
        let owner = self.path.as_str().rsplit("::").nth(1).unwrap_or_default();
        owner.starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// The roles at a place.
    pub fn roles_at<'a>(&'a self, at: &'a AccessPath) -> impl Iterator<Item = &'a RoleAt> {
        self.roles.iter().filter(move |r| r.at == *at)
    }
}

impl TypeModel {
    /// Whether the row holds at a version; an unknown version matches.
    pub fn holds_at(&self, version: Option<&Version>) -> bool {
        holds(&self.versions, version)
    }

    /// Whether it has one of the roles, by itself or by a generic argument; `argument` gives the bare name of the n-th.
    pub fn has_role(&self, roles: &[Role], argument: impl Fn(usize) -> Option<Symbol>) -> bool {
        let by_argument = |r: &RoleAt| match (&r.at, &r.when) {
            (AccessPath::Generic(n), Some(Condition::OneOf(names))) => {
                argument(*n).is_some_and(|name| names.iter().any(|one| one == name.as_str()))
            }
            _ => false,
        };
        self.roles.iter().any(|r| roles.contains(r))
            || self.generics.iter().any(|r| roles.contains(&r.role) && by_argument(r))
    }
}

/// Pre-releases count as the version they precede.
fn holds(req: &VersionReq, version: Option<&Version>) -> bool {
    version.is_none_or(|v| req.matches(&Version::new(v.major, v.minor, v.patch)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawModel {
    package: String,
    lib: Option<String>,
    #[serde(default, rename = "for-tests")]
    for_tests: bool,
    #[serde(default)]
    checked: Vec<Version>,
    #[serde(default)]
    generated: Vec<String>,
    #[serde(default)]
    reexports: BTreeMap<String, String>,
    #[serde(default, rename = "type")]
    types: Vec<RawType>,
    #[serde(default, rename = "api")]
    apis: Vec<RawApi>,
    #[serde(default)]
    signatures: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "derive")]
    derives: Vec<Defines>,
    #[serde(default, rename = "module-macro")]
    module_macros: Vec<Defines>,
    framework: Option<toml::Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawType {
    path: String,
    #[serde(default)]
    aliases: Vec<String>,
    versions: Option<VersionReq>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    generics: BTreeMap<String, String>,
    #[serde(default)]
    traits: Vec<String>,
    alias_of: Option<String>,
    display: Option<String>,
    instead: Option<String>,
    constant_time_eq: Option<bool>,
    #[serde(default)]
    states: Vec<RawState>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawApi {
    path: String,
    #[serde(default)]
    aliases: Vec<String>,
    versions: Option<VersionReq>,
    #[serde(default)]
    roles: BTreeMap<String, String>,
    #[serde(default)]
    flows: Vec<String>,
    #[serde(default)]
    fills: Vec<String>,
    #[serde(default)]
    sets: BTreeMap<String, String>,
    cost: Option<toml::Table>,
    #[serde(default)]
    distinctive: bool,
    display: Option<String>,
    instead: Option<String>,
    note: Option<String>,
}

impl Model {
    /// Reads a model; `file` names it in errors.
    ///
    /// # Errors
    /// Not TOML, an unknown key, role, access path or condition.
    pub fn parse(file: &str, text: &str) -> Result<Model, CatalogError> {
        let raw: RawModel = toml::from_str(text)
            .map_err(|e| CatalogError::Parse { file: file.to_owned(), message: e.to_string() })?;
        let invalid = |message| CatalogError::Invalid { file: file.to_owned(), message };
        let types = raw.types.into_iter().map(RawType::check).collect::<Result<_, _>>().map_err(invalid)?;
        let apis = raw.apis.into_iter().map(RawApi::check).collect::<Result<_, _>>().map_err(invalid)?;
        let derives = raw.derives.into_iter().map(|d| Defines { is_derive: true, ..d });
        Ok(Model {
            defines: derives.chain(raw.module_macros).collect(),
            package: raw.package,
            lib: raw.lib,
            for_tests: raw.for_tests,
            checked: raw.checked,
            generated: symbols(&raw.generated),
            reexports: raw.reexports.iter().map(|(a, b)| (Symbol::new(a), Symbol::new(b))).collect(),
            types,
            apis,
            signatures: raw.signatures.iter().map(signatures).collect::<Result<_, _>>().map_err(invalid)?,
            framework: raw.framework.map(Framework::parse).transpose().map_err(invalid)?,
        })
    }
}

fn signatures((owner, lines): (&String, &Vec<String>)) -> Result<(Owner, Vec<Line>), String> {
    let owner = Owner::parse(owner)?;
    let lines = lines.iter().map(|l| owner.line(l)).collect::<Result<_, _>>()?;
    Ok((owner, lines))
}

/// The path of the module around an item.
fn module_of(path: &str) -> &str {
    path.rsplit_once("::").map_or("", |(module, _)| module)
}

fn symbols(list: &[String]) -> Vec<Symbol> {
    list.iter().map(|s| Symbol::new(s)).collect()
}

pub(super) fn role(name: &str, path: &str) -> Result<Role, String> {
    Role::parse(name).ok_or_else(|| {
        let known = super::nearest(name, super::role::ROLES.iter().map(|r| r.0));
        let hint = known.map_or(String::new(), |k| format!(", did you mean `{k}`?"));
        format!("unknown role `{name}` of `{path}`{hint}")
    })
}

fn access(text: &str, path: &str) -> Result<AccessPath, String> {
    AccessPath::parse(text).ok_or_else(|| format!("unknown access path `{text}` of `{path}`"))
}

impl RawType {
    fn check(self) -> Result<TypeModel, String> {
        let generic = |(at, text): (&String, &String)| {
            let found = parse_role(at, text, &self.path)?;
            let named =
                matches!((&found.at, &found.when), (AccessPath::Generic(_), Some(Condition::OneOf(_))));
            named.then_some(found).ok_or_else(|| {
                format!("`generics` of `{}` are like `\"generic[1]\" = \"role if in U4, U8\"`", self.path)
            })
        };
        Ok(TypeModel {
            generics: self.generics.iter().map(generic).collect::<Result<_, _>>()?,
            roles: self.roles.iter().map(|r| role(r, &self.path)).collect::<Result<_, _>>()?,
            path: Symbol::new(&self.path),
            aliases: symbols(&self.aliases),
            versions: self.versions.unwrap_or(VersionReq::STAR),
            traits: symbols(&self.traits),
            alias_of: self.alias_of.map(|a| TypeExpr::parse(&a, module_of(&self.path))).transpose()?,
            display: self.display,
            instead: self.instead,
            constant_time_eq: self.constant_time_eq,
            states: self.states.into_iter().map(|s| s.check(&self.path)).collect::<Result<_, _>>()?,
        })
    }
}

impl RawApi {
    fn check(self) -> Result<Api, String> {
        let mut roles = Vec::new();
        for (at, text) in &self.roles {
            for part in text.split(';') {
                roles.push(parse_role(at, part.trim(), &self.path)?);
            }
        }
        let flow = |text: &String| {
            let (from, to) = text.split_once("->").ok_or_else(|| format!("flow `{text}` without `->`"))?;
            Ok::<_, String>((access(from.trim(), &self.path)?, access(to.trim(), &self.path)?))
        };
        let set = |(at, text): (&String, &String)| {
            let at = access(at, &self.path)?;
            let setting = Setting::parse(text).filter(|_| !at.fields().is_empty());
            setting
                .map(|s| (at, s))
                .ok_or_else(|| format!("`sets` of `{}` gives a field a constant", self.path))
        };
        Ok(Api {
            sets: self.sets.iter().map(set).collect::<Result<_, _>>()?,
            flows: self.flows.iter().map(flow).collect::<Result<_, _>>()?,
            fills: self.fills.iter().map(|f| access(f, &self.path)).collect::<Result<_, _>>()?,
            cost: self.cost.map(|raw| CostRow::parse(&raw, &self.path)).transpose()?,
            roles,
            path: Symbol::new(&self.path),
            aliases: symbols(&self.aliases),
            versions: self.versions.unwrap_or(VersionReq::STAR),
            distinctive: self.distinctive,
            display: self.display,
            instead: self.instead,
            note: self.note,
        })
    }
}

/// Reads `role`, `role if condition` and `role if condition where place condition`.
fn parse_role(at: &str, text: &str, path: &str) -> Result<RoleAt, String> {
    let condition =
        |text: &str| Condition::parse(text).ok_or_else(|| format!("unknown condition `{text}` of `{path}`"));
    let (text, beside_of) = text.split_once(" where ").map_or((text, None), |(t, b)| (t, Some(b)));
    let (name, when) = text.split_once(" if ").map_or((text, None), |(t, c)| (t, Some(c)));
    let beside = |text: &str| {
        let (place, when) = text.trim().split_once(' ').unwrap_or((text, ""));
        Ok::<_, String>((access(place, path)?, condition(when)?))
    };
    Ok(RoleAt {
        at: access(at, path)?,
        role: role(name.trim(), path)?,
        when: when.map(condition).transpose()?,
        beside: beside_of.map(beside).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_may_depend_on_another_place_of_the_call() {
        let role = |text: &str| parse_role("argument[1]", text, "x::Config::set");
        let read = role("secret/password where argument[0] in sasl.password").unwrap();
        let wanted = Condition::OneOf(vec!["sasl.password".to_owned()]);
        assert_eq!((read.when, read.beside), (None, Some((AccessPath::Argument(0), wanted))));
        let read = role("tls/certificate-check-off if in false where argument[0] like *verif*").unwrap();
        assert!(read.when.is_some() && read.beside.is_some());
        for wrong in ["secret/password where argument[0]", "secret/password where nowhere like a"] {
            assert!(role(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_row_is_read_with_condition_and_version() {
        let text = r#"
            package = "x-y"
            lib = "xy"
            [[api]]
            path = "xy::Builder::verify"
            versions = ">=0.3, <0.5"
            roles = { "argument[0]" = "tls/certificate-check-off if false" }
        "#;
        let model = Model::parse("x-y.toml", text).unwrap();
        let api = &model.apis[0];
        assert_eq!(api.roles[0].when, Some(Condition::Bool(false)));
        assert!(api.holds_at(Some(&Version::new(0, 4, 9))));
        assert!(!api.holds_at(Some(&Version::new(0, 5, 0))));
        assert_eq!(api.name(), "verify");
    }

    #[test]
    fn places_of_closures_and_implementations_are_read() {
        assert_eq!(AccessPath::parse("argument[1].return"), Some(AccessPath::ClosureReturn(1)));
        assert_eq!(AccessPath::parse("argument[1].argument[0]"), Some(AccessPath::ClosureParam(1, 0)));
        assert_eq!(AccessPath::parse("impl.return"), Some(AccessPath::ImplReturn));
        assert_eq!(AccessPath::parse("return.argument[0]"), None);
        assert_eq!(AccessPath::parse("argument[1].use"), None);
    }

    #[test]
    fn places_of_fields_have_a_root_and_a_path() {
        let place = AccessPath::parse("argument[self].field(tls).field(verify)").unwrap();
        assert_eq!(place.root(), &AccessPath::Receiver);
        assert_eq!(place.fields(), vec![Symbol::new("tls"), Symbol::new("verify")]);
        assert_eq!(AccessPath::parse("use.field(a)"), None);
        assert_eq!(AccessPath::parse("return.field()"), None);
        assert_eq!(AccessPath::parse("return.field(a-b)"), None);
    }

    #[test]
    fn a_default_is_a_constant_of_a_field() {
        let row = |sets: &str| {
            Model::parse(
                "x.toml",
                &format!("package = \"x\"\n[[api]]\npath = \"x::A::new\"\nsets = {sets}\n"),
            )
        };
        let model = row("{ \"return.field(rounds)\" = \"10_000\" }").unwrap();
        assert_eq!(model.apis[0].sets[0].1, Setting::Int(10_000));
        assert!(row("{ \"return\" = \"false\" }").is_err());
        assert!(row("{ \"return.field(a)\" = \"-\" }").is_err());
    }

    #[test]
    fn a_wrong_role_names_the_right_one() {
        let text = "package = \"x\"\n[[type]]\npath = \"x::Y\"\nroles = [\"hash/waek\"]\n";
        let error = Model::parse("x.toml", text).unwrap_err().to_string();
        assert!(error.contains("did you mean `hash/weak`?"), "{error}");
    }
}
