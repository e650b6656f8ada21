//@ dep: ssh2 = "0.9"
//! Tests talk to a server of their own.

pub fn port() -> u16 {
    2222
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    #[test]
    fn connects() -> Result<(), Box<dyn std::error::Error>> {
        let mut session = ssh2::Session::new()?;
        session.set_tcp_stream(TcpStream::connect(("127.0.0.1", super::port()))?);
        session.handshake()?;
        Ok(())
    }
}
