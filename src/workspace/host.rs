//! What `cfg` conditions hold: what the compiler prints for the target, else what the target's name tells.
//!
//! Keys about the platform are complete, so that another system's code is known to be absent. Flags of special tools
//! (`miri`, `loom`, `fuzzing`, `doc`) are false. `test` and features that are not selected stay unknown.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::workspace::cargo::{Tools, neutral};
use crate::workspace::cfg::CfgSet;
use crate::workspace::process;

/// Keys of which every value is known once the target is.
const COMPLETE: [&str; 7] = [
    "target_os",
    "target_arch",
    "target_family",
    "target_env",
    "target_endian",
    "target_pointer_width",
    "target_vendor",
];

/// Flags of tools that are not at work here.
const TOOLS: [&str; 5] = ["miri", "loom", "fuzzing", "doc", "doctest"];

/// What a compiler printed for a target, if it could be asked.
type Printed = BTreeMap<(PathBuf, Option<String>), Option<String>>;

/// The compiler is asked once per target.
static PRINTED: Mutex<Printed> = Mutex::new(BTreeMap::new());

/// The conditions that hold for every package, before its features.
pub(super) fn cfg(tools: &Tools, target: Option<&str>, release: bool, cwd: &Path) -> CfgSet {
    let target = target.filter(|t| *t != "host-tuple").map(file_stem);
    let set = printed(tools, target, cwd).map(|text| parse(&text));
    finish(set.or_else(|| named(target)), release)
}

/// The conditions on this machine, without asking the compiler.
pub(super) fn builtin() -> CfgSet {
    finish(named(None), false)
}

/// A target may be a file that describes it; no compiler of a user's channel reads those, the name has to do.
fn file_stem(target: &str) -> &str {
    let last = target.rsplit(['/', '\\']).next().unwrap_or(target);
    last.strip_suffix(".json").unwrap_or(target)
}

fn printed(tools: &Tools, target: Option<&str>, cwd: &Path) -> Option<String> {
    let key = (tools.rustc.clone(), target.map(str::to_owned));
    let mut known = PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(key).or_insert_with(|| print(tools, target, cwd)).clone()
}

/// Runs the compiler outside of the project, see [`super::cargo`].
fn print(tools: &Tools, target: Option<&str>, cwd: &Path) -> Option<String> {
    let run = |own_toolchain: bool| {
        let mut command = Command::new(&tools.rustc);
        command.args(["--print", "cfg"]).current_dir(neutral(cwd)).env("RUSTUP_AUTO_INSTALL", "0");
        if let Some(target) = target.filter(|t| is_name(t)) {
            command.arg(format!("--target={target}"));
        }
        if !own_toolchain {
            command.env_remove("RUSTUP_TOOLCHAIN");
        }
        let output = process::output(&mut command, tools.patience).ok().filter(|o| o.status.success())?;
        String::from_utf8(output.stdout).ok().filter(|text| text.contains("target_os"))
    };
    if target.is_some_and(|t| !is_name(t)) {
        return None;
    }
    let again = std::env::var_os("RUSTUP_TOOLCHAIN").is_some();
    run(true).or_else(|| if again { run(false) } else { None })
}

/// What comes from a configuration file goes into a command line only if it is a target's name.
fn is_name(target: &str) -> bool {
    target.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) && !target.starts_with('-')
}

/// The lines of `rustc --print cfg`: `unix`, `target_os="linux"`.
fn parse(text: &str) -> CfgSet {
    let mut set = CfgSet::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once('=') {
            Some((key, value)) => {
                let values = set.pairs.entry(key.to_owned()).or_default();
                values.insert(value.trim_matches('"').to_owned());
            }
            None => drop(set.flags.insert(line.to_owned())),
        }
    }
    set
}

/// Adds what follows. A set without a platform leaves every condition on one open.
fn finish(set: Option<CfgSet>, release: bool) -> CfgSet {
    let known = set.is_some();
    let mut set = set.unwrap_or_default();
    if known {
        set.complete_keys.extend(COMPLETE.map(str::to_owned));
        let absent = ["unix", "windows"].into_iter().filter(|flag| !set.flags.contains(*flag));
        set.false_flags = absent.map(str::to_owned).collect();
    }
    set.false_flags.extend(TOOLS.map(str::to_owned));
    let (holds, fails) = (&mut set.flags, &mut set.false_flags);
    holds.remove("debug_assertions");
    if release { fails } else { holds }.insert("debug_assertions".to_owned());
    set
}

