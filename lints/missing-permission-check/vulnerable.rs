//! A store of files behind a protocol of its own: every operation says for whom it is done.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::PathBuf;

/// What somebody may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See names.
    List,
    /// Read content.
    Read,
    /// Change content.
    Write,
    /// Remove it.
    Delete,
}

/// Somebody who is connected.
pub struct Session {
    user: String,
}

/// What users may do.
pub struct Policy {
    allowed: HashMap<String, Vec<Action>>,
}

impl Policy {
    fn authorize(&self, session: &Session, action: Action) -> io::Result<()> {
        let allowed = self.allowed.get(&session.user).is_some_and(|all| all.contains(&action));
        if allowed { Ok(()) } else { Err(io::Error::new(io::ErrorKind::PermissionDenied, "access denied")) }
    }
}

/// The files.
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.root.join(name))
    }

    fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        fs::write(self.root.join(name), content)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.root.join(name))
    }

    fn names(&self) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(&self.root)?.map(|entry| entry.map(|e| e.path())).collect()
    }
}

/// Answers requests.
pub struct Server {
    policy: Policy,
    disk: Disk,
}

impl Server {
    /// Names of all files.
    pub fn list(&self, session: &Session) -> io::Result<Vec<PathBuf>> {
        self.policy.authorize(session, Action::List)?;
        self.disk.names()
    }

    /// The content of a file.
    pub fn get(&self, session: &Session, name: &str) -> io::Result<Vec<u8>> {
        println!("{} reads {name}", session.user);
        self.disk.read(name) //~ missing-permission-check
    }

    /// Replaces the content of a file.
    pub fn put(&self, session: &Session, name: &str, content: &[u8]) -> io::Result<()> {
        self.policy.authorize(session, Action::Write)?;
        self.disk.write(name, content)
    }

    /// Removes a file.
    pub fn delete(&self, session: &Session, name: &str) -> io::Result<()> {
        self.policy.authorize(session, Action::Delete)?;
        self.disk.remove(name)
    }
}
