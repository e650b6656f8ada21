//! Lints of the program itself: about what was said to it, suppressions and the policy of routes. They have no folder in
//! `lints/` because no value and no role is involved.

use crate::catalog::{Catalog, nearest};
use crate::finding::{Confidence, Severity};

/// A lint of the program itself.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// Its id.
    pub id: &'static str,
    /// One lower-case phrase.
    pub summary: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Its page.
    pub page: &'static str,
}

impl Builtin {
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

/// A route that is not as the policy says.
pub const ROUTE_POLICY: &str = "route-policy";

/// All of them, sorted by id.
pub const BUILTINS: &[Builtin] = &[
    Builtin {
        id: ROUTE_POLICY,
        summary: "route that is not as the policy of the project says",
        severity: Severity::High,
        page: "# route-policy\n\n## What it finds\n\nThe table `[routes]` of `secure-lint.toml` says which routes are for \
               everybody; all others have to ask who is calling. Reported is every route that asks nobody and is not \
               listed, that is not protected by what `[[routes.require]]` demands, or whose protection cannot be told; \
               and as a warning every line of the table that fits no route any more, or only routes that ask.\n\n\
               `cargo secure-lint routes --check` looks for nothing else. `cargo secure-lint` reports it too if the lint \
               is named, by `-D route-policy` or in the table `[lints]`.\n\n## How to fix it\n\nGuard the route. If it \
               is meant for everybody, list it:\n\n```toml\n[routes]\npublic = [\"GET /health\"]\n```\n\nor say so at \
               the handler:\n\n```rust\n// secure-lint: public(the load balancer asks without a token)\n```\n",
    },
    Builtin {
        id: UNEXPLAINED_SUPPRESSION,
        summary: "suppression without a reason",
        severity: Severity::Info,
        page: "# unexplained-suppression\n\n## What it finds\n\nA suppression that gives no reason. It speaks with \
               `--require-reason` and in the profiles `strict` and `audit`.\n\n## How to fix it\n\nSay why the finding does \
               not matter here:\n\n```rust\n// secure-lint: allow(weak-hash): the format of the file demands it\n```\n",
    },
    Builtin {
        id: UNKNOWN_LINT,
        summary: "suppression of a lint that does not exist",
        severity: Severity::Info,
        page: "# unknown-lint\n\n## What it finds\n\nA suppression that names a lint that does not exist, mostly after a \
               slip of the pen. It suppresses nothing.\n\n## How to fix it\n\nCorrect the name; `cargo secure-lint list` \
               shows all of them.\n",
    },
    Builtin {
        id: UNUSED_SUPPRESSION,
        summary: "suppression without effect",
        severity: Severity::Info,
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
