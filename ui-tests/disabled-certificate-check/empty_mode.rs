//@ dep: openssl = "0.10"
//! A set of no flags asks for nothing.

use openssl::ssl::{SslConnectorBuilder, SslVerifyMode};

pub fn off(builder: &mut SslConnectorBuilder) {
    builder.set_verify(SslVerifyMode::empty()); //~ disabled-certificate-check
}

pub fn on(builder: &mut SslConnectorBuilder) {
    builder.set_verify(SslVerifyMode::PEER);
}
