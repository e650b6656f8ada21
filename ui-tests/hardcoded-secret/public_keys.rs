//! Public keys and certificates may be known.

pub const UPDATE_KEY: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
";
pub const PUBLIC_KEY: &str = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
pub const AUTHORITY: &str = "-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUY29uZ3JhdHVsYXRpb25zIHlvdSBjYW4gcmVhZCBpdA==
-----END CERTIFICATE-----
";
