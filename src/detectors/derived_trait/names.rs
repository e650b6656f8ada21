//! Which names are those of secrets, and how sure that is. Lists are texts of words, or of pairs joined by `-`.
//!
//! Names are of three kinds: plain ones (`password`, `access_token`); vague ones (`token`, `code`, `seed`), which need a witness
//! in the name of the type; derived values (`signature`, `password_hash`), which are at most worth a look.

use crate::detectors::words::Words;
use crate::finding::Confidence;

/// Words that name a secret wherever they stand.
const PLAIN: &str = "accesstoken apikey apikeys authtoken mnemonic passcode passphrase passphrases passwd password \
    passwords pepper privkey pwd refreshtoken secret secretkey secrets";
/// Pairs of words that do.
const PLAIN_PAIRS: &str = "access-code access-token account-key api-key api-keys api-token api-tokens auth-code auth-token \
    authorization-code backup-code backup-codes bearer-token bot-token code-verifier cookie-key \
    decryption-key device-code encryption-key hmac-key id-token invite-token jwt-key jwt-token \
    key-material login-code login-token master-key mfa-code oauth-token otp-code pre-shared private-key \
    private-keys private-pem recovery-code recovery-codes recovery-phrase refresh-token reset-token \
    secret-key secret-keys security-token seed-phrase session-key session-token shared-key signing-key \
    sms-code verification-token";
/// Numbers of people and of their cards, which are as good as money or an identity to whoever reads them.
const PERSONAL: &str = "card-number cardnumber cvv cvv2 cvc ssn social-security";
/// Words that may name a secret.
const VAGUE: &str = "bearer credential credentials csrf jwt key otp pass pin seed token tokens totp";
/// Words of what is computed from a secret and often public.
const DERIVED: &str = "checksum cipher ciphertext digest encapsulated encrypted fingerprint hash hashed hmac mac nonce salt \
    sealed sig signature tag wrapped";
/// Words that say, beside those of [`Words::name_metadata`], that a name is about a secret.
const ABOUT: &str = "from subject age allowed alphabet at audience backend bad bound by challenge changed charset cidrs claim claims \
    class clustering cmd command continuation cost created deleted dir directory docs documentation duration \
    engine event example expected generator handle hasher help host invalid jti keyring kms lifetime location \
    lookup method missing mount namespace no not ordering page partition pattern period policies property \
    query question realm ref reference refs removed request required requires response rest rounds rule rules \
    scope scopes selector sort strength style template text tokenizer unexpected unknown updated uses \
    validation validator validity verify verifying without wrong";
/// Words of types that are about a language, a schema or a place, not about an account.
const OTHER_WORLDS: &str = "ast columns completion cursor grammar headers keyword labels lexer mapping names page pagination \
    parser policy ref reference requirements schema selector span syntax tokenizer";
/// Words of types that hold what opens something.
const WITNESSES: &str = "account apikey auth authentication authenticator authorization bearer credential credentials \
    identity invitation invite jwt login mfa oauth oauth2 oidc otp pairing password reset secret secrets session \
    signin token totp user vault wallet";
/// Of these, what makes a `key` or `seed` one.
const KEY_WITNESSES: &str =
    "apikey credential credentials encryptor hmac keypair private secret secrets signer vault wallet";
/// What makes one of bytes only: text under the name of `key` is used for many things, and the key of a database is one of bytes.
const BYTES_WITNESSES: &str = "aead aes chacha20 cipher crypto encryption kdf symmetric data-key master-key root-key session-key shared-key signing-key";
/// Words of types whose `code` is exchanged for a token.
const CODE_WITNESSES: &str = "2fa auth authorization login mfa oauth oauth2 oidc otp token totp";
/// Databases that ask for a password.
const DATABASES: &str = "database db postgres postgresql pg pgsql mysql mariadb mongo mongodb sql";
/// Those that are files.
const FILES: &str = "sqlite sqlite3 rusqlite file path";
/// Words of types that tell what went wrong, or what there is.
const KINDS: &str = "error err kind type";

fn any(name: &Words, list: &str) -> bool {
    list.split(' ').any(|word| match word.split_once('-') {
        Some((a, b)) => name.has_pair(a, b),
        None => name.has(word),
    })
}

/// Whether a type with these words is about something else than secrets of an account.
pub(in crate::detectors) fn is_other_world(owner: &Words) -> bool {
    any(owner, OTHER_WORLDS)
}

