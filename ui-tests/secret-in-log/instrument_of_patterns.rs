//@ dep: tracing = "0.1"
//! Parameters that are taken apart: the attribute records every variable of a pattern.

pub struct Registration<'a> {
    pub name: &'a str,
    pub password: Option<&'a str>,
    pub guest: bool,
}

#[tracing::instrument(level = "info")]
pub fn register(Registration { name, password, guest }: Registration<'_>) -> usize { //~ secret-in-log
    name.len() + password.map_or(0, str::len) + usize::from(guest)
}

#[tracing::instrument(level = "info", skip(password))]
pub fn register_quietly(Registration { name, password, guest }: Registration<'_>) -> usize {
    name.len() + password.map_or(0, str::len) + usize::from(guest)
}

// What is not bound is not recorded.
#[tracing::instrument(level = "info")]
pub fn greet(Registration { name, .. }: Registration<'_>) -> usize {
    name.len()
}

#[tracing::instrument]
pub fn sign_in((name, api_key): (&str, String)) -> usize { //~ secret-in-log
    name.len() + api_key.len()
}
