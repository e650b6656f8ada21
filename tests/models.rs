//! The models as data: they load, their targets exist, no row says a thing twice, every role is given by some row.
//!
//! With `SECURE_LINT_CRATES=dir` the rows are also looked up by name in the sources `dir/<package>-<version>/` of every
//! version that a model calls checked. A row inherited from a modelled trait is looked up there; rows under `generated`
//! are written by macros and skipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cargo_secure_lint::base::Symbol;
use cargo_secure_lint::catalog::role::ROLES;
use cargo_secure_lint::catalog::{Catalog, Line, Model, Role, TypeExpr};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn catalog() -> Catalog {
    Catalog::embedded().expect("the data files are right")
}

fn lib(model: &Model) -> String {
    model.lib.clone().unwrap_or_else(|| model.package.replace('-', "_"))
}

fn assert_none(found: &[String], what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn a_model_is_named_after_its_package() {
    let catalog = catalog();
    let files = fs::read_dir(root().join("models")).expect("models exist");
    let names: BTreeSet<String> =
        files.filter_map(|f| Some(f.ok()?.file_name().to_str()?.strip_suffix(".toml")?.to_owned())).collect();
    assert_eq!(names, catalog.models.keys().cloned().collect());
}

#[test]
fn no_row_says_a_thing_twice() {
    let mut seen = BTreeMap::new();
    let mut twice = Vec::new();
    for model in catalog().models.values() {
        let types = model.types.iter().flat_map(|t| rows("type", &t.path, &t.aliases, &t.versions));
        let apis = model.apis.iter().flat_map(|a| rows("api", &a.path, &a.aliases, &a.versions));
        for row in types.chain(apis) {
            if let Some(other) = seen.insert(row.clone(), model.package.clone()) {
                twice.push(format!("{row:?} in {other} and {}", model.package));
            }
        }
        for (owner, lines) in &model.signatures {
            let names: Vec<String> = lines.iter().map(line_name).collect();
            let distinct: BTreeSet<&String> = names.iter().collect();
            if distinct.len() < names.len() {
                twice.push(format!("signatures of {} in {}: {names:?}", owner.path, model.package));
            }
        }
    }
    assert_none(&twice, "said twice");
}

fn rows(
    kind: &'static str,
    path: &Symbol,
    aliases: &[Symbol],
    versions: &semver::VersionReq,
) -> Vec<(&'static str, String, String)> {
    let row = |p: &Symbol| (kind, p.as_str().to_owned(), versions.to_string());
    std::iter::once(path).chain(aliases).map(row).collect()
}

fn line_name(line: &Line) -> String {
    match line {
        Line::Function(signature) => signature.name.to_string(),
        Line::Field(name, _) => format!("field.{name}"),
    }
}

#[test]
fn what_a_row_points_to_exists() {
    let catalog = catalog();
    let libs: BTreeSet<String> = catalog.models.values().map(lib).collect();
    let known = known_paths(&catalog);
    let is_known = |path: &str| {
        let first = path.split("::").next().unwrap_or_default();
        let canonical = catalog.canonical(path).to_string();
        !libs.contains(first)
            || path == first
            || known.range(canonical.clone()..).next().is_some_and(|k| {
                k.strip_prefix(&canonical).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            })
    };
    let mut lost = Vec::new();
    for model in catalog.models.values() {
        let prefix = lib(model);
        let paths = model.types.iter().map(|t| t.path).chain(model.apis.iter().map(|a| a.path));
        let primitive = |p: &str| model.package == "std" && !p.starts_with("std::");
        lost.extend(
            paths
                .filter(|p| !p.as_str().starts_with(&format!("{prefix}::")) && !primitive(p.as_str()))
                .map(|p| format!("{}: {p} is not in {prefix}", model.package)),
        );
        for ty in &model.types {
            for target in ty.traits.iter().filter(|t| catalog.type_model(**t, None).is_none()) {
                lost.push(format!("{}: trait {target} of {}", model.package, ty.path));
            }
            if let Some(TypeExpr::Path(target, _)) = &ty.alias_of
                && !is_known(target.as_str())
            {
                lost.push(format!("{}: {} is an alias of {target}", model.package, ty.path));
            }
        }
        let targets = model.reexports.iter().filter(|(_, to)| !is_known(to.as_str()));
        lost.extend(targets.map(|(from, to)| format!("{}: re-export {from} of {to}", model.package)));
    }
    assert_none(&lost, "targets that no model has");
}

fn known_paths(catalog: &Catalog) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for model in catalog.models.values() {
        known.extend(model.types.iter().map(|t| t.path.to_string()));
        known.extend(model.apis.iter().map(|a| a.path.to_string()));
        known.extend(model.signatures.iter().map(|(owner, _)| owner.path.to_string()));
        known.extend(model.reexports.keys().map(ToString::to_string));
        if let Some(table) = &model.framework {
            known.extend(
                table.functions.keys().chain(table.layers.keys()).chain(table.extractors.keys()).cloned(),
            );
            known.extend(table.nodes.iter().cloned());
            known.extend(table.services.iter().flat_map(|s| [s.request.clone(), s.answer.clone()]));
        }
    }
    known
}

