//@ dep: reqwest = "0.12"
//! A public field may be set by others; a private switch that is always on is on.

pub struct Open {
    pub insecure: bool,
}

impl Open {
    pub fn new() -> Open {
        Open { insecure: true }
    }

    pub fn client(&self) -> reqwest::Result<reqwest::Client> {
        reqwest::Client::builder().danger_accept_invalid_certs(self.insecure).build()
    }
}

pub struct Closed {
    insecure: bool,
}

impl Closed {
    pub fn new() -> Closed {
        Closed { insecure: true }
    }

    pub fn client(&self) -> reqwest::Result<reqwest::Client> {
        reqwest::Client::builder().danger_accept_invalid_certs(self.insecure).build() //~ disabled-certificate-check
    }
}
