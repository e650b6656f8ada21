//@ dep: tokio = { version = "1", features = ["sync"] }
//! Errors that give back what could not be sent or locked do not print it; those of the program do.

use std::sync::RwLock;

use tokio::sync::mpsc::Sender;

#[derive(Debug)]
struct Login {
    pub name: String,
    pub password: String,
}

#[derive(Debug)]
struct Stored {
    pub password: String, //~ secret-in-debug
}

/// A number by which the vault finds a secret.
#[derive(Debug)]
struct HandleToSecret(Vec<u8>);

struct Logins {
    all: RwLock<Vec<Login>>,
}

impl Logins {
    fn count(&self) -> usize {
        self.all.read().unwrap().len()
    }

    async fn send(&self, queue: &Sender<Login>, login: Login) {
        queue.send(login).await.unwrap();
    }
}

fn store(stored: Stored) -> Result<(), Stored> {
    Err(stored)
}

fn main() {
    store(Stored { password: std::env::args().next().unwrap_or_default() }).unwrap();
    eprintln!("{:?}", HandleToSecret(vec![1]));
    dbg!(HandleToSecret(vec![2]));
}
