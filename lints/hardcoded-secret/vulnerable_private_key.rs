//! Proves to the update server which product asks.

/// Part of every copy of the program, so part of none is secret.
pub static CLIENT_IDENTITY: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIGtlZXAgdGhpcyBvdXQgb2YgdGhlIHByb2dyYW0hISE=
-----END PRIVATE KEY-----
"; //~^^^ hardcoded-secret
