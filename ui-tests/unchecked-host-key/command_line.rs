//! The program `ssh` is told to believe any server.

use std::process::Command;

const QUIET: &[&str] = &["-q", "-o", "StrictHostKeyChecking=no"];

pub fn uptime(host: &str) {
    let _ = Command::new("ssh").arg("-o").arg("StrictHostKeyChecking=no").arg(host).arg("uptime").status(); //~ unchecked-host-key
}

pub fn copy(from: &str, to: &str) {
    let _ = Command::new("scp").args(["-o", "StrictHostKeyChecking=no", from, to]).status(); //~ unchecked-host-key
}

pub fn quietly(host: &str) {
    let mut ssh = Command::new("ssh");
    ssh.args(QUIET); //~ unchecked-host-key
    let _ = ssh.arg(host).status();
}

pub fn first_contact(host: &str) {
    let _ = Command::new("ssh").args(["-o", "StrictHostKeyChecking=accept-new", host]).status();
}

pub fn known(host: &str) {
    let _ = Command::new("ssh").arg("-o").arg("StrictHostKeyChecking=yes").arg(host).status();
}
