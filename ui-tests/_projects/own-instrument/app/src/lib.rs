//! The one leaves the parameters out, the other records them.

#[logging::instrument(err)]
pub fn unlock(password: &str) -> Result<usize, String> {
    Ok(password.len())
}

#[tracing::instrument(err)]
pub fn sign_in(password: &str) -> Result<usize, String> { //~ secret-in-log
    Ok(password.len())
}
