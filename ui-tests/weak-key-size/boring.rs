//@ dep: boring = "4"
//! The same API as that of OpenSSL.

use boring::error::ErrorStack;
use boring::pkey::Private;
use boring::rsa::Rsa;

pub fn key() -> Result<Rsa<Private>, ErrorStack> {
    Rsa::generate(512) //~ weak-key-size
}
