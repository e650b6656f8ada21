// Somebody takes care of who may read it.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).mode(0o600).open(path)
}

pub fn made_so(path: &Path, private_key: &[u8]) -> io::Result<()> {
    create(path)?.write_all(private_key)
}

pub fn afterwards(path: &Path, private_key: &[u8]) -> io::Result<()> {
    fs::write(path, private_key)?;
    fs::set_permissions(path, Permissions::from_mode(0o600))
}

fn restrict_to_owner(_path: &Path) -> io::Result<()> {
    Ok(())
}

pub fn by_another(path: &Path, private_key: &[u8]) -> io::Result<()> {
    fs::write(path, private_key)?;
    restrict_to_owner(path)
}
