//@ dep: ssh2 = "0.9"
//! Another function of the file looks at the key.

use std::net::TcpStream;
use std::path::Path;

use ssh2::{CheckResult, KnownHostFileKind, Session};

pub fn connect(host: &str, port: u16, user: &str) -> Result<Session, Box<dyn std::error::Error>> {
    let mut session = Session::new()?;
    session.set_tcp_stream(TcpStream::connect((host, port))?);
    session.handshake()?;
    verify(&session, host, port)?;
    session.userauth_agent(user)?;
    Ok(session)
}

fn verify(session: &Session, host: &str, port: u16) -> Result<(), Box<dyn std::error::Error>> {
    let (key, _) = session.host_key().ok_or("no key")?;
    let mut known = session.known_hosts()?;
    known.read_file(Path::new("known_hosts"), KnownHostFileKind::OpenSSH)?;
    match known.check_port(host, port, key) {
        CheckResult::Match => Ok(()),
        _ => Err("unknown key".into()),
    }
}
