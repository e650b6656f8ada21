//! The file of known hosts.

use std::path::Path;

use ssh2::{CheckResult, KnownHostFileKind, Session};

pub fn compare(session: &Session, host: &str, port: u16) -> Result<(), Box<dyn std::error::Error>> {
    let mut known = session.known_hosts()?;
    known.read_file(Path::new("known_hosts"), KnownHostFileKind::OpenSSH)?;
    let (key, _) = session.host_key().ok_or("no key")?;
    match known.check_port(host, port, key) {
        CheckResult::Match => Ok(()),
        _ => Err("another server".into()),
    }
}
