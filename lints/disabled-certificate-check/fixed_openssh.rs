//@ dep: openssh = { version = "0.11", features = ["native-mux"] }
//! Runs commands on the build machine.

use openssh::{Error, KnownHosts, Session};

/// The host key of the build machine stands in `known_hosts`.
pub async fn session(destination: &str) -> Result<Session, Error> {
    Session::connect_mux(destination, KnownHosts::Strict).await
}
