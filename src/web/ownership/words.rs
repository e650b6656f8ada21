//! Words of names that say what a value or call is about, where things and their owners meet.

use crate::web::vocabulary::{WRITING, any, is_telling, words};

/// Whether a call by this name changes something.
pub(super) fn is_writing(name: &str) -> bool {
    words(name).first().is_some_and(|w| WRITING.contains(&w.as_str()) || w == "archive" || w == "restore")
}

/// Whether a name is that of an identifier.
pub(super) fn is_identifier(name: &str) -> bool {
    const IDENTIFIER: &[&str] = &["id", "ids", "uuid", "guid", "slug"];
    words(name).last().is_some_and(|w| IDENTIFIER.contains(&w.as_str()))
}

/// Whether a name is that of the identifier of an account.
pub(super) fn is_owner(name: &str) -> bool {
    const OWNER: &[&str] = &[
        "user", "owner", "author", "account", "member", "customer", "creator", "profile", "uid", "userid",
        "username",
    ];
    any(&words(name), OWNER)
}

/// Whether a call by this name keeps a record of what happens.
pub(super) fn is_record(name: &str) -> bool {
    const FIRST: &[&str] = &["log", "audit", "record", "track", "trace", "emit"];
    const ANYWHERE: &[&str] = &["audit", "audits", "telemetry", "metrics"];
    let words = words(name);
    words.first().is_some_and(|w| FIRST.contains(&w.as_str())) || any(&words, ANYWHERE) || is_telling(name)
}

/// Whether a call by this name makes a value.
pub(super) fn is_constructor(name: &str) -> bool {
    matches!(name, "new" | "default" | "with_capacity" | "from" | "Vec" | "builder")
}

/// Whether a call by this name reads a part of the address.
pub(super) fn is_address_part(name: &str) -> bool {
    matches!(
        name,
        "param" | "params" | "query_value" | "match_info" | "path_params" | "segments" | "routed_segment"
    )
}

/// Whether a field is named for what data is kept in.
pub(super) fn is_part_of_program(name: &str) -> bool {
    matches!(
        name,
        "pool"
            | "db"
            | "conn"
            | "connection"
            | "database"
            | "store"
            | "storage"
            | "repo"
            | "repository"
            | "pg"
    )
}

/// Whether a type is named for a part of the program that a handler needs.
pub(super) fn is_plumbing(name: &str) -> bool {
    const PLUMBING: &[&str] = &[
        "api",
        "app",
        "client",
        "conn",
        "connection",
        "controller",
        "database",
        "db",
        "handler",
        "pool",
        "repo",
        "repository",
        "routes",
        "server",
        "service",
        "state",
        "storage",
        "store",
    ];
    any(&words(name), PLUMBING)
}

/// Whether a call by this name that takes an identifier and an account leaves only what is theirs. What is changed may take the
/// account for another reason: who changed it last.
pub(super) fn is_narrowing(name: &str) -> bool {
    const NARROWING: &[&str] = &[
        "filter",
        "and",
        "eq",
        "delete",
        "remove",
        "destroy",
        "revoke",
        "find",
        "get",
        "fetch",
        "load",
        "select",
        "lookup",
        "owned",
        "belonging",
        "exists",
    ];
    words(name).first().is_some_and(|w| NARROWING.contains(&w.as_str()))
}

/// Whether a call by this name begins or ends something that can be undone.
pub(super) fn is_transaction(name: &str) -> bool {
    any(&words(name), &["begin", "transaction", "rollback", "commit", "savepoint"])
}

/// Whether a call by this name takes something away for good.
pub(super) fn is_removal(name: &str) -> bool {
    let words = words(name);
    words.first().is_some_and(|w| matches!(w.as_str(), "delete" | "remove" | "destroy" | "revoke" | "purge"))
}

/// Whether a call by this name runs a query.
pub(super) fn is_run(name: &str) -> bool {
    name.starts_with("fetch")
        || name.starts_with("execute")
        || matches!(name, "exec" | "query_one" | "query_opt")
}

/// Whether a call by this name of a library looks rows up.
pub(super) fn is_look(name: &str) -> bool {
    name.starts_with("fetch")
        || matches!(
            name,
            "all" | "one" | "load" | "first" | "get_result" | "get_results" | "query_one" | "query_opt"
        )
}

/// Whether a text is a query that changes or removes rows.
pub(super) fn is_change(text: &str) -> bool {
    let words = words(text);
    is_query(text) && words.first().is_some_and(|w| matches!(w.as_str(), "update" | "delete"))
}

/// Whether a text is a query.
pub(super) fn is_query(text: &str) -> bool {
    const VERBS: &[&str] = &["select", "update", "delete", "insert", "with"];
    let words = words(text);
    words.len() > 3 && words.first().is_some_and(|w| VERBS.contains(&w.as_str()))
}

/// Whether a query is about rows for which two things hold.
pub(super) fn is_narrowed(query: &str) -> bool {
    let words = words(query);
    words.iter().position(|w| w == "where").is_some_and(|at| words[at..].iter().any(|w| w == "and"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_narrowed_by_a_second_condition() {
        assert!(is_query("DELETE FROM notes WHERE id = $1") && !is_query("delete"));
        assert!(is_narrowed("DELETE FROM notes WHERE id = $1 AND user_id = $2"));
        assert!(!is_narrowed("UPDATE notes SET text = $1, by = $2 WHERE id = $3"));
    }

    #[test]
    fn an_event_is_no_record_of_one() {
        assert!(is_record("record_event") && is_record("write_audit") && !is_record("delete_event"));
    }
}
