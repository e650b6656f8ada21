//@ dep: tracing = "0.1"
//! A small function writes what it is given, under a name that says nothing.

use tracing::{debug, info};

pub struct Account {
    pub name: String,
    pub password: String,
}

fn trace_value(name: &str, value: &str) {
    info!("{}: {}", name, value);
}

fn trace_masked(name: &str, value: &str) {
    let value = &value[..2];
    info!("{}: {}", name, value);
}

fn trace_length(name: &str, value: &str) {
    info!("{}: {}", name, value.len());
}

fn trace_password(password: &str) {
    debug!("{password}"); //~ secret-in-log
}

/// What is asked for by its id is no secret to this function.
fn find(id: &str) -> bool {
    debug!("no entry {id}");
    id.is_empty()
}

/// The name is as vague as before, and so is told by itself or not at all.
fn compare(token: &str) {
    debug!("comparing {token}");
}

pub struct Notes;

impl Notes {
    fn add(&self, text: impl AsRef<str>) {
        info!("{}", text.as_ref());
    }
}

pub fn sign_in(account: &Account) {
    trace_value("account", &account.name);
    trace_value("password", &account.password); //~ secret-in-log
    trace_masked("password", &account.password);
    trace_length("password", &account.password);
    trace_password(&account.password);
    find(&account.password);
}

pub struct UpgradeAccount {
    pub token: String,
}

pub fn upgrade(request: &UpgradeAccount) {
    compare(&request.token);
}

pub fn connect(notes: &Notes, api_key: &str, region: &str) {
    notes.add(format!("connecting to {region}"));
    notes.add(format!("with {api_key}")); //~ secret-in-log
}
