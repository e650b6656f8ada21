//@ dep: axum = "0.8"
//@ dep: tracing = "0.1"
//! A copy is printed whose secrets were overwritten.

use std::collections::HashMap;

use tracing::info;

#[derive(Clone, Debug)]
struct Settings {
    host: String,
    password: String,
}

#[derive(Clone, Debug)]
struct Worker {
    host: String,
    secrets: HashMap<String, String>,
}

#[derive(Clone, Debug)]
struct Account {
    name: String,
    password: String, //~ secret-in-debug
}

pub(crate) fn start(settings: &Settings) {
    let mut shown = settings.clone();
    shown.password = "***".to_owned();
    info!("settings: {shown:?}");
}

pub(crate) fn start_worker(worker: &Worker) {
    let mut worker = worker.clone();
    worker.secrets = worker.secrets.into_iter().map(|(name, _)| (name, "<secret>".to_owned())).collect();
    info!(?worker, "starts");
}

// Another password is no less a secret.
pub(crate) fn change(account: &Account, password: &str) -> Account {
    let mut account = account.clone();
    account.password = password.to_owned();
    info!("changed: {account:?}");
    account
}
