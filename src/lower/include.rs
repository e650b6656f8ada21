//! `include_str!` and `include_bytes!`: the macro becomes a literal with the content of the file.
//!
//! The path is a literal, relative to the including file, or starts with `env!("CARGO_MANIFEST_DIR")` in `concat!`. What is
//! scanned decides what is read, so only regular files inside the package are, after symbolic links and `..` are resolved, of
//! at most [`MAX_BYTES`] and [`MAX_FILES`] in all. Any other file leaves the macro as it was: its value is unknown.

use std::path::{Component, Path, PathBuf};

use crate::ir::{ExprId, ExprKind, FileIr, Included, Literal, MacroCall, MacroForm};
use crate::workspace::files::Files;

/// Largest file whose content is kept.
const MAX_BYTES: u64 = 64 * 1024;
/// Files that are read for one workspace.
pub(super) const MAX_FILES: usize = 2_000;

/// Where the files of a source file may lie.
pub(super) struct Reach<'a> {
    /// What reads them.
    pub(super) files: &'a dyn Files,
    /// The directory of the package.
    pub(super) package: &'a Path,
    /// The including file.
    pub(super) source: &'a Path,
}

/// Replaces the inclusions of a file; `left` files may still be read.
pub(super) fn resolve(ir: &mut FileIr, reach: &Reach<'_>, left: &mut usize) {
    let found: Vec<(ExprId, ExprId, bool, String)> =
        ir.exprs.iter().filter_map(|(id, expr)| inclusion(ir, id, &expr.kind, reach.package)).collect();
    for (id, arg, text, path) in found {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let Some((name, bytes)) = reach.read(&path) else { continue };
        let literal = match String::from_utf8(bytes) {
            Ok(content) if text => Literal::Str(content.into()),
            Ok(content) => Literal::Bytes(content.into_bytes().into()),
            Err(_) if text => continue,
            Err(error) => Literal::Bytes(error.into_bytes().into()),
        };
        let span = ir.exprs[id].span;
        ir.exprs[arg].kind = ExprKind::Literal(literal);
        ir.exprs[arg].span = span;
        if let ExprKind::Macro(call) = &mut ir.exprs[id].kind {
            call.form = MacroForm::Expr(arg);
        }
        ir.included.push(Included { span, name: name.into() });
    }
}

/// The argument of an inclusion, whether it is text, and the path that it names.
fn inclusion(
    ir: &FileIr,
    id: ExprId,
    kind: &ExprKind,
    package: &Path,
) -> Option<(ExprId, ExprId, bool, String)> {
    let ExprKind::Macro(call) = kind else { return None };
    let text = match name(call)? {
        "include_str" => true,
        "include_bytes" => false,
        _ => return None,
    };
    let MacroForm::Exprs(args) = &call.form else { return None };
    let [arg] = args[..] else { return None };
    Some((id, arg, text, path_text(ir, arg, package)?))
}

fn name(call: &MacroCall) -> Option<&str> {
    call.path.last().map(|segment| segment.name.sym.as_str())
}

fn literal(ir: &FileIr, id: ExprId) -> Option<&str> {
    match &ir.exprs[id].kind {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        _ => None,
    }
}

fn path_text(ir: &FileIr, arg: ExprId, package: &Path) -> Option<String> {
    let ExprKind::Macro(call) = &ir.exprs[arg].kind else { return literal(ir, arg).map(str::to_owned) };
    match &call.form {
        MacroForm::Expr(joined) if name(call) == Some("concat") => literal(ir, *joined).map(str::to_owned),
        MacroForm::Exprs(parts) if name(call) == Some("concat") => {
            parts.iter().map(|&part| piece(ir, part, package)).collect()
        }
        _ => None,
    }
}

/// A part of `concat!`: a literal or the directory of the package.
fn piece(ir: &FileIr, part: ExprId, package: &Path) -> Option<String> {
    let ExprKind::Macro(call) = &ir.exprs[part].kind else { return literal(ir, part).map(str::to_owned) };
    let MacroForm::Exprs(args) = &call.form else { return None };
    let is_package = name(call) == Some("env") && literal(ir, *args.first()?) == Some("CARGO_MANIFEST_DIR");
    is_package.then(|| package.to_str().map(str::to_owned)).flatten()
}

impl Reach<'_> {
    /// The name of a file inside the package, and its content.
    fn read(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let root = self.files.canonical(self.package);
        let file = self.files.canonical(&normal(&self.source.parent()?.join(path))?);
        let inside = file.strip_prefix(&root).ok()?;
        if inside.components().any(|part| !matches!(part, Component::Normal(_))) {
            return None;
        }
        let bytes = self.files.read_at_most(&file, MAX_BYTES).ok()?;
        Some((inside.to_string_lossy().replace('\\', "/"), bytes))
    }
}

/// The path without `.` and `..`; `None` if it climbs above its beginning.
fn normal(path: &Path) -> Option<PathBuf> {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            other => out.push(other),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::workspace::files::Memory;

    fn read(files: &dyn Files, package: &Path, path: &str) -> Option<String> {
        let source = package.join("src/lib.rs");
        Reach { files, package, source: &source }.read(path).map(|(name, _)| name)
    }

    #[test]
    fn only_files_of_the_package_are_read() {
        let file = |path: &str, len: usize| (PathBuf::from(path), vec![b'k'; len]);
        let files = Memory(BTreeMap::from([
            file("/w/app/keys/a.pem", 8),
            file("/w/app/src/b.pem", 8),
            file("/w/app/large.bin", MAX_BYTES as usize + 1),
            file("/w/app-keys/c.pem", 8),
            file("/etc/shadow", 8),
        ]));
        let read = |path: &str| read(&files, Path::new("/w/app"), path);
        assert_eq!(read("../keys/a.pem").as_deref(), Some("keys/a.pem"));
        assert_eq!(read("./b.pem").as_deref(), Some("src/b.pem"));
        assert_eq!(read("/w/app/src/../keys/a.pem").as_deref(), Some("keys/a.pem"));
        let refused = [
            "../large.bin",
            "../../app-keys/c.pem",
            "/etc/shadow",
            "../../../etc/shadow",
            "/w/app/../../etc/shadow",
            "../../../../../../etc/shadow",
            "missing.pem",
            "..",
        ];
        refused.into_iter().for_each(|path| assert_eq!(read(path), None, "{path}"));
    }
}
