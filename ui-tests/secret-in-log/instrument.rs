//@ dep: tracing = "0.1"
//! Parameters that an attribute records.

pub struct Mailer;

impl Mailer {
    #[tracing::instrument(skip(self))]
    pub fn reset_password(&self, user: u64, new_password: String) { //~ secret-in-log
        tracing::info!(user, length = new_password.len());
    }

    #[tracing::instrument(skip_all, fields(user))]
    pub fn check_password(&self, user: u64, password: String) {
        tracing::info!(user, length = password.len());
    }

    #[tracing::instrument(skip(self, api_key))]
    pub fn call(&self, api_key: &str, password_count: usize) -> usize {
        api_key.len() + password_count
    }
}
