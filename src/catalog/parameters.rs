//! The parameters of detectors, as `lint.toml` gives them.
//!
//! Words, roles and purposes are data, so that an insight about names changes a lint and no code. A key that is not here is an error.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::catalog::lint::roles;
use crate::catalog::purpose::Purpose;
use crate::catalog::{Role, TokenFormat};

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
    /// Fields of a token's content that a program may judge by hand.
    #[serde(default)]
    pub judged: Vec<String>,
    /// Fields of a token's content whose check many programs have a reason to leave out: confidence is low.
    #[serde(default)]
    pub modest: Vec<String>,
    /// Fields of a token's content that say who verifies it.
    #[serde(default)]
    pub routing: Vec<String>,
    /// Packages by which a program asks others. One that has no web framework beside it reads its own tokens.
    #[serde(default)]
    pub clients: Vec<String>,
}

fn yes() -> bool {
    true
}

/// The parameters of `url-secret`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UrlSecret {
    /// Names of parameters of a query that hold what a person knows or pays with, in any case: no service has to ask for it there.
    pub personal: Vec<String>,
    /// Those that hold other secrets, which many services ask for: worth a look at most.
    pub parameters: Vec<String>,
    /// Methods that build a query of names and values.
    pub methods: Vec<String>,
    /// Words of names around that say whether it matters.
    pub words: Witnesses,
}

/// The parameters of `stored-secret`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredSecret {
    /// Words, or pairs of words joined by `-`, that name a secret: of columns, fields and variables.
    pub names: Vec<String>,
    /// The same of secrets that many programs have to keep, which are worth a look at most.
    #[serde(default)]
    pub unsure: Vec<String>,
    /// Words of names of what was made of a secret, or of the secret of something else.
    pub not: Vec<String>,
    /// Words of names of tables and records of people, in which a column has to be named like a secret; without any, all tables
    /// and columns count.
    #[serde(default)]
    pub people: Vec<String>,
    /// What is wrong with the value that is stored: `as it was typed`.
    pub state: String,
    /// What that means.
    pub label: String,
    /// What to do.
    pub advice: String,
    /// Derives that write a record to a table.
    pub records: Vec<String>,
    /// Beginnings of functions by which a database hashes or encrypts.
    pub hashing: Vec<String>,
    /// Methods of a column that give it a value.
    pub assigns: Vec<String>,
    /// Methods of a statement that take such values.
    pub writers: Vec<String>,
    /// What wraps the value of a field that is written.
    pub wrappers: Vec<String>,
    /// Methods whose first argument is a document that is stored.
    pub inserts: Vec<String>,
    /// Methods whose second argument is a document that changes another.
    pub changes: Vec<String>,
    /// Words of fields by which a document is that of a person; without any, all documents count.
    #[serde(default)]
    pub persons: Vec<String>,
    /// Words of fields by which it is that of a machine.
    #[serde(default)]
    pub machines: Vec<String>,
    /// What is written to files and key-value stores.
    #[serde(default, deserialize_with = "named_roles")]
    pub stores: Vec<Role>,
    /// Names, beside the others, of what should not lie there either.
    #[serde(default)]
    pub kept: Vec<String>,
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
    /// Whether an entry of a table from names to algorithms is doubtful: whoever gives the name chooses.
    pub tables: bool,
    /// Names of numbers of persons and cards: few values are possible, so whoever has a digest tries them all, and no purpose
    /// excuses that one goes in.
    pub personal: Vec<String>,
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
    /// Words in names of modules and files that are for those who develop the program; what is named there has low confidence.
    #[serde(default)]
    pub development: Vec<String>,
    /// What keys begin with that are public: they name a project to a service that takes events from everybody.
    #[serde(default)]
    pub public: Vec<String>,
    /// Names of accounts that everybody may use.
    #[serde(default)]
    pub anonymous: Vec<String>,
    /// Fields that name what is started, with the secret beside them; it has low confidence.
    #[serde(default)]
    pub started: Vec<String>,
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
    /// Methods that do so.
    pub error_methods: Vec<String>,
    /// Methods that give a field of a span its value, after its name.
    pub field_methods: Vec<String>,
    /// Types whose fields those give a value.
    pub spans: Vec<String>,
    /// Macros that write to what they are given first.
    pub writing: Vec<String>,
    /// Methods that write their argument to a stream.
    pub writing_methods: Vec<String>,
    /// Types of the streams of the terminal.
    pub streams: Vec<String>,
    /// Those of `terminal` and of `streams` that carry diagnostics: they are kept as a log is, and are not what was asked for.
    pub diagnostics: Vec<String>,
    /// Words of what hides, cuts or hashes its argument, or is named after the result of that.
    pub masked: Vec<String>,
    /// Words of what makes a new secret, which somebody has to be shown once.
    pub fresh: Vec<String>,
    /// Words of messages about a language, in which a token is a part of a text.
    pub parsing: Vec<String>,
    /// Traits that make a type that of a command line, by their derives.
    pub commands: Vec<String>,
    /// Functions that make a text of a value by its `Serialize`.
    pub serializers: Vec<String>,
    /// Attributes by which that leaves a field out.
    pub unserialized: Vec<String>,
    /// Variables of the environment that hold a path, whatever they are called.
    #[serde(default)]
    pub paths: Vec<String>,
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

