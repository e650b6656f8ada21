//@ dep: anyhow = "1"
//@ dep: tracing = "0.1"
//! What a command was given to make is its answer, to the terminal or to those who watch it.

use anyhow::{Context, Result};

pub struct Made {
    pub token: String,
}

pub trait Client {
    fn create_access_token(&self, name: &str) -> Result<Made>;
}

pub fn make(client: &dyn Client, name: &str, quiet: bool) -> Result<()> {
    let made = client.create_access_token(name).with_context(|| format!("cannot make {name}"))?;
    if quiet {
        println!("{}", made.token);
    } else {
        tracing::info!("Token: {}", &made.token);
    }
    Ok(())
}

pub fn renew(client: &dyn Client, name: &str) -> Result<()> {
    let made = client.create_access_token(name).with_context(|| format!("cannot make {name}"))?;
    let access_token = made.token;
    tracing::info!("renewed {}", access_token); //~ secret-in-log
    Ok(())
}
