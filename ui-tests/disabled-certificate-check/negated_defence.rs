//@ dep: reqwest = "0.12"
//! A switch whose name says that the certificate is not verified; one that says how to verify is another thing.

pub struct Options {
    pub do_not_verify_cert: bool,
    pub proxy: bool,
}

fn build(options: &Options) -> reqwest::Result<reqwest::Client> {
    if options.do_not_verify_cert {
        return trusting();
    }
    reqwest::Client::builder().build()
}

fn trusting() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build()
}

pub fn through_proxy(options: &Options) -> reqwest::Result<reqwest::Client> {
    if options.proxy {
        return relayed();
    }
    build(options)
}

fn relayed() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().danger_accept_invalid_certs(true).build() //~ disabled-certificate-check
}
