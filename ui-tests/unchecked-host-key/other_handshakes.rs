//@ dep: native-tls = "0.2"
//! Handshakes of other protocols.

use std::net::TcpStream;

pub struct Peer {
    stream: TcpStream,
}

impl Peer {
    pub fn handshake(&mut self) -> std::io::Result<()> {
        self.stream.set_nodelay(true)
    }
}

pub fn greet(peer: &mut Peer) -> std::io::Result<()> {
    peer.handshake()
}

pub fn finish(
    middle: native_tls::MidHandshakeTlsStream<TcpStream>,
) -> Result<native_tls::TlsStream<TcpStream>, native_tls::HandshakeError<TcpStream>> {
    middle.handshake()
}
