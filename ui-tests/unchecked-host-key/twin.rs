//@ dep: ssh2 = "0.9"
//! A function that connects and looks at the key does so for itself.

use std::net::TcpStream;
use std::path::Path;

use ssh2::{CheckResult, KnownHostFileKind, Session};

pub fn blind(user: &str, password: &str) -> Session {
    let mut session = Session::new().unwrap();
    session.set_tcp_stream(TcpStream::connect("files.example.org:22").unwrap());
    session.handshake().unwrap(); //~ unchecked-host-key
    session.userauth_password(user, password).unwrap();
    session
}

pub fn looking(user: &str, password: &str) -> Option<Session> {
    let mut session = Session::new().unwrap();
    session.set_tcp_stream(TcpStream::connect("files.example.org:22").unwrap());
    session.handshake().unwrap();
    let mut hosts = session.known_hosts().unwrap();
    hosts.read_file(Path::new("known_hosts"), KnownHostFileKind::OpenSSH).unwrap();
    let (key, _) = session.host_key()?;
    match hosts.check("files.example.org", key) {
        CheckResult::Match => session.userauth_password(user, password).ok()?,
        _ => return None,
    }
    Some(session)
}
