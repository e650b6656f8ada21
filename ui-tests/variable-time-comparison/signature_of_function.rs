//! Signatures of functions.

#[derive(PartialEq)]
pub struct Signature {
    pub parameters: Vec<String>,
    pub answer: String,
}

pub fn overrides(signature: &Signature, other_signature: &Signature) -> bool {
    signature == other_signature && signature.parameters.len() == other_signature.parameters.len()
}
