//@ dep: ssh2 = "0.9"
//! A key to sign in says who the client is, not who the server is.

use std::net::TcpStream;
use std::path::Path;

pub struct Remote {
    session: ssh2::Session,
}

impl Remote {
    pub fn open(address: &str, key: &Path) -> Result<Remote, Box<dyn std::error::Error>> {
        let mut session = ssh2::Session::new()?;
        session.set_tcp_stream(TcpStream::connect(address)?);
        session.handshake()?; //~ unchecked-host-key
        session.userauth_pubkey_file("deploy", None, key, None)?;
        Ok(Remote { session })
    }

    pub fn run(&self, command: &str) -> Result<i32, ssh2::Error> {
        let mut channel = self.session.channel_session()?;
        channel.exec(command)?;
        channel.exit_status()
    }
}
