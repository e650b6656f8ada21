//! Tokens that name a version, a lock or its owner.

pub enum Condition {
    StateToken { negated: bool, token: String },
    ETag { negated: bool, tag: String },
    Bearer { token: String },
}

pub struct Resource {
    pub sync_token: Option<String>,
    pub lock_tokens: Vec<String>,
}

pub fn validate_headers(resource: &Resource, current_state: &str, conditions: &[Condition], access: &str) -> bool {
    conditions.iter().all(|condition| match condition {
        Condition::StateToken { negated, token } => (current_state == token) ^ negated,
        Condition::ETag { negated, tag } => resource.sync_token.as_ref().is_some_and(|sync_token| sync_token == tag) ^ negated,
        Condition::Bearer { token } => token == access, //~ variable-time-comparison
    })
}

pub fn check_state(current_token: &str, condition: &Condition) -> bool {
    match condition {
        Condition::StateToken { token, .. } => current_token == token,
        _ => false,
    }
}

pub fn authorize_unlock(resource: &Resource, lock_token: &str) -> bool {
    resource.lock_tokens.iter().any(|held| held == lock_token)
}

pub struct RequestGuard {
    token: String,
    pending: std::sync::Mutex<Option<String>>,
}

impl Drop for RequestGuard {
    fn drop(&mut self) {
        if let Ok(mut pending) = self.pending.lock()
            && pending.as_ref().is_some_and(|pending_token| *pending_token == self.token)
        {
            *pending = None;
        }
    }
}
