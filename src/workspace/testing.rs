//! Projects on disk for the tests of this layer.

use std::path::{Path, PathBuf};

/// A directory with files that is gone when the test ends.
pub(super) struct Tree {
    _dir: tempfile::TempDir,
    root: PathBuf,
}

impl Tree {
    pub(super) fn new(files: &[(&str, &str)]) -> Tree {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        let tree = Tree { _dir: dir, root };
        files.iter().for_each(|(path, text)| tree.write(path, text));
        tree
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}