/// Whether a name is of something public that belongs to a secret: its salt, its length, its policy.
pub(super) fn is_public(name: &Words) -> bool {
    name.name_metadata() || any(name, ABOUT) || any(name, DERIVED)
}

/// Whether a name is that of a number of a person or a card, not of a part of it or of something about it.
fn is_personal(name: &Words) -> bool {
    let about =
        || name.clone().without(&["number"]).name_metadata() || name.has_any(&["last", "last4", "four"]);
    any(name, PERSONAL) && !about() && !any(name, ABOUT) && !any(name, DERIVED)
}

/// How sure it is that a field of this name in a type with these words is a secret.
pub(in crate::detectors) fn confidence(name: &Words, owner: &Words, is_bytes: bool) -> Option<Confidence> {
    if is_personal(name) {
        return Some(Confidence::Medium);
    }
    if name.name_metadata() || any(name, ABOUT) {
        return None;
    }
    let plain = any(name, PLAIN) || any(name, PLAIN_PAIRS);
    let code = *name == Words::of("code");
    // Of a vague name the secret is the head: `reset_token`, not `token_ticker`.
    let vague = name.head_is(&VAGUE.split(' ').collect::<Vec<_>>(), &[])
        || code
        || *name == Words::of("authorization");
    if !plain && !vague {
        return None;
    }
    if any(name, DERIVED) || any(owner, "encrypted sealed wrapped") {
        let stored = plain && any(name, "password passwd pwd") && !any(name, "encrypted salt sealed");
        return Some(if stored { Confidence::Medium } else { Confidence::Low });
    }
    if plain {
        return Some(Confidence::High);
    }
    // The public half of a pair, and the public name of a key at some services.
    if any(owner, "public pub") || name.has_pair("access", "key") {
        return None;
    }
    let witnessed = match any(name, "key seed") {
        true => any(owner, KEY_WITNESSES) || is_bytes && any(owner, BYTES_WITNESSES),
        false if code => any(owner, CODE_WITNESSES),
        false => any(owner, WITNESSES),
    };
    Some(if witnessed && !any(owner, KINDS) { Confidence::Medium } else { Confidence::Low })
}

/// How sure it is that what has this name is the address of a database, in which the password of its user stands:
/// `database_url`, `pg_connection_string`, the `dsn` of something that says that it is about a database.
pub(in crate::detectors) fn of_database(name: &Words, owner: &Words, around: &Words) -> Option<Confidence> {
    let end = name.list().last().map_or("", String::as_str);
    let connection =
        ["string", "str"].iter().any(|end| name.has_pair("connection", end) || name.has_pair("conn", end));
    let of = |words: &Words| any(words, DATABASES);
    let address = match end {
        "url" | "uri" => of(name),
        "dsn" => of(name) || of(owner) || of(around),
        _ => connection && (of(name) || of(owner) || of(around)),
    };
    let file = [name, owner, around].iter().any(|words| any(words, FILES));
    (address && !file).then_some(Confidence::Medium)
}

/// The same for a struct or variant around one value, which goes by its own name. A variant needs a witness in the name of
/// its enum.
pub(super) fn confidence_alone(name: &Words, variant_of: Option<&Words>) -> Option<Confidence> {
    let found = confidence(name, &Words::default(), false)?;
    Some(match variant_of {
        None => found,
        Some(owner) if any(owner, WITNESSES) && !any(owner, KINDS) => found.min(Confidence::Medium),
        Some(_) => Confidence::Low,
    })
}

/// Whether `name` is that of a working directory: `pwd` beside what else a shell knows, or with nobody beside it who could
/// have a password.
pub(super) fn is_directory<'a>(name: &Words, owner: &Words, fields: impl Iterator<Item = &'a str>) -> bool {
    let fields: Vec<&str> = fields.collect();
    let shell = fields.iter().any(|f| matches!(*f, "home" | "shell" | "oldpwd" | "cwd" | "hostname"));
    let owners = ["user", "username", "login", "email", "account", "admin", "root", "auth", "db", "uid"];
    let owned = name.has_any(&owners)
        || owner.has_any(&owners)
        || fields.iter().any(|f| Words::of(f).has_any(&owners));
    name.has("pwd") && (shell || !owned)
}
