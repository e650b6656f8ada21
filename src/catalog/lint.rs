//! `lints/<id>/`: which meanings must not meet, why, and how it looks.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

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
    /// Lints that judge the same by better evidence: in a body where one of them speaks, this one does not.
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
    /// A route that changes state and lacks what its siblings have.
    RouteGuard(Lacks),
    /// Something that should guard routes and does not.
    BrokenGuard(Broken),
    /// A handler that takes the identity of who asks and drops it, although its siblings ask whether they may.
    DroppedIdentity {
        /// Words of handlers that only read, although their method says otherwise.
        reading: Vec<String>,
    },
    /// An operation that asks for the permission to do something else.
    WrongAction(WrongAction),
    /// A function of its own, by name; for shapes that occur once.
    Custom {
        /// The function's name.
        name: String,
    },
}

/// The parameters of `constant-bound`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConstantBound {
    /// Roles with conditions.
    #[serde(deserialize_with = "named_roles")]
    pub roles: Vec<Role>,
    /// Words of names around that say whether it matters.
    #[serde(default)]
    pub words: Witnesses,
    /// Roles that make up for it where a call of the same file has one.
    #[serde(default, deserialize_with = "named_roles")]
    pub unless: Vec<Role>,
    /// Whether it is a switch, so that a condition around it may be the choice of the user.
    #[serde(default = "yes")]
    pub switch: bool,
    /// Other settings of the same builder that make it right.
    #[serde(default)]
    pub excused_by: Excuse,
    /// Packages, bindings of the browser say: what every build has them of runs where it matters little. Confidence is low.
    #[serde(default)]
    pub harmless_with: Vec<String>,
}

fn yes() -> bool {
    true
}

/// The parameters of `url-secret`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrlSecret {
    /// Names of parameters of a query that hold secrets, in any case.
    pub parameters: Vec<String>,
    /// Words of names around that say whether it matters.
    pub words: Witnesses,
}

/// The parameters of `repeating-key`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatingKey {
    /// Words of the name of what is repeated.
    pub keys: Vec<String>,
    /// Words of that name, of names around or of the file that say it is no encryption.
    pub unless: Vec<String>,
}

/// The parameters of `forbidden-use`.
#[derive(Clone, Debug)]
pub struct ForbiddenUse {
    /// Roles of types, their generic arguments, functions and constants.
    pub roles: Vec<Role>,
    /// Unless empty: only uses with one of these words near them, in the sense of [`Purpose::words`], count.
    pub near: Vec<String>,
    /// Uses that are legitimate.
    pub purposes: Vec<Purpose>,
    /// Roles that make up for the use where a call of the same file has one.
    pub unless: Vec<Role>,
    /// Unless empty: a use is excused where the same body uses an item with one of these roles, and doubtful in an arm or a
    /// function that is named for the algorithm; neither where names say that an attacker gains from it.
    pub beside: Vec<Role>,
    /// What is wrong, completing the item's name.
    pub label: String,
}

/// Words of names around a place, by which it is told whether something matters there; all lists may be empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witnesses {
    /// Say that it matters. What nobody chose (a default) is told with low confidence without one of them.
    #[serde(default)]
    pub sensitive: Vec<String>,
    /// Say that it does not: confidence is low, unless there is one of the others too.
    #[serde(default)]
    pub harmless: Vec<String>,
    /// Say that there is nothing to protect, a cookie that is removed say: nothing is told.
    #[serde(default)]
    pub silent: Vec<String>,
    /// Unless empty: nothing is told without one of these, `api-key` being both words in a row; looked for also in what the
    /// place is given to.
    #[serde(default)]
    pub required: Vec<String>,
}

/// A setting of a builder that makes another one right. Without names there is none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Excuse {
    /// Words of which the name of the setter, or field, has one.
    pub setters: Vec<String>,
    /// Constants by their last name, or texts, of which it is given one; in any case.
    pub names: Vec<String>,
    /// Names or texts of which the program uses one elsewhere, as a second witness; in any case.
    pub used_as: Vec<String>,
}

/// A field that should not be off unless somebody says so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultField {
    /// Names, one of whose words are all words of the field's name.
    pub names: Vec<String>,
    /// Words, one of which is in the name of the field or of the struct.
    pub near: Vec<String>,
    /// The value that is reported.
    pub value: bool,
    /// What it does, completing "the default of `..`".
    pub what: String,
    /// What to do, beginning with a verb.
    pub help: String,
}

/// What a secret in a literal looks like, and where there is none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LiteralForms {
    /// Forms of provider tokens, from `formats.toml` beside the lint.
    #[serde(skip)]
    pub formats: Vec<TokenFormat>,
    /// Words in names of functions, types and traits that give data made up to be shown or to test with.
    #[serde(default)]
    pub samples: Vec<String>,
}

/// The parameters of `derived-trait`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DerivedTrait {
    /// The traits, e.g. `Debug`.
    pub traits: Vec<String>,
    /// Traits whose derive makes a value from what the user of a library has: `Deserialize`.
    #[serde(default)]
    pub made_by: Vec<String>,
    /// Attributes by which a field, or all of the type, is shown in another way: `redact`, `serde(skip)`.
    pub hidden_by: Vec<String>,
    /// Words of types that are made to be shown.
    #[serde(default)]
    pub not: Vec<String>,
    /// Whether names that are weak evidence (`key`, `code`) are left out.
    #[serde(default)]
    pub certain: bool,
    /// What the trait does with a field, a participle.
    pub does: String,
    /// What to do, where it is not to write the trait by hand.
    #[serde(default)]
    pub advice: String,
}

