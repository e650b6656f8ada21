use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const MODE: u32 = 0o755;

pub fn save_credentials(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)?;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(0o666); //~ readable-key-file
    fs::set_permissions(path, permissions)
}

pub fn rotate(secret_path: &Path) -> io::Result<()> {
    fs::set_permissions(secret_path, fs::Permissions::from_mode(MODE)) //~ readable-key-file
}
