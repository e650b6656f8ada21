//! What has changed is taken over, by whatever call: nobody is let in by the answer.

pub struct Account {
    secret: String,
    changed: bool,
}

impl Account {
    pub fn password(&self) -> Option<&str> {
        Some(&self.secret)
    }

    pub fn set_password(&mut self, secret: String) {
        self.secret = secret;
    }
}

pub struct Column<T>(Option<T>);

#[allow(non_snake_case)]
pub fn Set<T>(value: T) -> Column<T> {
    Column(Some(value))
}

pub struct Row {
    pub secret_key: Column<String>,
}

pub fn validate_session(account: &mut Account, secret: Option<String>) {
    if let Some(secret) = secret
        && secret != account.password().unwrap_or_default()
    {
        account.changed = true;
        account.set_password(secret);
    }
}

pub fn check_rows(rows: &mut [Row], old_secret_key: &str, secret_key: &str) {
    if secret_key != old_secret_key {
        for row in rows {
            row.secret_key = Set(secret_key.to_owned());
        }
    }
}

pub fn check_candidates(candidates: &mut Vec<String>, secret: String) {
    if !secret.is_empty() && !candidates.iter().any(|candidate| candidate == &secret) {
        candidates.push(secret);
    }
}

pub struct Attempts {
    seen: Vec<String>,
}

/// What was wrong is kept too, but refused.
pub fn verify_password(attempts: &mut Attempts, kept_password: &str, password: &str) -> bool {
    if password != kept_password { //~ variable-time-comparison
        attempts.seen.push(password.to_owned());
        return false;
    }
    true
}

pub fn change_password(old_password: Option<&str>, new_password: &str) -> Result<(), &'static str> {
    if old_password.is_some_and(|pass| pass == new_password) {
        return Err("the new password is the old one");
    }
    Ok(())
}
