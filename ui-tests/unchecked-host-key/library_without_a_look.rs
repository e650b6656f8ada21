//@ dep: ssh = { package = "ssh-rs", version = "0.5" }
//! A library that cannot look at the key.

pub fn uptime(address: &str, user: &str, password: &str) -> ssh::SshResult<Vec<u8>> {
    let mut session = ssh::create_session().username(user).password(password).connect(address)?.run_local(); //~ unchecked-host-key
    let exec = session.open_exec()?;
    exec.send_command("uptime")
}
