//@ dep: axum = "0.7"
//@ dep: clap = { version = "4", features = ["derive"] }
//! A new token that a command prints with words from variables.

use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    Token { name: String },
    Show { name: String },
}

pub struct Made {
    pub token: String,
}

pub trait Client {
    fn ask(&self, name: &str) -> Option<Made>;
}

pub fn run(client: &dyn Client, command: Command) {
    match command {
        Command::Token { name } => {
            if let Some(response) = client.ask(&name) {
                let access_token = response.token;
                let title = format!("{name}: a new token was created");
                println!("{title}\nToken: {access_token}");
            }
        }
        Command::Show { name } => {
            if let Some(response) = client.ask(&name) {
                let access_token = response.token;
                let title = format!("{name}: this is it");
                println!("{title}\nToken: {access_token}"); //~ secret-in-log
            }
        }
    }
}
