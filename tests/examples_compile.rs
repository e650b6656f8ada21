//! Whether the example programs are real Rust against the real crates.
//!
//! Needs the registry and minutes, so it runs only on request:
//!
//! ```text
//! SECURE_LINT_COMPILE_EXAMPLES=1 cargo test --test examples_compile      the examples of the lints
//! SECURE_LINT_COMPILE_EXAMPLES=ui cargo test --test examples_compile     and the UI tests
//! ```
//!
//! Every file becomes a package of its own in one workspace outside the repository (`SECURE_LINT_COMPILE_DIR`, else the
//! system's directory for temporary files), so that two majors of a crate do not meet, and `cargo check` runs over it.

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use support::{case, file_name, folders, read, root, rust_files};

#[test]
fn examples_compile_against_the_real_crates() {
    let Some(asked) = env::var_os("SECURE_LINT_COMPILE_EXAMPLES") else { return };
    let mut files: Vec<PathBuf> = folders(&root().join("lints")).iter().flat_map(|d| rust_files(d)).collect();
    if asked == "ui" {
        let cases = folders(&root().join("ui-tests"));
        files.extend(cases.iter().filter(|d| !file_name(d).starts_with('_')).flat_map(|d| rust_files(d)));
    }
    let home = env::var_os("SECURE_LINT_COMPILE_DIR").map(PathBuf::from);
    let home = home.unwrap_or_else(|| env::temp_dir().join("secure-lint-examples"));
    let members: Vec<String> = files.iter().map(|file| write_package(&home.join("all"), file)).collect();
    write_workspace(&home.join("all"), &members);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["check", "--workspace", "--keep-going", "--quiet"])
        .env("CARGO_TARGET_DIR", home.join("target"))
        .env("RUSTFLAGS", "-Awarnings")
        .current_dir(home.join("all"))
        .status();
    assert!(status.expect("cargo runs").success(), "some examples do not compile, see above");
}

fn write_package(home: &Path, file: &Path) -> String {
    let source = read(file);
    let header = case::header(&source).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let folder = file.parent().map(file_name).unwrap_or_default();
    let name = format!("{folder}-{}", file.file_stem().unwrap_or_default().to_string_lossy());
    let mut manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"{}\"\n[lib]\npath = {file:?}\n[dependencies]\n",
        header.edition
    );
    for dep in &header.deps {
        let _ = writeln!(manifest, "{}", dep.toml);
    }
    write(&home.join(&name).join("Cargo.toml"), &manifest);
    name
}

fn write_workspace(home: &Path, members: &[String]) {
    write(&home.join("Cargo.toml"), &format!("[workspace]\nresolver = \"2\"\nmembers = {members:?}\n"));
}

fn write(path: &Path, text: &str) {
    let unchanged = fs::read_to_string(path).is_ok_and(|old| old == text);
    if !unchanged {
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
}
