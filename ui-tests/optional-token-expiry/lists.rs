//@ dep: jsonwebtoken = "9"
//@ dep: claims = "1"
//@ profile: strict
//! Lists of required claims that lack the expiry, and such that do not.

use std::collections::HashSet;

use jsonwebtoken::Validation;

const REQUIRED: &[&str] = &["sub", "aud"];

pub fn empty(validation: &mut Validation) {
    validation.set_required_spec_claims::<&str>(&[]); //~ optional-token-expiry
}

pub fn others(validation: &mut Validation) {
    validation.set_required_spec_claims(&["iss", "sub"]); //~ optional-token-expiry
}

pub fn constant(validation: &mut Validation) {
    validation.set_required_spec_claims(REQUIRED); //~ optional-token-expiry
}

pub fn set(validation: &mut Validation) {
    validation.required_spec_claims = HashSet::new(); //~ optional-token-expiry
}

pub fn with_expiry(validation: &mut Validation) {
    validation.set_required_spec_claims(&["exp", "iss"]);
}

pub fn given(validation: &mut Validation, required: &[String]) {
    validation.set_required_spec_claims(required);
}

pub fn partly_given(validation: &mut Validation, own: &str) {
    validation.set_required_spec_claims(&["sub", own]);
}

pub fn collected(validation: &mut Validation, required: HashSet<String>) {
    validation.required_spec_claims = required;
}

pub fn filled(validation: &mut Validation) {
    let mut required = HashSet::new();
    required.insert("exp".to_owned());
    validation.required_spec_claims = required;
}

pub fn filled_by_others(validation: &mut Validation, fill: fn(&mut HashSet<String>)) {
    let mut required = HashSet::new();
    fill(&mut required);
    validation.required_spec_claims = required;
}

pub fn filled_in_a_loop(validation: &mut Validation, names: &[String]) {
    let mut required = HashSet::new();
    for name in names {
        required.insert(name.clone());
    }
    validation.required_spec_claims = required;
}

pub fn of_another_crate(validation: &mut Validation) {
    validation.set_required_spec_claims(claims::REQUIRED);
}
