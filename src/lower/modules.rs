//! The module trees of all crates of a workspace.
//!
//! Wave by wave: the files that the last wave's `mod x;` name are read and lowered in parallel (largest first), then numbered in
//! order of their names, then looked through for the next wave. A file is known by its canonical path and
//! lowered once, under the `cfg` of the first package that reaches it; each crate walks it once. Files that call macros of
//! other files ([`far`]) are lowered again, and then the trees are walked again, for their modules may be others.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{FileId, Problem, ProblemKind, SourceFile, Span};
use crate::ir::{CrateTree, FileIr, ItemId, ItemKind, Program};
use crate::lower::far;
use crate::lower::include::{self, Reach};
use crate::lower::place::Place;
use crate::lower::{STACK_BYTES, unit};
use crate::workspace::files::Files;
use crate::workspace::{TargetKind, Workspace};

/// A file that a crate needs.
struct Request {
    krate: usize,
    path: PathBuf,
    place: Place,
    /// The `mod x;` that names it; `None` for a crate root.
    from: Option<(FileId, ItemId, Span)>,
    /// The files between the crate root and this one.
    chain: Option<Arc<Chain>>,
}

/// A file and those above it.
struct Chain {
    file: FileId,
    above: Option<Arc<Chain>>,
}

impl Chain {
    fn contains(chain: &Option<Arc<Chain>>, file: FileId) -> bool {
        std::iter::successors(chain.as_ref(), |c| c.above.as_ref()).any(|c| c.file == file)
    }
}

struct Krate {
    package: usize,
    target: usize,
    edition: u16,
    root: Option<FileId>,
    modules: FxHashMap<(FileId, ItemId), FileId>,
    seen: FxHashSet<FileId>,
}

struct Loader<'a> {
    workspace: &'a Workspace,
    files: &'a dyn Files,
    root: PathBuf,
    program: Program,
    krates: Vec<Krate>,
    /// By canonical path; `None` for files that cannot be read.
    known: FxHashMap<PathBuf, Option<FileId>>,
    /// For each file the crate under whose `cfg` it is lowered, and whether its text is not quite what was read.
    origins: Vec<(usize, bool)>,
    /// Included files that may still be read.
    inclusions: usize,
}

/// A file that is to be lowered, with macros of other files.
type Job = (FileId, Vec<String>);

/// A file that is about to be read.
struct New {
    canonical: PathBuf,
    path: PathBuf,
    name: String,
    krate: usize,
}

/// Loads all crates.
pub(super) fn load(workspace: &Workspace, files: &dyn Files) -> Program {
    let mut loader = Loader {
        workspace,
        files,
        root: files.canonical(&workspace.root),
        program: Program::default(),
        krates: Vec::new(),
        known: FxHashMap::default(),
        origins: Vec::new(),
        inclusions: include::MAX_FILES,
    };
    match rayon::ThreadPoolBuilder::new().stack_size(STACK_BYTES).build() {
        Ok(pool) => loader.run(&pool),
        Err(error) => {
            let path = workspace.root.display().to_string();
            let problem =
                Problem::of_path(ProblemKind::Internal, path, format!("cannot start threads: {error}"));
            loader.program.problems.push(problem);
        }
    }
    loader.finish()
}

