//@ dep: openssl = "0.10"
//! Makes the key of a device.

use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::pkey::Private;

pub fn device_key() -> Result<EcKey<Private>, ErrorStack> {
    let group = EcGroup::from_curve_name(Nid::SECP160R1)?; //~ weak-curve
    EcKey::generate(&group)
}
