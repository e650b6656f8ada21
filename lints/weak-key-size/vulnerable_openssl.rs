//@ dep: openssl = "0.10"
//! Makes the parameters of a server.

use openssl::dh::Dh;
use openssl::error::ErrorStack;
use openssl::pkey::Params;

pub fn parameters() -> Result<Dh<Params>, ErrorStack> {
    Dh::generate_params(1024, 2) //~ weak-key-size
}
