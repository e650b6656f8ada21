use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

pub fn prepare_keys(key_dir: &Path, agent_socket: &Path) -> io::Result<()> {
    fs::create_dir_all(key_dir)?;
    fs::set_permissions(key_dir, Permissions::from_mode(0o755))?;
    fs::set_permissions(agent_socket, Permissions::from_mode(0o666))
}

pub fn install_credential_script(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(0o755))
}
