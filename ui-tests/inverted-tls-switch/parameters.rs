//! The declared name of a parameter decides, not the name of the function.

pub struct Connection {
    verify_peer: bool,
}

impl Connection {
    pub fn open(host: &str, verify_peer: bool) -> Connection {
        let _ = host;
        Connection { verify_peer }
    }

    pub fn verify_certificate(&self, skip: bool) -> bool {
        skip || self.verify_peer
    }
}

pub fn connect(accept_invalid_certs: bool, disable_hostname_check: bool) -> bool {
    let first = Connection::open("a.example", accept_invalid_certs); //~ inverted-tls-switch
    let second = Connection::open("b.example", !accept_invalid_certs);
    let verify_tls = disable_hostname_check; //~ inverted-tls-switch
    first.verify_certificate(disable_hostname_check) && second.verify_peer && verify_tls
}
