//@ dep: ssh2 = "0.9"
//! Fetches a file from a server whose key is known.

use std::io::Read;
use std::net::TcpStream;
use std::path::Path;

use ssh2::{CheckResult, KnownHostFileKind, Session};

pub fn fetch(host: &str, user: &str, password: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut session = Session::new()?;
    session.set_tcp_stream(TcpStream::connect((host, 22))?);
    session.handshake()?;
    let (key, _) = session.host_key().ok_or("no host key")?;
    let mut known = session.known_hosts()?;
    known.read_file(Path::new("/etc/ssh/ssh_known_hosts"), KnownHostFileKind::OpenSSH)?;
    if !matches!(known.check_port(host, 22, key), CheckResult::Match) {
        return Err("the server has another key".into());
    }
    session.userauth_password(user, password)?;
    let (mut file, _) = session.scp_recv(Path::new("/etc/app/state.json"))?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text)
}
