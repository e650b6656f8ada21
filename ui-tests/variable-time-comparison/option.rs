//! An option against an option.

pub struct User {
    pub recovery_code: Option<String>,
    pub reset_token: Option<Vec<u8>>,
}

impl User {
    pub fn check_recovery_code(&self, code: &str) -> bool {
        self.recovery_code.as_deref() == Some(code) //~ variable-time-comparison
    }

    pub fn check_reset_token(&self, token: &[u8]) -> bool {
        Some(token) == self.reset_token.as_deref() //~ variable-time-comparison
    }

    pub fn has_reset_token(&self) -> bool {
        self.reset_token != None
    }
}
