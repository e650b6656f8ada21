//! Codes that somebody proves who they are with, and other codes.
use std::collections::HashMap;

pub struct ResetCodes {
    codes: HashMap<String, String>,
}

impl ResetCodes {
    pub fn check(&self, email: &str, code: &str) -> bool {
        match self.codes.get(email) {
            Some(stored) => stored == code, //~ variable-time-comparison
            None => false,
        }
    }

    pub fn finish(&mut self, email: &str, reset_token: &str) -> Result<(), String> {
        let expected = self.codes.remove(email).ok_or("nothing was asked for")?;
        if expected.as_str() != reset_token {
            //~^ variable-time-comparison
            return Err("wrong".to_owned());
        }
        Ok(())
    }
}

pub fn otp_matches(pending: &HashMap<String, String>, phone: &str, otp: &str) -> bool {
    pending.get(phone).is_some_and(|expected| expected == otp) //~ variable-time-comparison
}

pub struct Countries {
    by_name: HashMap<String, String>,
}

impl Countries {
    pub fn check(&self, name: &str, code: &str) -> bool {
        self.by_name.get(name).is_some_and(|known| known == code)
    }
}

const REFUSED: &[&str] = &["letmein", "correct horse", "12345678"];

pub fn is_refused(password: &str) -> bool {
    REFUSED.iter().any(|known| known == &password)
}

pub fn is_refused_in_any_spelling(password: &str) -> bool {
    REFUSED.iter().any(|known| known.eq_ignore_ascii_case(password))
}

pub fn is_retry(code: &str, last: &str) -> bool {
    code == last
}

pub fn exit_code(code: i32) -> bool {
    code == 0
}
