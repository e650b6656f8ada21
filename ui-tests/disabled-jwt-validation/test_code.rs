//@ dep: jsonwebtoken = "9"
//! A test looks into a token.

#[cfg(test)]
mod tests {
    use jsonwebtoken::Validation;

    #[test]
    fn looks_inside() {
        let mut validation = Validation::default();
        validation.insecure_disable_signature_validation();
        validation.validate_exp = false;
    }
}
