//@ dep: tracing = "0.1"
//! Where a secret is: the key of an entry, the file that a variable of the environment names.

use tracing::{debug, info};

pub fn entry(namespace: &str, secret_name: &str, secret_data_key: &str) {
    debug!("reading {} of {}/{}", secret_data_key, namespace, secret_name);
}

pub fn connect() {
    let google_application_credentials = std::env::var("GOOGLE_APPLICATION_CREDENTIALS").unwrap_or_default();
    info!("credentials from {google_application_credentials}");
}

pub fn sign(name: &str, secret_key: &str) {
    debug!("signing for {name} with {}", secret_key); //~ secret-in-log
}

pub fn connect_with() {
    let database_password = std::env::var("DATABASE_PASSWORD").unwrap_or_default();
    info!("password {database_password}"); //~ secret-in-log
}
