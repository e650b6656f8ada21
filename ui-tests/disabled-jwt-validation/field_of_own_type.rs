//! A type of the project with fields of the same names.

#[derive(Default)]
pub struct Validation {
    pub validate_exp: bool,
    pub validate_aud: bool,
}

pub fn form() -> Validation {
    let mut validation = Validation::default();
    validation.validate_exp = false;
    validation
}
