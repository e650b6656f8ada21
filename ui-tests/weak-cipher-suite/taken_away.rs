//@ dep: openssl = "0.10"
//! Suites that are taken away, and good ones.

use openssl::error::ErrorStack;
use openssl::ssl::{SslContextBuilder, SslMethod};

pub fn forbids() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("DEFAULT:!aNULL:!eNULL:!MD5:!3DES:!DES:!RC4:-LOW")
}

pub fn all_but() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("ALL:!aNULL:!EXPORT:!LOW:!RC4")
}

pub fn good() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305")
}
