//@ dep: derivative = "2"
//@ dep: smart-default = "0.7"
//! Crates that derive `Default` take the values from attributes, some of them as code in a text.

use derivative::Derivative;
use smart_default::SmartDefault;

#[derive(SmartDefault)]
pub struct Server {
    #[default = 8080]
    pub port: u16,
    #[default = "/var/lib/ledger"]
    pub secret_folder: String,
    #[default = "Quai-7-Rotterdam"] //~ hardcoded-secret
    pub session_secret: String,
    #[default(_code = "String::from(\"Quai-8-Rotterdam\")")] //~ hardcoded-secret
    pub admin_password: String,
}

#[derive(Derivative)]
#[derivative(Default)]
pub struct Database {
    #[derivative(Default(value = "5432"))]
    pub port: u16,
    #[derivative(Default(value = "\"Quai-9-Rotterdam\".to_owned()"))] //~ hardcoded-secret
    pub password: String,
    #[derivative(Debug = "ignore")]
    pub token: Option<String>,
}
