//! Names that contain a word for a secret and mean something public.

use std::marker::PhantomData;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug)]
pub struct Limits<T> {
    pub max_tokens: usize,
    pub total_tokens: u64,
    pub token_lifetime: Duration,
    pub token_type: String,
    pub password_required: bool,
    pub password_min_length: usize,
    pub password_file: PathBuf,
    pub secret_name: String,
    pub token_url: String,
    pub public_key: Vec<u8>,
    pub key_id: String,
    pub access_key: String,
    pub redacted_token: String,
    pub secret_mount: String,
    pub access_token_jti: String,
    pub secret: PhantomData<T>,
}

/// A key of a database.
#[derive(Debug)]
pub struct BytesKey {
    pub key: Vec<u8>,
}
