//! Lints of the program itself: about suppressions, not about the scanned code. They have no folder in `lints/`
//! because no value and no role is involved.

use crate::catalog::{Catalog, nearest};
use crate::finding::{Confidence, Severity};

/// A lint of the program itself.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// Its id.
    pub id: &'static str,
    /// One lower-case phrase.
    pub summary: &'static str,
    /// Its page.
    pub page: &'static str,
}

impl Builtin {
    /// How bad: none of them is a weakness of the scanned code.
    pub const SEVERITY: Severity = Severity::Info;
    /// How sure: they are facts.
    pub const CONFIDENCE: Confidence = Confidence::High;

    /// The one with this id.
    pub fn find(id: &str) -> Option<&'static Builtin> {
        BUILTINS.iter().find(|b| b.id == id)
    }
}

/// A suppression that suppresses nothing.
pub const UNUSED_SUPPRESSION: &str = "unused-suppression";
/// A suppression that names a lint that does not exist.
pub const UNKNOWN_LINT: &str = "unknown-lint";
/// A suppression that does not say why.
pub const UNEXPLAINED_SUPPRESSION: &str = "unexplained-suppression";

/// All of them, sorted by id.
pub const BUILTINS: &[Builtin] = &[
    Builtin {
        id: UNEXPLAINED_SUPPRESSION,
        summary: "suppression without a reason",
        page: "# unexplained-suppression\n\n## What it finds\n\nA suppression that gives no reason. It speaks with \
               `--require-reason` and in the profiles `strict` and `audit`.\n\n## How to fix it\n\nSay why the finding does \
               not matter here:\n\n```rust\n// secure-lint: allow(weak-hash): the format of the file demands it\n```\n",
    },
    Builtin {
        id: UNKNOWN_LINT,
        summary: "suppression of a lint that does not exist",
        page: "# unknown-lint\n\n## What it finds\n\nA suppression that names a lint that does not exist, mostly after a \
               slip of the pen. It suppresses nothing.\n\n## How to fix it\n\nCorrect the name; `cargo secure-lint list` \
               shows all of them.\n",
    },
    Builtin {
        id: UNUSED_SUPPRESSION,
        summary: "suppression without effect",
        page: "# unused-suppression\n\n## What it finds\n\nA suppression that suppresses nothing: the code was repaired, \
               the comment was moved away from it, or it never stood in the right place. If it stayed, it would hide \
               the next finding at this place.\n\n## How to fix it\n\nRemove it, or move it to the statement, field, \
               arm, argument or item that it is meant for.\n",
    },
];

/// The lint id nearest to `name`, those of the program itself included.
pub fn nearest_lint<'a>(catalog: &'a Catalog, name: &str) -> Option<&'a str> {
    nearest(name, catalog.lints.keys().map(String::as_str).chain(BUILTINS.iter().map(|b| b.id)))
}
