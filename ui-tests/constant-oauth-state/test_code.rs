//@ dep: oauth2 = "5"
//! A state that a test compares.

#[cfg(test)]
mod tests {
    use oauth2::CsrfToken;

    #[test]
    fn is_kept() {
        let state = CsrfToken::new("state".to_owned());
        assert_eq!(state.secret(), "state");
    }
}
