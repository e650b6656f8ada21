//! The token of before is compared to see whether it is another one; the old password is one that somebody types.

pub struct Session {
    pub old_device_token: Option<String>,
    pub password: String,
}

impl Session {
    pub fn register(&self, device_token: &str) -> bool {
        match &self.old_device_token {
            Some(token) if self.old_device_token.as_deref() == Some(device_token) => token.is_empty(),
            _ => true,
        }
    }

    pub fn check_password(&self, old_password: &str) -> bool {
        self.password == old_password //~ variable-time-comparison
    }

    /// Tokens of challenges are read by whoever asks.
    pub fn answer_request(&self, challenge_token: &str, kept: &str) -> Option<String> {
        if challenge_token == kept { Some(format!("{kept}.thumbprint")) } else { None }
    }
}

pub mod auth {
    pub fn again(refreshed: Result<String, String>, sent: Option<String>) -> Result<String, String> {
        let Some(sent_token) = sent else { return Err("nothing was sent".to_owned()) };
        match refreshed {
            Ok(fresh_token) if fresh_token != sent_token => Ok(fresh_token),
            Ok(_) => Err("the same again".to_owned()),
            Err(error) => Err(error),
        }
    }
}
