//! Snapshots of what is known of each function: types, values, summaries.
//!
//! `ui-tests/_dump/<case>.rs` is the library of a package with the dependencies that its header names; `<case>.types`,
//! `<case>.values` and `<case>.summaries` are what `cargo secure-lint --dump ..` prints. `UI_BLESS=1 cargo test --test dump`
//! writes them.

mod support;

use cargo_secure_lint::detectors::Dump;
use support::{case, read, root, run, rust_files, shown};

#[test]
fn dumps_are_those_of_the_snapshots() {
    let bless = std::env::var_os("UI_BLESS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    let files = rust_files(&root().join("ui-tests/_dump"));
    assert!(!files.is_empty(), "the cases are gone");
    for file in files {
        let source = read(&file);
        let header = case::header(&source).unwrap_or_else(|e| panic!("{}: {e}", shown(&file)));
        for (extension, what) in
            [("types", Dump::Types), ("values", Dump::Values), ("summaries", Dump::Summaries)]
        {
            let text = run::dump(&source, &header, what);
            let snapshot = file.with_extension(extension);
            if bless {
                std::fs::write(&snapshot, &text).expect("the snapshot can be written");
            } else if std::fs::read_to_string(&snapshot).unwrap_or_default() != text {
                wrong.push(format!("{}\n{text}", shown(&snapshot)));
            }
        }
    }
    assert!(wrong.is_empty(), "these differ, accept with `UI_BLESS=1`:\n{}", wrong.join("\n"));
}