/// Which macros tell, and which names say that a value is no longer the secret.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogWords {
    /// Macros that write to a log, by their last name.
    pub log: Vec<String>,
    /// Macros that write to the terminal, which of a server is a log.
    pub terminal: Vec<String>,
    /// Macros that make an error or a panic of a message.
    pub error: Vec<String>,
    /// Words of what hides, cuts or hashes its argument, or is named after the result of that.
    pub masked: Vec<String>,
    /// Words of what makes a new secret, which somebody has to be shown once.
    pub fresh: Vec<String>,
    /// Words of messages about a language, in which a token is a part of a text.
    pub parsing: Vec<String>,
}

/// From where, to where, and how it is told.
#[derive(Clone, Debug)]
pub struct RoleFlow {
    /// Roles of values.
    pub from: Vec<Role>,
    /// Roles of places.
    pub to: Vec<Role>,
    /// Names of variables, fields and functions that say the same as such a role: `token`, or two words in a row, `reset-code`.
    pub names: Vec<String>,
    /// Names that say so of arrays of bytes alone: `key`, `nonce`.
    pub byte_names: Vec<String>,
    /// Roles of which a value that also has one of them is no finding.
    pub unless: Vec<Role>,
    /// Unless empty: all that the value is made of must be from a source, constant, or named by one of these words.
    pub guessable: Vec<String>,
    /// A use of what has a role of `from` near a name, a finding of low confidence.
    pub near: Option<ForbiddenUse>,
    /// Legitimate uses.
    pub purposes: Vec<Purpose>,
    /// What the source is, a label.
    pub source: String,
    /// How to put it right.
    pub help: String,
}

/// What a [`Detector::FastHash`] lint is about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FastHash {
    /// Roles of the hashes.
    #[serde(deserialize_with = "named_roles")]
    pub hashes: Vec<Role>,
    /// Whether the digest becomes a key.
    pub becomes_key: bool,
    /// Words that are the head of the name of the secret; `app-key` stands for both words in a row.
    pub names: Vec<String>,
    /// Words that say that a name is not that of the secret itself.
    pub not: Vec<String>,
    /// Whether bytes by type are no secret that a person chose.
    #[serde(default)]
    pub only_text: bool,
    /// Unless empty: only where one of these words is near.
    #[serde(default)]
    pub near: Vec<String>,
    /// Whether something else must be hashed after the secret, as with a message that it is to authenticate.
    #[serde(default)]
    pub followed: bool,
    /// What is told; `{}` stands for the name of the secret.
    pub message: String,
    /// What comes of it, a label.
    pub label: String,
    /// What to do.
    pub advice: String,
    /// Uses that are legitimate.
    #[serde(default)]
    pub purposes: Vec<Purpose>,
}

/// What a [`Detector::UserEnumeration`] lint is about; all are words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UserEnumeration {
    /// Of functions that sign somebody in.
    pub functions: Vec<String>,
    /// Of functions that somebody uses who is signed in already.
    pub signed_in: Vec<String>,
    /// Of look-ups.
    pub lookups: Vec<String>,
    /// Names of look-ups for which a missing row is an error.
    pub fails_if_missing: Vec<String>,
}

/// What a [`Detector::WrongAction`] lint is about; all are words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrongAction {
    /// Of enums of permissions.
    pub kinds: Vec<String>,
    /// Of functions that ask whether somebody may.
    pub asks: Vec<String>,
    /// Of names that say nothing of what is done: `handle`, `Handler`.
    pub generic: Vec<String>,
    /// Lists of verbs of one meaning.
    pub verbs: Vec<Vec<String>>,
    /// Pairs of lists, the smaller index first, that one permission often covers.
    #[serde(default)]
    pub alike: Vec<[usize; 2]>,
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
    RouteGuard {
        lacks: Lacks,
    },
    BrokenGuard {
        what: Broken,
    },
    DroppedIdentity {
        reading: Vec<String>,
    },
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

fn roles(names: &[String]) -> Result<Vec<Role>, String> {
    names.iter().map(|n| Role::parse(n).ok_or_else(|| format!("unknown role `{n}`"))).collect()
}

/// The same, while a file is read.
fn named_roles<'de, D: Deserializer<'de>>(file: D) -> Result<Vec<Role>, D::Error> {
    roles(&Vec::deserialize(file)?).map_err(D::Error::custom)
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
            RawDetector::ForbiddenUse { roles: names, near, purposes, unless, beside, label } => {
                Detector::ForbiddenUse(ForbiddenUse {
                    roles: roles(&names)?,
                    near,
                    purposes,
                    unless: roles(&unless)?,
                    beside: roles(&beside)?,
                    label: label.unwrap_or_else(|| "is broken or too weak".to_owned()),
                })
            }
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
            RawDetector::SecretLog(words) => Detector::SecretLog(words),
            RawDetector::RouteGuard { lacks } => Detector::RouteGuard(lacks),
            RawDetector::BrokenGuard { what } => Detector::BrokenGuard(what),
            RawDetector::DroppedIdentity { reading } => Detector::DroppedIdentity { reading },
            RawDetector::WrongAction(wanted) => Detector::WrongAction(wanted),
            RawDetector::Custom { name } => Detector::Custom { name },
        })
    }
}
