//! A session whose key another file looks at, and one that nobody looks at.

pub mod blind;
mod host;

use std::net::TcpStream;

use ssh2::Session;

pub fn connect(host: &str, port: u16, user: &str) -> Result<Session, Box<dyn std::error::Error>> {
    let mut session = Session::new()?;
    session.set_tcp_stream(TcpStream::connect((host, port))?);
    session.handshake()?;
    host::compare(&session, host, port)?;
    session.userauth_agent(user)?;
    Ok(session)
}
