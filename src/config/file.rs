//! `secure-lint.toml`: what a project says of its lints, its routes and its own code. `docs/configuration.md` is the
//! page for users.
//!
//! ```toml
//! profile = "strict"
//! [lints]
//! weak-hash = "allow"
//! [routes]
//! public = ["GET /health", "/static/**"]
//! [[routes.require]]
//! path = "/admin/**"
//! protected-by = ["AdminUser"]
//! [web]
//! guards = ["crate::session::User"]
//! ```
//!
//! One struct for each table, and every key is optional. What is wrong is a [`FileError`] with its place in the text:
//! an unknown key or value, a name that stands for nothing. Paths of items are taken as written; whether the project has
//! such items is known only when its names are resolved. Absent: reading the file, which is the command line's.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::base::SourceFile;
use crate::catalog::own::{Entry, Own, Policy, Requirement};
use crate::catalog::{Catalog, Profile, RoutePattern, nearest};
use crate::config::{Overrides, Selector};
use crate::finding;

/// The name of the file, in the root of the workspace.
pub const FILE_NAME: &str = "secure-lint.toml";

/// The content of the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfigFile {
    /// Which lints run.
    profile: Option<ProfileName>,
    /// How much a password hash has to cost.
    password_policy: Option<Spanned<String>>,
    /// Levels of lints, of `all`, `warnings` and tags such as `cwe-327`.
    #[serde(default)]
    lints: BTreeMap<Spanned<String>, Level>,
    /// What holds for the routes.
    routes: Option<Routes>,
    /// What the items of the project mean.
    #[serde(default)]
    web: Web,
}

/// `[routes]`: every route authenticates or is listed here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Routes {
    /// Routes for everybody.
    #[serde(default)]
    public: Vec<Spanned<String>>,
    /// Routes whose protection cannot be told.
    #[serde(default = "Level::deny")]
    unsure: Level,
    /// Routes that are guarded only under a setting.
    #[serde(default = "Level::warn")]
    conditional: Level,
    /// Routes that ask for more than to be signed in.
    #[serde(default)]
    require: Vec<Require>,
}

/// `[[routes.require]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Require {
    /// Which routes.
    path: Spanned<String>,
    /// Names of guards, layers or checks as `cargo secure-lint routes` shows them; one of them has to protect the route.
    #[serde(default)]
    protected_by: Vec<Spanned<String>>,
    /// What has to be asked for.
    authorization: Option<Asked>,
}

/// Values of `authorization`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Asked {
    /// A role or permission.
    Role,
}

/// `[web]`: paths of items, `crate::session::User`, `my_crate::session::User` or `a_library::User`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Web {
    /// Extractors and attributes that refuse strangers.
    #[serde(default)]
    guards: Vec<Spanned<String>>,
    /// What looks like a guard, layer or check and is none.
    #[serde(default)]
    not_guards: Vec<Spanned<String>>,
    /// Functions that ask for a permission and refuse.
    #[serde(default)]
    checks: Vec<Spanned<String>>,
    /// Middleware that refuses strangers.
    #[serde(default)]
    layers: Vec<Spanned<String>>,
    /// Macros that list handlers with route attributes, by bare name.
    #[serde(default)]
    macros: Vec<Spanned<String>>,
}

/// Values of levels.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Allow,
    Warn,
    Deny,
    Forbid,
}

/// Values of `profile`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ProfileName {
    Default,
    Strict,
    Audit,
}

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FileError {
    /// One lower-case sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The bytes of the text that are wrong.
    pub place: Range<usize>,
}

impl ConfigFile {
    /// Reads the file. Lints and policies are looked up in the catalog, so that a wrong name is told at once.
    ///
    /// # Errors
    /// Not TOML, an unknown key, a wrong value.
    pub fn parse(text: &str, catalog: &Catalog) -> Result<ConfigFile, FileError> {
        let file: ConfigFile = toml::from_str(text).map_err(|error| explained(&error, text))?;
        file.check_lints(catalog)?;
        file.check_patterns()?;
        file.check_names()?;
        Ok(file)
    }

    /// Levels and profile as a layer of settings. Groups and tags come first: the line of a lint wins over them wherever
    /// it stands.
    pub fn overrides(&self) -> Overrides {
        let is_group = |name: &str| match name {
            "warnings" => 0,
            "all" => 1,
            name if name.to_ascii_lowercase().starts_with("cwe") => 2,
            _ => 3,
        };
        let mut levels: Vec<(finding::Level, String)> =
            self.lints.iter().map(|(name, level)| ((*level).into(), name.get_ref().clone())).collect();
        levels.sort_by_key(|(_, name)| is_group(name));
        let profile = self.profile.map(|name| match name {
            ProfileName::Default => Profile::Default,
            ProfileName::Strict => Profile::Strict,
            ProfileName::Audit => Profile::Audit,
        });
        Overrides { levels, profile, ..Overrides::default() }
    }

