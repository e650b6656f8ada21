//@ dep: openssl = "0.10"
//! The version stands in a constant.

use openssl::error::ErrorStack;
use openssl::ssl::{SslContext, SslMethod, SslVersion};

const LEAST: SslVersion = SslVersion::TLS1;

pub fn context() -> Result<SslContext, ErrorStack> {
    let mut builder = SslContext::builder(SslMethod::tls())?;
    builder.set_min_proto_version(Some(LEAST))?; //~ old-tls-version
    Ok(builder.build())
}
