//@ dep: tracing = "0.1"
//! The password of a database stands in its address.

use tracing::{debug, info};

pub struct Settings {
    pub database_url: String,
    pub dsn: String,
    pub base_url: String,
}

pub struct PgSettings {
    pub connection_string: String,
}

pub fn connect(settings: &Settings, pg: &PgSettings) {
    info!("connecting to {}", settings.database_url); //~ secret-in-log
    debug!("postgres: {}", pg.connection_string); //~ secret-in-log
    info!("serving at {}", settings.base_url);
}

pub fn open_postgres(dsn: &str) {
    debug!("opening {dsn}"); //~ secret-in-log
}

// Of errors that are reported, or of bounces of mail.
pub fn report(settings: &Settings) {
    info!("reporting to {}", settings.dsn);
}

pub fn mask(url: &str) -> String {
    url.split('@').next_back().unwrap_or_default().to_owned()
}

pub fn connect_quietly(settings: &Settings) {
    let masked_database_url = mask(&settings.database_url);
    info!("connecting to {masked_database_url}");
    info!("connecting to {}", mask(&settings.database_url));
}

// A file.
pub fn open_sqlite(db_url: &str) {
    info!("opening {db_url}");
}

pub fn open_default() {
    const DATABASE_URL: &str = "postgres://localhost/app";
    info!("opening {DATABASE_URL}");
}
