//@ dep: openssl = "0.10"
//! P-224 is the shortest that is not reported.

use openssl::ec::EcGroup;
use openssl::error::ErrorStack;
use openssl::nid::Nid;

pub fn groups() -> Result<Vec<EcGroup>, ErrorStack> {
    [Nid::SECP224R1, Nid::X9_62_PRIME256V1, Nid::SECP256K1, Nid::SECP384R1, Nid::SECP521R1]
        .into_iter()
        .map(EcGroup::from_curve_name)
        .collect()
}
