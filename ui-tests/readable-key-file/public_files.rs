use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

pub fn write_public_key(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o644))
}

pub fn write_pair(dir: &Path) -> io::Result<()> {
    let cert_path = dir.join("cert.pem");
    let key_path = dir.join("key.pem");
    fs::set_permissions(&cert_path, Permissions::from_mode(0o644))?;
    fs::set_permissions(&key_path, Permissions::from_mode(0o600))
}

pub fn write_log(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o644))
}
