//! Access to file contents, on disk or in memory.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Largest file that is read, in bytes. Generated tables beyond it are data, not code to review.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// Where file contents come from.
pub trait Files: Sync {
    /// The bytes of a file. Fails for directories, devices, missing and too large files.
    ///
    /// # Errors
    /// What the system says; `InvalidData` for a file that is too large or not regular.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// As [`read`](Files::read), for files of at most `max` bytes.
    ///
    /// # Errors
    /// As for `read`; `InvalidData` for a larger file.
    fn read_at_most(&self, path: &Path, max: u64) -> io::Result<Vec<u8>> {
        let bytes = self.read(path)?;
        if bytes.len() as u64 > max { Err(io::Error::from(io::ErrorKind::InvalidData)) } else { Ok(bytes) }
    }
    /// Whether a regular file is there.
    fn is_file(&self, path: &Path) -> bool;
    /// The path without symbolic links and `..`, by which a file is known; the path itself if that fails.
    fn canonical(&self, path: &Path) -> PathBuf;
}

/// The real file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_at_most(path, MAX_FILE_BYTES)
    }

    fn read_at_most(&self, path: &Path, max: u64) -> io::Result<Vec<u8>> {
        let meta = std::fs::metadata(path)?;
        if !meta.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not a regular file"));
        }
        if meta.len() > max {
            let message = format!("larger than {} KiB", max / 1024);
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        std::fs::read(path)
    }

    fn is_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn canonical(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }
}

/// Files in memory, for tests and single texts.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<PathBuf, Vec<u8>>);

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.0.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn is_file(&self, path: &Path) -> bool {
        self.0.contains_key(path)
    }

    fn canonical(&self, path: &Path) -> PathBuf {
        let mut out = PathBuf::new();
        for part in path.components() {
            match part {
                std::path::Component::ParentDir => {
                    out.pop();
                }
                std::path::Component::CurDir => {}
                other => out.push(other),
            }
        }
        out
    }
}