#[test]
fn a_signature_uses_canonical_names() {
    let catalog = catalog();
    let mut wrong = Vec::new();
    for (owner, lines) in catalog.models.values().flat_map(|m| &m.signatures) {
        let mut names = vec![owner.path];
        for line in lines {
            match line {
                Line::Function(s) => s.params.iter().chain([&s.ret]).for_each(|t| names_in(t, &mut names)),
                Line::Field(_, ty) => names_in(ty, &mut names),
            }
        }
        let moved = names.into_iter().filter(|n| catalog.canonical(n.as_str()) != *n);
        wrong.extend(moved.map(|n| format!("{}: {n} is {}", owner.path, catalog.canonical(n.as_str()))));
    }
    // `md5::Digest` is a struct of one package and a re-export of another with the same library name.
    wrong.retain(|w| !w.contains("md5::Digest"));
    wrong.dedup();
    assert_none(&wrong, "re-exported names in signatures");
}

fn names_in(ty: &TypeExpr, names: &mut Vec<Symbol>) {
    match ty {
        TypeExpr::Path(name, args) => {
            names.push(*name);
            args.iter().for_each(|a| names_in(a, names));
        }
        TypeExpr::Ref(inner, _) | TypeExpr::Slice(inner) | TypeExpr::Array(inner) => names_in(inner, names),
        TypeExpr::Tuple(types) => types.iter().for_each(|t| names_in(t, names)),
        TypeExpr::Fn(params, ret) => {
            params.iter().for_each(|t| names_in(t, names));
            names_in(ret, names);
        }
        TypeExpr::SelfType | TypeExpr::Never | TypeExpr::Unknown => {}
    }
}

#[test]
fn every_role_is_given_by_some_row() {
    let catalog = catalog();
    let mut given = BTreeSet::new();
    for model in catalog.models.values() {
        given.extend(model.types.iter().flat_map(|t| &t.roles).copied());
        given.extend(model.types.iter().flat_map(|t| &t.generics).map(|r| r.role));
        given.extend(model.apis.iter().flat_map(|a| &a.roles).map(|r| r.role));
    }
    let all: BTreeSet<Role> = ROLES.iter().filter_map(|(name, _)| Role::parse(name)).collect();
    let orphans: Vec<String> = all.difference(&given).map(ToString::to_string).collect();
    assert_none(&orphans, "roles that no model gives");
}

/// Roles that nothing reads, and why they are given all the same.
const UNREAD: &[(&str, &str)] = &[
    ("cipher/block", "tells the bare permutation from what the same traits do with padding, which is ECB"),
    ("cors/credentials", "harmless alone: only policies that also let any origin in are told"),
    ("encode/text", "lists the conversions that keep the content, for those who add rows"),
    ("input/data", "an origin: what was read is no constant"),
    ("rng/secure", "an origin: what it gives is no constant and not predictable"),
    (
        "tls/verifier",
        "marks where a hand-written verifier is installed; its body is judged where it is written",
    ),
];

/// A role is read where a lint names it as a parameter, or where the program asks for it.
#[test]
fn every_role_is_read_or_says_why_not() {
    let lints = rust_and_toml(&root().join("lints"), &["lint.toml"]);
    // What a role is called in messages does not read it.
    let sources = rust_and_toml(&root().join("src"), &[".rs"]);
    let program =
        sources.iter().filter(|(path, _)| !path.ends_with("role.rs") && !path.ends_with("constant_bound.rs"));
    let texts: Vec<&String> = lints.iter().chain(program).map(|(_, text)| text).collect();
    let read = |role: &str| texts.iter().any(|text| text.contains(&format!("\"{role}\"")));
    let mut wrong: Vec<String> = Vec::new();
    for (role, _) in ROLES {
        let excused = UNREAD.iter().any(|(name, _)| name == role);
        if !read(role) && !excused {
            wrong.push((*role).to_owned());
        }
    }
    let unknown = UNREAD.iter().filter(|(name, reason)| reason.is_empty() || Role::parse(name).is_none());
    wrong.extend(unknown.map(|(name, _)| format!("{name} is excused and no role")));
    assert_none(&wrong, "roles without a reader");
}

