//! `lints/<id>/`: which meanings must not meet, why, and how it looks.

use serde::Deserialize;

use crate::catalog::parameters::{
    ConstantBound, DefaultField, DerivedTrait, FastHash, ForbiddenUse, ForgedRequest, LiteralForms, LogWords,
    RepeatingKey, RoleFlow, StateChangingGet, StoredSecret, UnverifiedWebhook, UrlSecret, UserEnumeration,
    Witnesses, WrongAction,
};
use crate::catalog::purpose::Purpose;
use crate::catalog::{CatalogError, Policy, Role, TokenFormat};
use crate::finding::{Confidence, Severity};

/// A lint.
#[derive(Clone, Debug)]
pub struct Lint {
    /// The bad pattern in kebab-case.
    pub id: String,
    /// One lower-case phrase.
    pub summary: String,
    /// How bad it is if true.
    pub severity: Severity,
    /// How often it is true.
    pub confidence: Confidence,
    /// The weakest profile in which it runs.
    pub profile: Profile,
    /// CWE numbers, the most specific first.
    pub cwe: Vec<u32>,
    /// OWASP ASVS requirements.
    pub asvs: Vec<String>,
    /// First version that has it.
    pub since: String,
    /// Whether it speaks in test code too.
    pub in_tests: bool,
    /// Lints that judge the same by better evidence: in a body, or of a handler, of which one of them speaks, this one does not.
    pub yields_to: Vec<String>,
    /// What finds it.
    pub detector: Detector,
    /// The page: `README.md` of its folder.
    pub page: String,
    /// File names and texts of its example programs.
    pub examples: Vec<(String, String)>,
}

/// What a route lacks that its siblings have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lacks {
    /// To know who asks.
    Authentication,
    /// To ask whether they may.
    Authorization,
    /// To insist on knowing who asks: it looks, and lets strangers pass.
    Certainty,
    /// To lie inside the layer that guards them.
    Layer,
}

/// What should guard routes and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Broken {
    /// An extractor or request guard.
    Guard,
    /// A middleware.
    Middleware,
    /// The list of addresses that a middleware lets through.
    SkipList,
    /// The answer of a check.
    Answer,
    /// A check that refuses whom it should let in.
    Question,
}

/// How much a user wants to hear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Worth an interruption.
    #[default]
    Default,
    /// Also what is right in principle but seldom urgent.
    Strict,
    /// Everything, for a reviewer.
    Audit,
}

