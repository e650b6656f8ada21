//@ dep: axum = "0.8"
//@ dep: clap = { version = "4", features = ["derive"] }
//@ dep: hex = "0.4"
//@ dep: tracing = "0.1"
//! Commands that were given to make a secret, in the program of a server.

use clap::{Parser, Subcommand};

#[derive(Parser)]
pub struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Issue { user: String },
    Login { password: String },
    MasterKey,
}

pub struct Issued {
    pub token: String,
}

fn add_token(user: &str) -> Issued {
    Issued { token: user.to_owned() }
}

impl Options {
    pub fn run(&self) {
        match &self.command {
            Command::Issue { user } => {
                let access_token = add_token(user);
                tracing::info!(user, "access token issued: {}", access_token.token);
            }
            Command::Login { password } => tracing::info!("logging in with {password}"), //~ secret-in-log
            Command::MasterKey => {
                let master_key = generate_key();
                println!("{}", hex::encode(master_key));
            }
        }
    }
}

fn generate_key() -> [u8; 32] {
    let mut key = [7; 32];
    key[0] = 3;
    key
}

pub async fn issue(user: String) -> String {
    let access_token = add_token(&user);
    tracing::info!(user, "access token issued: {}", access_token.token); //~ secret-in-log
    user
}