fn rust_and_toml(dir: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut stack = vec![dir.to_owned()];
    while let Some(next) = stack.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                stack.push(path);
            } else if endings.iter().any(|end| name.ends_with(end)) {
                out.push((name, fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    out
}

#[test]
fn a_path_is_followed_to_the_package_that_declares_it() {
    let catalog = catalog();
    assert_eq!(catalog.canonical_in("md-5", "md5::Digest::digest"), "digest::Digest::digest");
    assert_eq!(catalog.canonical_in("md5", "md5::Digest"), "md5::Digest");
    assert_eq!(catalog.canonical_in("aes-gcm", "aes_gcm::aead::KeyInit::new"), "crypto_common::KeyInit::new");
}

#[test]
fn a_method_is_found_through_traits_and_a_row_of_the_type_wins() {
    let catalog = catalog();
    let members = |owner: &str, name: &str| -> Vec<String> {
        let found = catalog.members(Symbol::new(owner), Symbol::new(name), None);
        found.iter().map(|a| a.path.to_string()).collect()
    };
    assert_eq!(members("aes_gcm::Aes256Gcm", "encrypt"), ["aead::Aead::encrypt"]);
    assert_eq!(members("hmac::Hmac", "new_from_slice"), ["hmac::Hmac::new_from_slice"]);
    assert_eq!(members("rand::rngs::OsRng", "fill_bytes"), [""; 0]);
    assert_eq!(members("std::vec::Vec", "clone"), ["std::clone::Clone::clone"]);
    assert_eq!(members("std::string::String", "clone"), ["std::string::String::clone"]);
    assert_eq!(members("rand_core::OsRng", "fill_bytes"), ["rand_core::RngCore::fill_bytes"]);
    let finish =
        catalog.signature(Symbol::new("hmac::Hmac"), Symbol::new("finalize")).expect("from its trait");
    assert!(
        matches!(&finish.ret, TypeExpr::Path(name, args) if *name == "digest::CtOutput" && args[..] == [TypeExpr::SelfType])
    );
}

#[test]
fn the_glossary_lists_every_role() {
    let path = root().join("models/README.md");
    let page = fs::read_to_string(&path).expect("models/README.md");
    let (begin, end) = ("<!-- roles -->\n", "<!-- /roles -->");
    let from = page.find(begin).expect("begin of the glossary") + begin.len();
    let to = page.find(end).expect("end of the glossary");
    let rows = ROLES.iter().map(|(name, meaning)| format!("| `{name}` | {meaning} |\n"));
    let table = format!("\n| Role | Meaning |\n|---|---|\n{}\n", rows.collect::<String>());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{}{table}{}", &page[..from], &page[to..])).expect("the page is writable");
    } else {
        assert_eq!(&page[from..to], table, "run with UPDATE_DOCS=1 to rewrite the glossary");
    }
}

#[test]
fn the_page_explains_every_key_of_a_framework() {
    let page = fs::read_to_string(root().join("models/README.md")).expect("models/README.md");
    let section = page.split("\n## ").find(|s| s.starts_with("Frameworks")).expect("the section");
    let mut unexplained = BTreeSet::new();
    for name in catalog().models.keys() {
        let text = fs::read_to_string(root().join(format!("models/{name}.toml"))).expect("the model");
        let model: toml::Table = toml::from_str(&text).expect("TOML");
        let Some(table) = model.get("framework").and_then(toml::Value::as_table) else { continue };
        keys_of_framework(table, &mut unexplained);
    }
    unexplained.retain(|key| !section.contains(&format!("`{key}`")));
    assert!(unexplained.is_empty(), "not in models/README.md: {unexplained:?}");
}

/// The keys of the table itself, and of its rows, which are named by paths.
fn keys_of_framework(table: &toml::Table, out: &mut BTreeSet<String>) {
    let keys = |row: &toml::Value| row.as_table().map(|t| t.keys().cloned().collect()).unwrap_or_default();
    let operation = |row: &toml::Value| row.get("op").and_then(toml::Value::as_str).map(str::to_owned);
    out.extend(table.keys().cloned());
    for (name, value) in table {
        let rows = value.as_table().into_iter().flat_map(|t| t.values());
        match name.as_str() {
            "attributes" | "schemes" => out.extend(rows.flat_map(keys).collect::<Vec<String>>()),
            "functions" => out.extend(rows.filter_map(operation)),
            "methods" => out.extend(rows.filter_map(|r| r.as_array()).flatten().filter_map(operation)),
            "services" | "fields" => out.extend::<Vec<String>>(keys(value)),
            _ => {}
        }
    }
}

#[test]
fn checked_rows_are_declared_in_the_sources() {
    let Some(dir) = std::env::var_os("SECURE_LINT_CRATES") else { return };
    let catalog = catalog();
    let mut lost = Vec::new();
    for model in catalog.models.values() {
        for version in &model.checked {
            let source = Path::new(&dir).join(format!("{}-{version}", model.package));
            // What a package re-exports of its own core is declared there.
            let cores =
                ["-", "_"].map(|dash| Path::new(&dir).join(format!("{}{dash}core-{version}", model.package)));
            let names: BTreeSet<String> =
                declared(&source).into_iter().chain(cores.iter().flat_map(|core| declared(core))).collect();
            if names.is_empty() {
                lost.push(format!("{} has no Rust files", source.display()));
                continue;
            }
            lost.extend(undeclared(&catalog, model, version, &names));
        }
    }
    assert_none(&lost, "rows without a declaration");
}

fn undeclared(
    catalog: &Catalog,
    model: &Model,
    version: &semver::Version,
    names: &BTreeSet<String>,
) -> Vec<String> {
    let types = model.types.iter().filter(|t| t.holds_at(Some(version))).map(|t| t.path);
    let apis = model.apis.iter().filter(|a| a.holds_at(Some(version))).map(|a| a.path);
    let lost = types.chain(apis).filter(|path| {
        let mut segments = path.as_str().rsplit("::");
        let name = segments.next().unwrap_or_default();
        let owner = segments.next().unwrap_or_default();
        let is_type = owner.starts_with(|c: char| c.is_ascii_uppercase());
        !model.generated.contains(path)
            && ((is_type && !names.contains(owner))
                || (!names.contains(name) && !is_inherited(catalog, path.as_str(), name)))
    });
    lost.map(|path| format!("{} {version}: {path}", model.package)).collect()
}

fn is_inherited(catalog: &Catalog, path: &str, name: &str) -> bool {
    let Some((owner, _)) = path.rsplit_once("::") else { return false };
    let traits = catalog.traits_of(Symbol::new(owner), None);
    traits.iter().any(|t| !catalog.apis(Symbol::new(&format!("{t}::{name}")), None).is_empty())
}

/// Names that some declaration in the Rust files below `dir` introduces: after a keyword, as a variant or field, in a `use`.
fn declared(dir: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut stack = vec![dir.to_owned()];
    while let Some(next) = stack.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                stack.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                declared_in(&text, &mut names);
            }
        }
    }
    names
}

