//! Programs that are told not to look at the certificate.

use std::process::Command;

pub fn fetched(url: &str) {
    let _ = Command::new("curl").arg("-sS").arg("-k").arg(url).output(); //~ disabled-certificate-check
}

pub fn fetched_into(url: &str, file: &str) {
    let _ = Command::new("curl").args(["--insecure", "-o", file, url]).output(); //~ disabled-certificate-check
}

pub fn mirrored(url: &str) {
    let mut wget = Command::new("wget");
    wget.arg("-q");
    wget.arg("--no-check-certificate"); //~ disabled-certificate-check
    let _ = wget.arg(url).status();
}

pub fn as_asked(url: &str, insecure: bool) {
    let mut curl = Command::new("curl");
    if insecure {
        curl.arg("-k");
    }
    let _ = curl.arg(url).output();
}

pub fn another_program(archive: &str) {
    let _ = Command::new("tar").args(["-x", "-k", "-f", archive]).status();
}

pub fn checked(url: &str) {
    let _ = Command::new("curl").args(["-sS", url]).output();
}
