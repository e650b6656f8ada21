//@ dep: bcrypt = "0.15"
//! There is one password, from the settings: whether it is set is no secret of an account.
pub struct Settings {
    pub admin_hash: Option<String>,
}

pub fn check_admin(settings: &Settings, password: &str) -> Result<bool, &'static str> {
    let stored = settings.admin_hash.as_ref().ok_or("no password is set")?;
    bcrypt::verify(password, stored).map_err(|_| "the hash is broken")
}
