//! The vocabulary between models and lints: what a value, parameter or item means.

use crate::base::Symbol;

/// The name of a meaning, one of [`ROLES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Role(Symbol);

impl Role {
    /// The role of this name, if it exists.
    pub fn parse(name: &str) -> Option<Role> {
        ROLES.iter().any(|&(role, _)| role == name).then(|| Role(Symbol::new(name)))
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }

    /// What it means, for the glossary.
    pub fn meaning(self) -> &'static str {
        ROLES.iter().find(|&&(role, _)| self.0 == *role).map_or("", |&(_, meaning)| meaning)
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// All roles with their meanings.
pub const ROLES: &[(&str, &str)] = &[
    ("hash/weak", "an algorithm with practical collisions (MD2, MD4, MD5, SHA-1)"),
    ("hash/general", "a fast, sound, general-purpose hash; not for passwords"),
    (
        "hash/extendable",
        "a hash whose digest of a message leads to that of a longer one without knowing the message",
    ),
    ("hash/non-cryptographic", "a checksum or table hash that an attacker can steer"),
    ("hash/input", "data that is hashed"),
    ("hash/output", "a digest"),
    (
        "hash/collisions-harmless",
        "a construction in which collisions of its hash do no harm (HMAC, HKDF, OAEP)",
    ),
    ("cipher/weak", "a broken or 64-bit block cipher, or a broken stream cipher"),
    ("cipher/ecb", "a cipher used block by block, so that equal blocks show"),
    ("cipher/block", "the raw permutation of a single block"),
    ("cipher/unauthenticated", "a mode that does not detect changes"),
    ("cipher/key", "a symmetric key"),
    ("cipher/96-bit-nonce", "an AEAD whose nonces have 96 bits"),
    ("cipher/nonce", "a nonce or initialisation vector of an encryption"),
    ("cipher/decrypt-nonce", "a nonce or initialisation vector of a decryption"),
    ("cipher/ciphertext", "the result of an encryption"),
    ("cipher/decrypt-result", "whether what was decrypted in its place is genuine"),
    ("mac/key", "the key of a message authentication code"),
    ("mac/output", "an authentication tag"),
    ("mac/short-tag", "an authentication tag of fewer than 96 bits"),
    ("mac/verify", "a comparison of the tag that a MAC makes with one that was received"),
    ("mac/weak", "a message authentication code over a weak hash"),
    ("signature/private-key", "a private key of a signature or key agreement"),
    ("signature/weak", "an algorithm that accepts forged or short signatures"),
    ("signature/lenient", "a verification that accepts signatures which others refuse"),
    ("signature/verify-result", "the outcome of a verification"),
    ("kdf/password", "the password given to a password hash or key derivation"),
    ("kdf/salt", "the salt of a password hash or key derivation"),
    ("kdf/cost", "a cost parameter of a password hash"),
    ("kdf/weak", "a password hash with weak parameters or a weak construction"),
    ("kdf/key-material", "the secret from which keys are derived"),
    ("kdf/output", "a derived key"),
    ("kdf/truncating", "a password hash that leaves out the end of a long password"),
    ("password/hash", "a stored password hash"),
    ("password/verify", "a slow password verification"),
    ("secret/password", "a password given to a service"),
    ("secret/token", "a bearer token or API key given to a service"),
    ("secret/wrapper", "a type that hides its content from Debug"),
    ("secret/exposed", "what a type that hides its content gives out"),
    ("secret/zeroized", "a type that wipes its content when it is dropped"),
    ("jwt/secret", "the HMAC secret of signed tokens"),
    ("jwt/header", "the header of a signed token, which anybody can write"),
    ("jwt/algorithm", "the algorithm by which a signed token is verified"),
    ("jwt/validation-off", "a check of a signed token that is switched off"),
    ("jwt/unverified", "a decoding of a signed token without verification"),
    ("jwt/unsigned", "a token that is made without a signature"),
    ("jwt/optional-expiry", "a verification that accepts tokens without an expiry date"),
    ("cookie/key", "the key that signs or encrypts cookies"),
    ("cookie/insecure", "a cookie attribute that exposes it"),
    ("cookie/cross-site", "a cookie that the pages of other websites make browsers send"),
    ("oauth/no-pkce", "an authorization whose code can be used by whoever intercepts it"),
    ("oauth/state", "the part of a result that ties the callback of a login to who began it"),
    ("oauth/fresh-state", "draws a new state"),
    ("oauth/constant-state", "the state or nonce of a login, which has to be another one each time"),
    ("oauth/any-nonce", "a check of an ID token that takes one of any login"),
    ("oauth/weak-grant", "a flow that shows passwords or tokens to more than need them"),
    ("session/in-memory", "a store of sessions that lives in the memory of one process"),
    ("session/identity", "the name under which a session keeps who is signed in"),
    ("session/renewed", "a session that gets a new identifier"),
    ("cors/permissive", "a policy that lets any origin read answers as the signed-in user"),
    ("cors/any-origin", "a policy that lets any origin read answers, alone harmless for public data"),
    ("cors/credentials", "a policy that lets other origins send cookies"),
    ("rng/secure", "a cryptographically secure random generator"),
    ("rng/weak", "a predictable random generator"),
    ("rng/seeded", "a random generator whose seed is a constant or the time"),
    ("rng/seedable", "a trait of random generators with a state of their own, which a clone repeats"),
    ("rng/seed", "the seed of a random generator"),
    ("rng/output", "random bytes"),
    ("rng/token-length", "the number of random characters of a text"),
    ("rng/for-secret", "the random generator from which a key, nonce or salt is drawn"),
    ("rsa/pkcs1v15-encryption", "RSA encryption with the padding that Bleichenbacher broke"),
    ("rsa/key-bits", "the size of a new RSA key"),
    ("rsa/key-bits-modest", "the size of a new RSA key that is enough for some years"),
    ("rsa/exponent", "the public exponent of a new RSA key"),
    ("ec/weak-curve", "an elliptic curve of fewer than 224 bits"),
    ("tls/certificate-check-off", "a switch that turns off the check of the peer's certificate"),
    ("tls/hostname-check-off", "a switch that turns off the check of the peer's name"),
    ("tls/name-mismatch", "the error that a certificate is for another host"),
    ("tls/old-version", "a protocol version before TLS 1.2"),
    ("tls/trust-store-replaced", "a client that trusts other authorities than those of the system"),
    ("tls/client-certificate-optional", "a server that asks for client certificates and lets others in too"),
    ("tls/revocation-off", "certificates whose revocation is unknown are accepted"),
    ("tls/any-peer", "encryption to whoever answers"),
    ("tls/weak-suites", "a list of cipher suites"),
    ("transport/cleartext", "an address or option that leaves a connection without encryption"),
    ("transport/cleartext-body", "an address without encryption to which what the call is given is sent"),
    (
        "transport/opportunistic",
        "a connection that goes on without encryption where the other side offers none",
    ),
    ("tls/verifier", "a place that takes a hand-written certificate verifier"),
    ("ssh/any-host-key", "a switch that accepts any SSH host key"),
    ("ssh/any-client", "a sign-in to an SSH server that lets anybody in"),
    ("ssh/unchecked-session", "a connection to an SSH server whose key nobody looked at yet"),
    ("ssh/host-key", "a look at the key of an SSH server"),
    ("compare/constant-time", "a comparison whose time does not depend on the content"),
    ("encode/text", "a conversion that keeps the content, such as hex or base64"),
    ("env/value", "a value from the environment"),
    ("file/readable-by-all", "the permissions of a file, by which every user of the machine may read it"),
    ("store/value", "what is written to a file or a key-value store"),
    ("input/data", "what was read from a file, socket or stream"),
    ("time/now", "the clock or the process number, which an attacker can guess"),
    ("value/guessable", "an identifier that is unique but not secret: counted up, or made of the time"),
    ("value/zero", "bytes that are all zero"),
    ("value/empty", "an empty string or vector"),
    ("request/data", "data that a client sent"),
    ("request/headers", "all headers of a message, credentials among them"),
];