/// What a [`crate::catalog::Detector::FastHash`] lint is about.
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
    /// What is told of a password that goes into a fast derivation, with its names.
    #[serde(default)]
    pub derived_message: Option<String>,
    /// Words that are the head of the name of such a password.
    #[serde(default)]
    pub derived_names: Vec<String>,
    /// What comes of it, a label.
    pub label: String,
    /// What to do.
    pub advice: String,
    /// Uses that are legitimate.
    #[serde(default)]
    pub purposes: Vec<Purpose>,
}

/// What a [`crate::catalog::Detector::UserEnumeration`] lint is about; all are words.
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

/// What a [`crate::catalog::Detector::WrongAction`] lint is about; all are words.
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

/// What a [`crate::catalog::Detector::ForgedRequest`] lint is about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ForgedRequest {
    /// The lint that finds cookies which other websites may make a browser send.
    pub opened_by: String,
    /// Types of parameters whose content a browser sends for another website only after it has asked.
    pub preflighted: Vec<String>,
    /// Words of handlers whose call by somebody else does no harm.
    pub harmless: Vec<String>,
}

/// What a [`crate::catalog::Detector::StateChangingGet`] lint is about: words of handlers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StateChangingGet {
    /// Of those that change something.
    pub deeds: Vec<String>,
    /// Of those whose call does no harm, or that have to be links.
    pub harmless: Vec<String>,
}

/// What a [`crate::catalog::Detector::UnverifiedWebhook`] lint is about; words, if nothing else is said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnverifiedWebhook {
    /// Headers of signatures of known services, in lower case.
    pub headers: Vec<String>,
    /// Of handlers and addresses that take events.
    pub names: Vec<String>,
    /// Of parts of addresses below which only events are taken.
    pub below: Vec<String>,
    /// Of handlers that say where events go.
    pub managing: Vec<String>,
    /// Of calls that verify.
    pub verifies: Vec<String>,
    /// Of calls that change or start something.
    pub acts: Vec<String>,
    /// Of calls and macros that write to a log.
    pub tells: Vec<String>,
    /// Names of calls that hand on what they are given, or only look whether it is there.
    pub passes: Vec<String>,
    /// Types of parameters from which a signature can be read.
    pub raw: Vec<String>,
    /// Types of parameters with parsed content.
    pub content: Vec<String>,
}

/// Roles by name, while a file is read.
fn named_roles<'de, D: Deserializer<'de>>(file: D) -> Result<Vec<Role>, D::Error> {
    roles(&Vec::deserialize(file)?).map_err(D::Error::custom)
}