    /// The name of the policy for password hashes.
    pub fn password_policy(&self) -> Option<&str> {
        self.password_policy.as_ref().map(|name| name.get_ref().as_str())
    }

    /// Whether it says what holds for the routes.
    pub fn has_policy(&self) -> bool {
        self.routes.is_some()
    }

    /// What it says of the project, with places in `source`, which is the file itself.
    pub fn own(&self, source: &SourceFile) -> Own {
        let texts = |list: &[Spanned<String>]| list.iter().map(|one| entry(one, source)).collect();
        let policy = self.routes.as_ref().map(|routes| Policy {
            public: routes.public.iter().filter_map(|one| pattern(one, source)).collect(),
            require: routes.require.iter().filter_map(|one| one.requirement(source)).collect(),
            unsure: routes.unsure.into(),
            conditional: routes.conditional.into(),
        });
        Own {
            guards: texts(&self.web.guards),
            not_guards: texts(&self.web.not_guards),
            checks: texts(&self.web.checks),
            layers: texts(&self.web.layers),
            macros: texts(&self.web.macros),
            policy,
        }
    }

    fn check_lints(&self, catalog: &Catalog) -> Result<(), FileError> {
        for name in self.lints.keys() {
            Selector::parse(name.get_ref(), catalog).map_err(|error| FileError {
                message: error.to_string(),
                help: Some(error.help()),
                place: name.span(),
            })?;
        }
        let Some(name) = &self.password_policy else { return Ok(()) };
        let known = catalog.policies();
        if known.contains(&name.get_ref().as_str()) {
            return Ok(());
        }
        let message = format!("no policy `{}`", name.get_ref());
        Err(FileError { message, help: Some(meant(name.get_ref(), &known)), place: name.span() })
    }

    fn check_patterns(&self) -> Result<(), FileError> {
        let Some(routes) = &self.routes else { return Ok(()) };
        let patterns = routes.public.iter().chain(routes.require.iter().map(|one| &one.path));
        patterns.into_iter().try_for_each(|text| match RoutePattern::parse(text.get_ref()) {
            Ok(_) => Ok(()),
            Err(error) => Err(FileError { message: error.to_string(), help: None, place: text.span() }),
        })
    }

    /// Paths are paths, and macros are named alone.
    fn check_names(&self) -> Result<(), FileError> {
        let web = &self.web;
        let is_path = |text: &str| text.contains("::") && text.split("::").all(is_name);
        let mut paths = [&web.guards, &web.not_guards, &web.checks, &web.layers].into_iter().flatten();
        let (message, help, place) = if let Some(name) = paths.find(|name| !is_path(name.get_ref())) {
            let text = name.get_ref();
            let help = format!("write the path of the item, such as `crate::{}`", last(text));
            (format!("`{text}` is no path of an item"), help, name.span())
        } else if let Some(name) = web.macros.iter().find(|name| !is_name(name.get_ref())) {
            let help = "write its name alone, without path and exclamation mark".to_owned();
            (format!("`{}` is no name of a macro", name.get_ref()), help, name.span())
        } else {
            return Ok(());
        };
        Err(FileError { message, help: Some(help), place })
    }
}

impl Require {
    fn requirement(&self, source: &SourceFile) -> Option<Requirement> {
        Some(Requirement {
            routes: pattern(&self.path, source)?,
            protected_by: self.protected_by.iter().map(|one| entry(one, source)).collect(),
            role: matches!(self.authorization, Some(Asked::Role)),
        })
    }
}

impl Level {
    fn deny() -> Level {
        Level::Deny
    }

    fn warn() -> Level {
        Level::Warn
    }
}

impl From<Level> for finding::Level {
    fn from(level: Level) -> finding::Level {
        match level {
            Level::Allow => finding::Level::Allow,
            Level::Warn => finding::Level::Warn,
            Level::Deny => finding::Level::Deny,
            Level::Forbid => finding::Level::Forbid,
        }
    }
}

fn entry(from: &Spanned<String>, source: &SourceFile) -> Entry<String> {
    Entry { value: from.get_ref().clone(), span: source.span(from.span().start, from.span().end) }
}

