//! Ids of keys and clients are public.

pub const KEY_ID: &str = "2024-11-signing";
pub const ACCESS_KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
pub const CLIENT_ID: &str = "b1946ac92492d2347c6235b4d2611184";
pub const SECRET_VERSION: &str = "7f2e4a1c-88b0-4b7e-9d57-3a5a4bfb1f60";