impl Loader<'_> {
    fn run(&mut self, pool: &rayon::ThreadPool) {
        self.walk(pool);
        let packages: Vec<usize> = self.origins.iter().map(|(k, _)| self.krates[*k].package).collect();
        let callers = far::callers(&self.program, &packages);
        if !callers.is_empty() {
            for ir in self.lower_all(&callers, pool) {
                let at = ir.file.0 as usize;
                self.program.files[at] = ir;
            }
            self.krates.clear();
            self.walk(pool);
        }
    }

    fn walk(&mut self, pool: &rayon::ThreadPool) {
        let mut wave = self.roots();
        while !wave.is_empty() {
            self.read_wave(&wave, pool);
            let mut next = Vec::new();
            for request in wave {
                self.attach(request, &mut next);
            }
            wave = next;
        }
    }

    fn roots(&mut self) -> Vec<Request> {
        let mut out = Vec::new();
        for (package, p) in self.workspace.packages.iter().enumerate() {
            for (target, t) in p.targets.iter().enumerate() {
                if !t.selected && t.kind != TargetKind::Lib {
                    continue;
                }
                let krate = self.krates.len();
                self.krates.push(Krate {
                    package,
                    target,
                    edition: t.edition,
                    root: None,
                    modules: FxHashMap::default(),
                    seen: FxHashSet::default(),
                });
                let place = Place::of_root(&t.src_path);
                out.push(Request { krate, path: t.src_path.clone(), place, from: None, chain: None });
            }
        }
        out
    }

    /// Reads and lowers the files of a wave that are not known yet.
    fn read_wave(&mut self, wave: &[Request], pool: &rayon::ThreadPool) {
        let mut new: Vec<New> = Vec::new();
        for request in wave {
            let canonical = self.files.canonical(&request.path);
            if !self.known.contains_key(&canonical) {
                self.known.insert(canonical.clone(), None);
                let name = self.name(&request.path, &canonical);
                new.push(New { canonical, path: request.path.clone(), name, krate: request.krate });
            }
        }
        new.sort_by(|a, b| a.name.cmp(&b.name));
        let files = self.files;
        let texts: Vec<io::Result<Vec<u8>>> =
            pool.install(|| new.par_iter().map(|file| files.read(&file.path)).collect());
        let mut added = Vec::new();
        for (new, bytes) in new.into_iter().zip(texts) {
            match bytes {
                Ok(bytes) => added.push(self.add(&new, bytes)),
                Err(error) => {
                    let message = format!("cannot read file: {error}");
                    let problem = Problem::of_path(ProblemKind::UnreadableFile, new.name, message);
                    self.program.problems.push(problem);
                }
            }
        }
        let mut done = self.lower_all(&added, pool);
        self.program.files.append(&mut done);
    }

    fn add(&mut self, new: &New, bytes: Vec<u8>) -> Job {
        let (text, lossy) = match String::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
        };
        let id = self.program.sources.add(&new.path, &new.name, text.into());
        self.known.insert(new.canonical.clone(), Some(id));
        self.origins.push((new.krate, lossy));
        (id, Vec::new())
    }

    fn lower_all(&mut self, jobs: &[Job], pool: &rayon::ThreadPool) -> Vec<FileIr> {
        let (sources, origins) = (&self.program.sources, &self.origins);
        let mut order: Vec<&Job> = jobs.iter().collect();
        order.sort_by_key(|(id, _)| std::cmp::Reverse(sources.file(*id).text.len()));
        let (krates, packages) = (&self.krates, &self.workspace.packages);
        let lower = |(id, far): &Job| {
            let (krate, lossy) = origins[id.0 as usize];
            let krate = &krates[krate];
            let file: &SourceFile = sources.file(*id);
            let mut ir = unit::lower(file, krate.edition, &packages[krate.package].cfg, far);
            if lossy {
                let at = file.span(0, 0);
                ir.problems.push(Problem::at(ProblemKind::UnreadableFile, at, "file is not valid UTF-8"));
            }
            ir
        };
        // One file per task, handed out in this order.
        let mut done: Vec<FileIr> =
            pool.install(|| order.par_iter().with_max_len(1).map(|f| lower(f)).collect());
        done.sort_by_key(|ir| ir.file);
        for ir in &mut done {
            let (krate, _) = origins[ir.file.0 as usize];
            let package = packages[krates[krate].package].manifest_path.parent();
            let source = &sources.file(ir.file).path;
            let reach = Reach { files: self.files, package: package.unwrap_or(Path::new("")), source };
            include::resolve(ir, &reach, &mut self.inclusions);
        }
        done
    }

    /// Relative to the workspace root if it lies below, with `/`.
    fn name(&self, path: &Path, canonical: &Path) -> String {
        let plain = !path.components().any(|c| matches!(c, Component::ParentDir));
        let relative = match path.strip_prefix(&self.workspace.root) {
            Ok(relative) if plain => relative,
            _ => canonical.strip_prefix(&self.root).unwrap_or(canonical),
        };
        let mut out = String::new();
        for part in relative.components() {
            match part {
                Component::RootDir => out.push('/'),
                Component::CurDir => {}
                other => {
                    if !out.is_empty() && !out.ends_with('/') {
                        out.push('/');
                    }
                    out.push_str(&other.as_os_str().to_string_lossy());
                }
            }
        }
        out
    }

    /// Hangs a file into the tree of a crate and asks for its modules.
    fn attach(&mut self, request: Request, next: &mut Vec<Request>) {
        let canonical = self.files.canonical(&request.path);
        let Some(file) = self.known.get(&canonical).copied().flatten() else { return };
        let krate = &mut self.krates[request.krate];
        match request.from {
            None => krate.root = Some(file),
            Some((_, _, span)) if Chain::contains(&request.chain, file) => {
                self.module_problem(span, "module is a file that contains this declaration");
                return;
            }
            Some((from, item, _)) => {
                krate.modules.insert((from, item), file);
            }
        }
        let first = self.krates[request.krate].seen.insert(file);
        if first {
            let chain = Some(Arc::new(Chain { file, above: request.chain }));
            self.requests(request.krate, file, &request.place, &chain, next);
        }
    }

    fn module_problem(&mut self, span: Span, message: &str) {
        let problem = Problem::at(ProblemKind::MissingModule, span, message);
        let problems = &mut self.program.files[span.file.0 as usize].problems;
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Asks for the files of all `mod x;` in a file, those in inline modules too.
    fn requests(
        &mut self,
        krate: usize,
        file: FileId,
        place: &Place,
        chain: &Option<Arc<Chain>>,
        next: &mut Vec<Request>,
    ) {
        let mut missing = Vec::new();
        let ir = &self.program.files[file.0 as usize];
        let mut stack: Vec<(ItemId, Place)> = ir.top.iter().rev().map(|&id| (id, place.clone())).collect();
        while let Some((id, place)) = stack.pop() {
            let item = &ir.items[id];
            match (&item.kind, item.name) {
                (ItemKind::Mod(m), Some(name)) => {
                    let path_attr = m.path_attr.as_deref();
                    if let Some(items) = &m.items {
                        let inner = place.inline(name.sym.as_str(), path_attr);
                        stack.extend(items.iter().rev().map(|&id| (id, inner.clone())));
                        continue;
                    }
                    let candidates = place.outline(name.sym.as_str(), path_attr);
                    match candidates.into_iter().find(|(path, _)| self.files.is_file(path)) {
                        Some((path, place)) => {
                            let from = Some((file, id, item.head));
                            next.push(Request { krate, path, place, from, chain: chain.clone() });
                        }
                        None => missing.push((item.head, format!("no file for module `{}`", name.sym))),
                    }
                }
                // Modules declared by `cfg_if!` and the like.
                (ItemKind::Macro { items, .. }, _) => {
                    stack.extend(items.iter().rev().map(|&id| (id, place.clone())));
                }
                _ => {}
            }
        }
        for (span, message) in missing {
            self.module_problem(span, &message);
        }
    }

    fn finish(mut self) -> Program {
        for krate in self.krates {
            if let Some(root) = krate.root {
                self.program.crates.push(CrateTree {
                    package: krate.package,
                    target: krate.target,
                    root,
                    modules: krate.modules,
                });
            }
        }
        self.program
    }
}
