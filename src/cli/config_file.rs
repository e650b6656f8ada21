//! The configuration file: finding it, reading it, and showing what is wrong with it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::SourceMap;
use crate::catalog::Catalog;
use crate::cli::Failure;
use crate::cli::args::ConfigArgs;
use crate::cli::exit::Exit;
use crate::cli::load::Project;
use crate::cli::terminal::Terminal;
use crate::config::file::FILE_NAME;
use crate::config::{ConfigFile, Overrides};
use crate::report;

/// Bytes beyond which a file is not the configuration of a project.
const MAX_BYTES: u64 = 1 << 20;

/// A configuration file, or that there is none.
#[derive(Default)]
pub(super) struct Config {
    read: Option<Read>,
}

struct Read {
    file: ConfigFile,
    path: PathBuf,
    name: String,
    text: Arc<str>,
}

impl Config {
    /// Reads the file that is named, else `secure-lint.toml` in the root of the workspace, if it is there.
    pub(super) fn load(
        args: &ConfigArgs,
        project: &Project,
        catalog: &Catalog,
        terminal: &Terminal,
    ) -> Result<Config, Failure> {
        let root = &project.workspace.root;
        let path = match &args.config_file {
            _ if args.no_config => return Ok(Config::default()),
            Some(path) => path.clone(),
            None => root.join(FILE_NAME),
        };
        if args.config_file.is_none() && (project.is_single_file || !path.exists()) {
            return Ok(Config::default());
        }
        let shown = path.strip_prefix(root).unwrap_or(&path);
        let name = shown.to_string_lossy().replace('\\', "/");
        let text = text_of(&path).map_err(|why| {
            Failure::usage(format!("the configuration file `{name}` cannot be read: {why}"), None)
        })?;
        let text: Arc<str> = text.into();
        let file = ConfigFile::parse(&text, catalog).map_err(|error| {
            let mut sources = SourceMap::default();
            let id = sources.add(&path, &name, text.clone());
            let shown = report::config_error(sources.file(id), &error, &terminal.stderr_style());
            Failure { exit: Exit::Usage, message: String::new(), help: None, shown: Some(shown) }
        })?;
        Ok(Config { read: Some(Read { file, path, name, text }) })
    }

    /// Levels and profile.
    pub(super) fn overrides(&self) -> Overrides {
        self.read.as_ref().map_or_else(Overrides::default, |read| read.file.overrides())
    }

    /// The policy for password hashes.
    pub(super) fn password_policy(&self) -> Option<&str> {
        self.read.as_ref().and_then(|read| read.file.password_policy())
    }

    /// Whether it says what holds for the routes.
    pub(super) fn has_policy(&self) -> bool {
        self.read.as_ref().is_some_and(|read| read.file.has_policy())
    }

    /// Adds the file to the texts, so that reports can show it, and what it says of the project to the catalog.
    pub(super) fn enter(&self, sources: &mut SourceMap, catalog: &mut Catalog) {
        if let Some(read) = &self.read {
            let id = sources.add(&read.path, &read.name, read.text.clone());
            catalog.own = read.file.own(sources.file(id));
        }
    }
}

fn text_of(path: &Path) -> Result<String, String> {
    let size = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > MAX_BYTES {
        return Err("it is too large".to_owned());
    }
    fs::read_to_string(path).map_err(|error| error.to_string())
}
