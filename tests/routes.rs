//! Route snapshots: what is found of small applications, one folder for each framework and version.
//!
//! `ui-tests/_routes/<framework>-<version>/<case>.rs` is the library of a package with the dependencies that its header
//! names; `<case>.routes` is the table that `cargo secure-lint routes` prints. `UI_BLESS=1 cargo test --test routes` writes
//! the tables.

mod support;

use support::{case, folders, read, root, run, rust_files, shown};

#[test]
fn tables_of_routes_are_those_of_the_snapshots() {
    let bless = std::env::var_os("UI_BLESS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    let files: Vec<_> =
        folders(&root().join("ui-tests/_routes")).iter().flat_map(|d| rust_files(d)).collect();
    assert!(files.len() >= 5, "the cases are gone");
    for file in files {
        let source = read(&file);
        let header = case::header(&source).unwrap_or_else(|e| panic!("{}: {e}", shown(&file)));
        let table = run::routes(&source, &header);
        let snapshot = file.with_extension("routes");
        if bless {
            std::fs::write(&snapshot, &table).expect("the snapshot can be written");
        } else if std::fs::read_to_string(&snapshot).unwrap_or_default() != table {
            wrong.push(format!("{}\n{table}", shown(&file)));
        }
    }
    assert!(wrong.is_empty(), "these differ, accept with `UI_BLESS=1`:\n{}", wrong.join("\n"));
}
