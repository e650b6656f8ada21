//! Embeds `lints/` and `models/`: the directories are the registry, nothing is listed by hand.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=build.rs");
    let mut out = String::new();
    out.push_str("type Texts = &'static [(&'static str, &'static str)];\n");
    embed_lints(&root.join("lints"), &mut out)?;
    embed_models(&root.join("models"), &mut out)?;
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("embedded.rs");
    fs::write(target, out)
}

fn sorted(dir: &Path) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut paths = fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn embed_lints(dir: &Path, out: &mut String) -> io::Result<()> {
    out.push_str("pub(super) const LINTS: &[(&str, &str, &str, Texts, Texts)] = &[\n");
    for folder in sorted(dir)?.iter().filter(|p| p.is_dir()) {
        let (mut examples, mut data) = (String::new(), String::new());
        for file in sorted(folder)? {
            let entry = format!("({:?}, include_str!({file:?})), ", name(&file));
            match file.extension().and_then(|e| e.to_str()) {
                Some("rs") => examples.push_str(&entry),
                Some("toml") if name(&file) != "lint.toml" => data.push_str(&entry),
                _ => {}
            }
        }
        let (toml, readme) = (folder.join("lint.toml"), folder.join("README.md"));
        let _ = writeln!(
            out,
            "({:?}, include_str!({toml:?}), include_str!({readme:?}), &[{examples}], &[{data}]),",
            name(folder)
        );
    }
    out.push_str("];\n");
    Ok(())
}

fn embed_models(dir: &Path, out: &mut String) -> io::Result<()> {
    out.push_str("pub(super) const MODELS: &[(&str, &str)] = &[\n");
    for file in sorted(dir)?.iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
        let _ = writeln!(out, "({:?}, include_str!({file:?})),", name(file));
    }
    out.push_str("];\n");
    Ok(())
}
