// The key of a pair is a name; its secret is hidden.

use std::fmt;

pub struct ExchangeLogin {
    pub api_key: String,
    pub api_secret: String,
}

impl fmt::Debug for ExchangeLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExchangeLogin").field("api_key", &self.api_key).field("api_secret", &"..").finish()
    }
}

pub struct MailLogin {
    pub api_key: String,
    pub sender: String,
}

impl fmt::Debug for MailLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailLogin")
            .field("api_key", &self.api_key) //~ secret-in-debug
            .field("sender", &self.sender)
            .finish()
    }
}

pub struct BothShown {
    pub api_key: String,
    pub api_secret: String,
}

impl fmt::Debug for BothShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.api_key, self.api_secret) //~ secret-in-debug
    }
}