/// The closed set of shapes a misuse can have, with their parameters.
#[derive(Clone, Debug)]
pub enum Detector {
    /// An item with one of these roles is used.
    ForbiddenUse(ForbiddenUse),
    /// A constant that fulfils the row's condition reaches a place with one of these roles.
    ConstantBound(ConstantBound),
    /// A field that protects something is off in the default of a struct of the scanned code.
    DefaultField {
        /// The fields.
        fields: Vec<DefaultField>,
    },
    /// A cookie that is written as text, `format!("session={id}; Path=/")`, without an attribute that protects it.
    CookieText {
        /// Words of names around that say whether it matters.
        words: Witnesses,
    },
    /// The origin of a request is repeated as the one that may read the answer, together with credentials.
    MirroredOrigin,
    /// A constant value reaches a place with one of these roles.
    ConstantFlow {
        /// The sinks.
        to: Vec<Role>,
    },
    /// A value from a source that an attacker can guess reaches a place that needs a secret.
    RoleFlow(Box<RoleFlow>),
    /// A slow password hash is made too cheap.
    KdfCost {
        /// What is enough: the one that is asked for stands first.
        policies: Vec<Policy>,
        /// Uses that are legitimate.
        purposes: Vec<Purpose>,
    },
    /// A password goes into a fast hash.
    FastHash(FastHash),
    /// A look-up that fails leaves before the slow verification.
    UserEnumeration(UserEnumeration),
    /// A literal that is a secret by its form or by what it is bound to.
    SecretLiteral(LiteralForms),
    /// A secret is compared by something that stops at the first difference.
    Comparison {
        /// What compares in constant time, where no dependency does: completes "for instance ..".
        instead: String,
    },
    /// A derived trait shows secret fields.
    DerivedTrait(DerivedTrait),
    /// A secret is formatted into a log line.
    SecretLog(LogWords),
    /// A key that is repeated over the data by exclusive-or.
    RepeatingKey(RepeatingKey),
    /// A secret that is written into the query of an address.
    UrlSecret(UrlSecret),
    /// A password that is written to a database as it was typed.
    StoredSecret(StoredSecret),
    /// A route that changes state and lacks what its siblings have.
    RouteGuard(Lacks),
    /// A method that does not ask what the methods beside it ask.
    MethodOutlier,
    /// Something that should guard routes and does not.
    BrokenGuard(Broken),
    /// A handler that takes the identity of who asks and drops it, although its siblings ask whether they may.
    DroppedIdentity {
        /// Words of handlers that only read, although their method says otherwise.
        reading: Vec<String>,
    },
    /// A handler that changes what an identifier of the request names, and does not ask whose it is.
    UnownedObject,
    /// A route whose description says that strangers are refused, and that refuses nobody.
    DeclaredGuard,
    /// A route that acts on events of another service without verifying them.
    UnverifiedWebhook(Box<UnverifiedWebhook>),
    /// A cookie that other websites may make a browser send, where forms trust it.
    ForgedRequest(ForgedRequest),
    /// A route that changes state and is called by following a link.
    StateChangingGet(StateChangingGet),
    /// An operation that asks for the permission to do something else.
    WrongAction(WrongAction),
    /// A function of its own, by name; for shapes that occur once.
    Custom {
        /// The function's name.
        name: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLint {
    id: String,
    summary: String,
    severity: String,
    confidence: String,
    #[serde(default)]
    profile: Profile,
    cwe: Vec<u32>,
    #[serde(default)]
    asvs: Vec<String>,
    since: String,
    #[serde(default)]
    in_tests: bool,
    #[serde(default)]
    yields_to: Vec<String>,
    detector: RawDetector,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", tag = "kind")]
enum RawDetector {
    ForbiddenUse {
        roles: Vec<String>,
        #[serde(default)]
        near: Vec<String>,
        #[serde(default)]
        purposes: Vec<Purpose>,
        #[serde(default)]
        unless: Vec<String>,
        #[serde(default)]
        beside: Vec<String>,
        #[serde(default)]
        tables: bool,
        #[serde(default)]
        personal: Vec<String>,
        label: Option<String>,
    },
    ConstantBound(ConstantBound),
    DefaultField {
        fields: Vec<DefaultField>,
    },
    CookieText {
        words: Witnesses,
    },
    MirroredOrigin,
    ConstantFlow {
        to: Vec<String>,
    },
    RoleFlow(RawRoleFlow),
    FastHash(FastHash),
    UserEnumeration(UserEnumeration),
    KdfCost {
        policy: String,
        #[serde(default)]
        purposes: Vec<Purpose>,
    },
    SecretLiteral(LiteralForms),
    Comparison {
        #[serde(default)]
        instead: String,
    },
    DerivedTrait(DerivedTrait),
    SecretLog(LogWords),
    RepeatingKey(RepeatingKey),
    UrlSecret(UrlSecret),
    StoredSecret(StoredSecret),
    RouteGuard {
        lacks: Lacks,
    },
    MethodOutlier {},
    BrokenGuard {
        what: Broken,
    },
    DroppedIdentity {
        reading: Vec<String>,
    },
    UnownedObject,
    DeclaredGuard,
    UnverifiedWebhook(Box<UnverifiedWebhook>),
    ForgedRequest(ForgedRequest),
    StateChangingGet(StateChangingGet),
    WrongAction(WrongAction),
    Custom {
        name: String,
    },
}

impl Lint {
    /// Reads a lint from the files of its folder.
    ///
    /// # Errors
    /// Not TOML, an unknown key, role, severity or confidence, an id that is not the folder's name.
    pub fn parse(
        folder: &str,
        text: &str,
        page: &str,
        examples: &[(&str, &str)],
        data: &[(&str, &str)],
    ) -> Result<Lint, CatalogError> {
        let file = format!("lints/{folder}/lint.toml");
        let raw: RawLint = toml::from_str(text)
            .map_err(|e| CatalogError::Parse { file: file.clone(), message: e.to_string() })?;
        let invalid = |message: String| CatalogError::Invalid { file: file.clone(), message };
        if raw.id != folder {
            return Err(invalid(format!("id `{}` is not the folder's name", raw.id)));
        }
        Ok(Lint {
            severity: severity(&raw.severity)
                .ok_or_else(|| invalid(format!("severity `{}`", raw.severity)))?,
            confidence: confidence(&raw.confidence)
                .ok_or_else(|| invalid(format!("confidence `{}`", raw.confidence)))?,
            detector: raw.detector.check(data).map_err(invalid)?,
            id: raw.id,
            summary: raw.summary,
            profile: raw.profile,
            cwe: raw.cwe,
            asvs: raw.asvs,
            since: raw.since,
            in_tests: raw.in_tests,
            yields_to: raw.yields_to,
            page: page.to_owned(),
            examples: examples.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect(),
        })
    }
}

pub(super) fn severity(text: &str) -> Option<Severity> {
    Some(match text {
        "critical" => Severity::Critical,
        "high" => Severity::High,
        "medium" => Severity::Medium,
        "low" => Severity::Low,
        "info" => Severity::Info,
        _ => return None,
    })
}

fn confidence(text: &str) -> Option<Confidence> {
    Some(match text {
        "high" => Confidence::High,
        "medium" => Confidence::Medium,
        "low" => Confidence::Low,
        _ => return None,
    })
}

/// Roles by name.
pub(super) fn roles(names: &[String]) -> Result<Vec<Role>, String> {
    names.iter().map(|n| Role::parse(n).ok_or_else(|| format!("unknown role `{n}`"))).collect()
}

/// The policies beside a lint, the chosen one first.
fn policies(data: &[(&str, &str)], chosen: &str) -> Result<Vec<Policy>, String> {
    let parse = |(file, text): &(&str, &str)| Policy::parse(file.trim_end_matches(".toml"), text);
    let mut all: Vec<Policy> = data.iter().map(parse).collect::<Result<_, _>>()?;
    all.sort_by_key(|p| p.name != chosen);
    all.first().filter(|p| p.name == chosen).ok_or_else(|| format!("no policy `{chosen}`"))?;
    Ok(all)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawRoleFlow {
    from: Vec<String>,
    to: Vec<String>,
    names: Vec<String>,
    #[serde(default)]
    byte_names: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    guessable: Vec<String>,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    purposes: Vec<Purpose>,
    source: String,
    help: String,
}

impl RawRoleFlow {
    fn check(self) -> Result<RoleFlow, String> {
        let from = roles(&self.from)?;
        let near = (!self.near.is_empty()).then(|| ForbiddenUse {
            roles: from.clone(),
            near: self.near,
            purposes: self.purposes.clone(),
            unless: Vec::new(),
            beside: Vec::new(),
            tables: false,
            personal: Vec::new(),
            label: "is a predictable random generator".to_owned(),
        });
        Ok(RoleFlow {
            from,
            to: roles(&self.to)?,
            names: self.names,
            byte_names: self.byte_names,
            unless: roles(&self.unless)?,
            guessable: self.guessable,
            near,
            purposes: self.purposes,
            source: self.source,
            help: self.help,
        })
    }
}

impl RawDetector {
    fn check(self, data: &[(&str, &str)]) -> Result<Detector, String> {
        Ok(match self {
            RawDetector::ForbiddenUse {
                roles: names,
                near,
                purposes,
                unless,
                beside,
                tables,
                personal,
                label,
            } => Detector::ForbiddenUse(ForbiddenUse {
                roles: roles(&names)?,
                near,
                purposes,
                unless: roles(&unless)?,
                beside: roles(&beside)?,
                tables,
                personal,
                label: label.unwrap_or_else(|| "is broken or too weak".to_owned()),
            }),
            RawDetector::ConstantBound(wanted) => Detector::ConstantBound(wanted),
            RawDetector::DefaultField { fields } => Detector::DefaultField { fields },
            RawDetector::CookieText { words } => Detector::CookieText { words },
            RawDetector::MirroredOrigin => Detector::MirroredOrigin,
            RawDetector::ConstantFlow { to } => Detector::ConstantFlow { to: roles(&to)? },
            RawDetector::RoleFlow(raw) => Detector::RoleFlow(Box::new(raw.check()?)),
            RawDetector::FastHash(wanted) => Detector::FastHash(wanted),
            RawDetector::UserEnumeration(wanted) => Detector::UserEnumeration(wanted),
            RawDetector::KdfCost { policy, purposes } => {
                Detector::KdfCost { policies: policies(data, &policy)?, purposes }
            }
            RawDetector::SecretLiteral(forms) => {
                let text = data.iter().find(|(name, _)| *name == "formats.toml").map_or("", |(_, text)| text);
                Detector::SecretLiteral(LiteralForms { formats: TokenFormat::parse_all(text)?, ..forms })
            }
            RawDetector::Comparison { instead } => Detector::Comparison { instead },
            RawDetector::DerivedTrait(wanted) => Detector::DerivedTrait(wanted),
            RawDetector::RepeatingKey(wanted) => Detector::RepeatingKey(wanted),
            RawDetector::UrlSecret(wanted) => Detector::UrlSecret(wanted),
            RawDetector::StoredSecret(wanted) => Detector::StoredSecret(wanted),
            RawDetector::SecretLog(words) => Detector::SecretLog(words),
            RawDetector::RouteGuard { lacks } => Detector::RouteGuard(lacks),
            RawDetector::MethodOutlier {} => Detector::MethodOutlier,
            RawDetector::BrokenGuard { what } => Detector::BrokenGuard(what),
            RawDetector::DroppedIdentity { reading } => Detector::DroppedIdentity { reading },
            RawDetector::DeclaredGuard => Detector::DeclaredGuard,
            RawDetector::UnownedObject => Detector::UnownedObject,
            RawDetector::UnverifiedWebhook(wanted) => Detector::UnverifiedWebhook(wanted),
            RawDetector::ForgedRequest(wanted) => Detector::ForgedRequest(wanted),
            RawDetector::StateChangingGet(wanted) => Detector::StateChangingGet(wanted),
            RawDetector::WrongAction(wanted) => Detector::WrongAction(wanted),
            RawDetector::Custom { name } => Detector::Custom { name },
        })
    }
}
