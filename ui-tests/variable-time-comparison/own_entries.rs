//! Entries that the program finds again by the secret in them, and a session that somebody asks for.

pub struct Credential {
    pub api_key: String,
    pub exhausted: bool,
}

pub struct Pool {
    credentials: Vec<Credential>,
}

impl Pool {
    pub fn mark_exhausted(&mut self, api_key: &str) {
        if let Some(found) = self.credentials.iter_mut().find(|c| c.api_key == api_key) {
            found.exhausted = true;
        }
    }

    pub fn revoke(&mut self, api_key: &str) -> usize {
        self.credentials.retain(|c| c.api_key != api_key);
        self.credentials.len()
    }

    pub fn owner(&self, api_key: &str) -> Option<&Credential> {
        self.credentials.iter().find(|c| c.api_key == api_key) //~ variable-time-comparison
    }
}