/// A pattern; the file would have been refused if it were none.
fn pattern(from: &Spanned<String>, source: &SourceFile) -> Option<Entry<RoutePattern>> {
    let Entry { value, span } = entry(from, source);
    Some(Entry { value: RoutePattern::parse(&value).ok()?, span })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// What the reader says, in our words; for an unknown key or value with what is probably meant.
fn explained(error: &toml::de::Error, text: &str) -> FileError {
    let said = error.message().lines().next().unwrap_or("not valid TOML").trim_end_matches('.');
    let place = error.span().unwrap_or(0..text.len());
    let mut quoted = said.split('`').skip(1).step_by(2);
    let what = match said.split('`').next().unwrap_or_default().trim() {
        "unknown field" => "key",
        "unknown variant" => "value",
        _ => return FileError { message: said.replace("a sequence", "a list"), help: None, place },
    };
    let given = quoted.next().unwrap_or_default();
    let known: Vec<&str> = quoted.collect();
    FileError { message: format!("unknown {what} `{given}`"), help: Some(meant(given, &known)), place }
}

fn meant(given: &str, known: &[&str]) -> String {
    match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use {}", known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::base::SourceMap;

    fn catalog() -> Catalog {
        Catalog::embedded().unwrap()
    }

    /// The message, the help and the text of the place.
    fn error(text: &str) -> (String, String, String) {
        let error = ConfigFile::parse(text, &catalog()).unwrap_err();
        (error.message, error.help.unwrap_or_default(), text[error.place].to_owned())
    }

    fn told(text: &str, message: &str, help: &str, place: &str) {
        assert_eq!(error(text), (message.to_owned(), help.to_owned(), place.to_owned()));
    }

    #[test]
    fn an_unknown_key_or_value_is_told_with_what_is_meant() {
        told("[web]\ngaurds = []\n", "unknown key `gaurds`", "did you mean `guards`?", "gaurds");
        told("[route]\n", "unknown key `route`", "did you mean `routes`?", "route");
        told("profile = \"strickt\"", "unknown value `strickt`", "did you mean `strict`?", "\"strickt\"");
        told(
            "[routes]\nunsure = \"error\"",
            "unknown value `error`",
            "use `allow`, `warn`, `deny`, `forbid`",
            "\"error\"",
        );
        told("[[routes.require]]\npth = \"/a\"", "unknown key `pth`", "did you mean `path`?", "pth");
    }

    #[test]
    fn names_that_stand_for_nothing_are_told() {
        told(
            "[lints]\nweak-hsh = \"warn\"",
            "unknown lint `weak-hsh`",
            "did you mean `weak-hash`?",
            "weak-hsh",
        );
        told("password-policy = \"owas\"", "no policy `owas`", "did you mean `owasp`?", "\"owas\"");
        let path = "write the path of the item, such as `crate::User`";
        told("[web]\nguards = [\"User\"]", "`User` is no path of an item", path, "\"User\"");
        assert_eq!(error("[web]\nmacros = [\"a!\"]").0, "`a!` is no name of a macro");
    }

    #[test]
    fn a_pattern_that_is_none_is_told() {
        let (message, _, place) = error("[routes]\npublic = [\"GET /a\", \"health\"]");
        assert_eq!((message.as_str(), place.as_str()), ("the path of a route begins with `/`", "\"health\""));
        assert_eq!(error("[routes]\npublic = \"/a\"").2, "\"/a\"");
        assert!(!error("[routes").0.is_empty());
    }

    #[test]
    fn the_line_of_a_lint_wins_over_a_group() {
        let text = "[lints]\nweak-hash = \"deny\"\nall = \"allow\"\ncwe-327 = \"warn\"\n";
        let levels = ConfigFile::parse(text, &catalog()).unwrap().overrides().levels;
        let names: Vec<&str> = levels.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["all", "cwe-327", "weak-hash"]);
    }

    #[test]
    fn entries_know_their_places() {
        let text = "[routes]\npublic = [\"GET /a\"]\n[web]\nguards = [\"crate::User\"]\n";
        let mut sources = SourceMap::default();
        let id = sources.add(Path::new("/p/secure-lint.toml"), FILE_NAME, text.into());
        let own = ConfigFile::parse(text, &catalog()).unwrap().own(sources.file(id));
        assert_eq!(sources.slice(own.guards[0].span), "\"crate::User\"");
        let policy = own.policy.unwrap();
        assert_eq!(sources.slice(policy.public[0].span), "\"GET /a\"");
        assert!(policy.is_public("GET", ["/a"]) && !policy.is_public("GET", ["/a", "/b"]));
        assert!(!policy.is_public("GET", []));
    }
}
