//@ dep: openssl = "0.10"
//! The curve is chosen once.

use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::pkey::Private;

const CURVE: Nid = Nid::X9_62_PRIME192V1; //~ weak-curve

pub fn key() -> Result<EcKey<Private>, ErrorStack> {
    EcKey::generate(&*EcGroup::from_curve_name(CURVE)?)
}
