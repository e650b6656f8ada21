//@ dep: openssl = "0.10"
//! Weak suites as parts of words and among others.

use openssl::error::ErrorStack;
use openssl::ssl::{SslContextBuilder, SslMethod};

pub fn rc4() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("HIGH:ECDHE-RSA-RC4-SHA:!aNULL") //~ weak-cipher-suite
}

pub fn triple_des() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("AES256-SHA256 DES-CBC3-SHA") //~ weak-cipher-suite
}

pub fn anonymous() -> Result<(), ErrorStack> {
    SslContextBuilder::new(SslMethod::tls())?.set_cipher_list("HIGH:aNULL") //~ weak-cipher-suite
}
