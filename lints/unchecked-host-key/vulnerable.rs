//@ dep: ssh2 = "0.9"
//! Fetches a file from a server, whoever answers.

use std::io::Read;
use std::net::TcpStream;
use std::path::Path;

use ssh2::Session;

pub fn fetch(host: &str, user: &str, password: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut session = Session::new()?;
    session.set_tcp_stream(TcpStream::connect((host, 22))?);
    session.handshake()?; //~ unchecked-host-key
    session.userauth_password(user, password)?;
    let (mut file, _) = session.scp_recv(Path::new("/etc/app/state.json"))?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text)
}
