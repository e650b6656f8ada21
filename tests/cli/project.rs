//! A project in a temporary directory, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A directory with files.
pub(crate) struct Project {
    dir: TempDir,
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The smallest lines that a lint of level deny reports.
pub(crate) const BAD: &str = "pub fn client() -> reqwest::Result<reqwest::Client> {\n    \
    reqwest::Client::builder().danger_accept_invalid_certs(true).build()\n}\n";
/// What the lint of [`BAD`] is called.
pub(crate) const BAD_LINT: &str = "disabled-certificate-check";

impl Project {
    /// A directory without files.
    pub(crate) fn empty() -> Project {
        Project { dir: tempfile::tempdir().unwrap() }
    }

    /// A package `shop` that depends on `md-5` and `reqwest`, with this library.
    pub(crate) fn with_lib(text: &str) -> Project {
        let project = Project::empty();
        project.file(
            "Cargo.toml",
            "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[features]\ntracing = []\n\n\
             [dependencies]\nmd-5 = \"0.10\"\nreqwest = \"0.12\"\n",
        );
        project.file(
            "Cargo.lock",
            "version = 4\n\n[[package]]\nname = \"md-5\"\nversion = \"0.10.6\"\n\n\
             [[package]]\nname = \"reqwest\"\nversion = \"0.12.9\"\n\n\
             [[package]]\nname = \"shop\"\nversion = \"0.1.0\"\ndependencies = [\"md-5\", \"reqwest\"]\n",
        );
        project.file("src/lib.rs", text);
        project
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Runs the program as cargo would call it.
    pub(crate) fn lint(&self, args: &[&str]) -> Run {
        self.run(command().arg("secure-lint").args(args))
    }

    pub(crate) fn run(&self, command: &mut Command) -> Run {
        let output: Output = command.current_dir(self.path()).output().unwrap();
        Run {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// The program without variables of the caller that change the output.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-secure-lint"));
    for (name, _) in std::env::vars() {
        let colour =
            matches!(name.as_str(), "NO_COLOR" | "FORCE_COLOR" | "CLICOLOR" | "CLICOLOR_FORCE" | "COLUMNS");
        if colour || name.starts_with("CARGO_TERM") {
            command.env_remove(name);
        }
    }
    command.env("CARGO_NET_OFFLINE", "true");
    command
}

impl Run {
    /// Asserts exit code and everything that stderr must say; shows all of it if not.
    #[track_caller]
    pub(crate) fn ends(&self, code: i32, stderr: &[&str]) -> &Run {
        assert_eq!(self.code, code, "exit code\n{self}");
        for part in stderr {
            assert!(self.stderr.contains(part), "stderr lacks {part:?}\n{self}");
        }
        self
    }

    /// Asserts how often the report names the lint of [`BAD`].
    #[track_caller]
    pub(crate) fn finds_bad(&self, times: usize) -> &Run {
        let count = self.stdout.matches(&format!("[{BAD_LINT}]")).count();
        assert_eq!(count, times, "findings of {BAD_LINT}\n{self}");
        self
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "code {}\n--- stdout\n{}--- stderr\n{}", self.code, self.stdout, self.stderr)
    }
}
