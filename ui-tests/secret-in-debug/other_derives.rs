// An attribute for another derived trait hides nothing from the derived `Debug`.
//@ dep: derivative = "2"

use derivative::Derivative;

#[derive(Clone, Debug)]
#[cfg_attr(test, derive(Derivative))]
#[cfg_attr(test, derivative(Default))]
pub struct LinkedService {
    #[cfg_attr(test, derivative(Default(value = "0")))]
    pub expires_in: u64,
    #[cfg_attr(test, derivative(Default(value = r#"String::from("token")"#)))]
    pub access_token: String, //~ secret-in-debug
}

#[derive(Derivative)]
#[derivative(Debug)]
pub struct Hidden {
    pub name: String,
    #[derivative(Debug = "ignore")]
    pub access_token: String,
}

pub fn link(service: LinkedService, hidden: Hidden) -> usize {
    service.access_token.len() + hidden.access_token.len()
}