fn declared_in(text: &str, names: &mut BTreeSet<String>) {
    const KEYWORDS: &[&str] =
        &["fn", "struct", "enum", "union", "type", "const", "static", "trait", "mod", "macro_rules"];
    let mut before = String::new();
    let mut in_use = false;
    for line in text.lines().map(str::trim_start).filter(|l| !l.starts_with("//")) {
        in_use |=
            line.starts_with("use ") || line.starts_with("pub use ") || line.starts_with("pub(crate) use ");
        let mut rest = line;
        let mut at_start = true;
        while let Some(begin) = rest.find(is_name_char) {
            rest = &rest[begin..];
            let end = rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
            let (name, after) = (&rest[..end], rest[end..].trim_start());
            let is_variant = name.starts_with(|c: char| c.is_ascii_uppercase());
            let is_part =
                at_start && is_variant && (after.is_empty() || after.starts_with([',', '(', '{', '=', ':']));
            let is_field = after.starts_with(':') && !after.starts_with("::");
            if in_use || is_part || is_field || KEYWORDS.contains(&before.as_str()) {
                names.insert(name.to_owned());
            }
            at_start = matches!(name, "pub") && at_start;
            if name != "r" {
                name.clone_into(&mut before);
            }
            rest = &rest[end..];
        }
        in_use &= !line.contains(';');
    }
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
