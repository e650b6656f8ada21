//@ dep: openssh = { version = "0.11", features = ["native-mux"] }
//! By the builder.

use openssh::{KnownHosts, SessionBuilder};

pub fn careless(builder: &mut SessionBuilder) {
    builder.known_hosts_check(KnownHosts::Accept); //~ disabled-certificate-check
}

pub fn careful(builder: &mut SessionBuilder) {
    builder.known_hosts_check(KnownHosts::Strict);
}
