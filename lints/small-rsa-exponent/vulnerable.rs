//@ dep: openssl = "0.10"
//! Makes the key of a code-signing service.

use openssl::bn::BigNum;
use openssl::error::ErrorStack;
use openssl::pkey::Private;
use openssl::rsa::Rsa;

pub fn signing_key() -> Result<Rsa<Private>, ErrorStack> {
    let exponent = BigNum::from_u32(3)?;
    Rsa::generate_with_e(3072, &exponent) //~ small-rsa-exponent
}
