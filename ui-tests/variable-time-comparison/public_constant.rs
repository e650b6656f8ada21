//! A guard that refuses the well-known value.

const DEFAULT_SECRET: &str = "changeme";

pub fn refuse_default(secret: &str) -> Result<(), &'static str> {
    if secret == DEFAULT_SECRET || secret == "secret" {
        return Err("choose a secret of your own");
    }
    Ok(())
}
