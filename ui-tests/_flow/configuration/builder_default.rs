//@ dep: derive_builder = "0.20"
//! Crates that derive `Default` and builders take values in attributes.

use derive_builder::Builder;

#[derive(Builder)]
pub struct Settings {
    #[builder(default = "8080")]
    pub port: u16,
    #[builder(default = "String::from(\"/var/lib/ledger\")")]
    pub folder: String,
    #[builder(setter(into), default = String::from("Quai-7-Rotterdam"))] //~ hardcoded-secret
    pub admin_password: String,
}