/// The conditions that a target's name implies; without a name those of this program's own target.
fn named(target: Option<&str>) -> Option<CfgSet> {
    let Some(target) = target else { return Some(own()) };
    let parts: Vec<&str> = target.split('-').collect();
    let (arch, width) = architecture(parts.first()?)?;
    let (os, vendor, env) = platform(&parts[1..])?;
    Some(set(arch, width, os, vendor, env))
}

fn own() -> CfgSet {
    let width = if cfg!(target_pointer_width = "32") { "32" } else { "64" };
    let env = if cfg!(target_env = "gnu") {
        "gnu"
    } else if cfg!(target_env = "msvc") {
        "msvc"
    } else if cfg!(target_env = "musl") {
        "musl"
    } else {
        ""
    };
    let os = std::env::consts::OS;
    let vendor = match os {
        "macos" | "ios" => "apple",
        "windows" => "pc",
        _ => "unknown",
    };
    set(std::env::consts::ARCH, width, os, vendor, env)
}

fn architecture(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "x86_64" => ("x86_64", "64"),
        "aarch64" | "arm64" => ("aarch64", "64"),
        "i586" | "i686" => ("x86", "32"),
        "wasm32" => ("wasm32", "32"),
        "s390x" => ("s390x", "64"),
        _ if name.starts_with("riscv64") => ("riscv64", "64"),
        _ if name.starts_with("riscv32") => ("riscv32", "32"),
        _ if name.starts_with("powerpc64") => ("powerpc64", "64"),
        _ if name.starts_with("arm") || name.starts_with("thumb") => ("arm", "32"),
        _ => return None,
    })
}

/// System, vendor and environment from what follows the architecture.
fn platform<'t>(rest: &[&'t str]) -> Option<(&'static str, &'t str, &'static str)> {
    let text = rest.join("-");
    let vendor =
        rest.first().copied().filter(|v| ["apple", "pc", "unknown"].contains(v)).unwrap_or("unknown");
    let systems = [
        ("linux", "linux"),
        ("android", "android"),
        ("windows", "windows"),
        ("darwin", "macos"),
        ("ios", "ios"),
        ("freebsd", "freebsd"),
        ("netbsd", "netbsd"),
        ("openbsd", "openbsd"),
        ("wasi", "wasi"),
        ("none", "none"),
    ];
    let os = match systems.iter().find(|(word, _)| text.contains(word)) {
        Some((word, _)) if *word == "linux" && text.contains("android") => "android",
        Some((_, os)) => os,
        None if text == "unknown-unknown" => "unknown",
        None => return None,
    };
    let env = ["gnu", "musl", "msvc"].into_iter().find(|env| text.contains(env)).unwrap_or("");
    Some((os, vendor, env))
}

fn set(arch: &str, width: &str, os: &str, vendor: &str, env: &str) -> CfgSet {
    let endian = if arch == "s390x" { "big" } else { "little" };
    let family = match os {
        "windows" => Some("windows"),
        "none" | "unknown" | "wasi" => None,
        _ => Some("unix"),
    };
    let mut set = CfgSet::default();
    let pairs = [
        ("target_arch", arch),
        ("target_pointer_width", width),
        ("target_os", os),
        ("target_vendor", vendor),
        ("target_env", env),
        ("target_endian", endian),
    ];
    for (key, value) in pairs {
        set.pairs.insert(key.to_owned(), BTreeSet::from([value.to_owned()]));
    }
    let families = family.into_iter().chain(arch.starts_with("wasm").then_some("wasm"));
    set.pairs.insert("target_family".to_owned(), families.map(str::to_owned).collect());
    set.flags.extend(family.map(str::to_owned));
    set
}

/// `[build] target` of the nearest `.cargo/config.toml` at or above the directory, or `$CARGO_BUILD_TARGET`.
pub(super) fn configured_target(cwd: &Path) -> Option<String> {
    if let Some(target) = std::env::var("CARGO_BUILD_TARGET").ok().filter(|t| !t.is_empty()) {
        return Some(target);
    }
    let files =
        cwd.ancestors().flat_map(|dir| [".cargo/config.toml", ".cargo/config"].map(|file| dir.join(file)));
    files.filter(|file| file.is_file()).find_map(|file| {
        let table = crate::workspace::manifest::table(&file).ok()?;
        let target = table.get("build")?.get("target")?;
        target.as_str().or_else(|| target.as_array()?.first()?.as_str()).map(str::to_owned)
    })
}
