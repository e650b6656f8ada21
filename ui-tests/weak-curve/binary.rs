//@ dep: openssl = "0.10"
//! A binary curve, through a renamed import.

use openssl::ec::EcGroup;
use openssl::error::ErrorStack;
use openssl::nid::Nid as Curve;

pub fn group() -> Result<EcGroup, ErrorStack> {
    EcGroup::from_curve_name(Curve::SECT163K1) //~ weak-curve
}
