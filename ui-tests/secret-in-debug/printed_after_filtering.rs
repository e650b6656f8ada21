//@ dep: log = "0.4"
//! A variable that is named for what was left out of it holds no secrets; another one does.

#[derive(Clone, Debug)]
pub struct Connection {
    pub host: String,
    pub password: Option<String>, //~ secret-in-debug
}

#[derive(Clone, Debug)]
pub struct Storage {
    pub host: String,
    pub password: Option<String>,
}

fn connect(connection: &Connection, storage: &Storage) {
    let mut redacted_storage = storage.clone();
    redacted_storage.password = None;
    log::debug!("storage {redacted_storage:?}");
    log::debug!("connection {connection:?}");
}

fn main() {
    let storage = Storage { host: "localhost".to_owned(), password: None };
    connect(&Connection { host: storage.host.clone(), password: None }, &storage);
}
