//@ dep: anyhow = "1"
//@ dep: tracing = "0.1"
//! What a command was given to make is its answer, to the terminal or to those who watch it.

use anyhow::{Context, Result};

pub trait Client {
    fn create_access_token(&self, name: &str) -> Result<String>;
}

pub fn make(client: &dyn Client, name: &str, quiet: bool) -> Result<()> {
    let token = client.create_access_token(name).with_context(|| format!("cannot make {name}"))?;
    if quiet {
        println!("{token}");
    } else {
        tracing::info!("Token: {}", token);
    }
    Ok(())
}

pub fn renew(client: &dyn Client, name: &str) -> Result<()> {
    let access_token = client.create_access_token(name).with_context(|| format!("cannot make {name}"))?;
    tracing::info!("renewed {}", access_token); //~ secret-in-log
    Ok(())
}
