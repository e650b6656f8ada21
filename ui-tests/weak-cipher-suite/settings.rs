//@ dep: openssl = "0.10"
//! The list comes from settings.

use openssl::error::ErrorStack;
use openssl::ssl::{SslContextBuilder, SslMethod};

pub fn chosen(list: &str) -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list(list)
}
