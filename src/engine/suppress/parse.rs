//! The texts of suppressions.
//!
//! ```text
//! // secure-lint: allow(weak-hash): the format of the file demands it
//! // secure-lint: expect(weak-hash, cwe-327)
//! // secure-lint: allow-file(hardcoded-key): test vectors of the standard
//! #[cfg_attr(secure_lint, allow(secure_lint::weak_hash, reason = "the format demands it"))]
//! ```
//!
//! The condition of the attribute is never true (`secure_lint`, `any()`, `false`), so the compiler never sees what is
//! inside; any other condition, and any lint without the prefix, belongs to somebody else.

use crate::ir::{Attr, AttrArg, ExprKind, FileIr, Literal};

/// What a suppression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) verb: Verb,
    /// The names of lints as written.
    pub(super) names: Vec<String>,
    /// Empty if none is given.
    pub(super) reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Allow,
    Expect,
    AllowFile,
}

impl Verb {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Verb::Allow => "allow",
            Verb::Expect => "expect",
            Verb::AllowFile => "allow-file",
        }
    }
}

/// Reads a comment. `None` if it does not speak to this program or is about a route, `Err` with what is wrong if it does but badly.
pub(super) fn comment(text: &str) -> Option<Result<Said, String>> {
    if crate::web::parse_marker(text).is_some() {
        return None;
    }
    let rest = text.trim_start().strip_prefix("secure-lint:")?.trim();
    Some(directive(rest))
}

fn directive(rest: &str) -> Result<Said, String> {
    let word_end =
        rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    let (word, rest) = rest.split_at(word_end);
    let verb = match word {
        "allow" => Verb::Allow,
        "expect" => Verb::Expect,
        "allow-file" => Verb::AllowFile,
        "" => return Err("nothing follows `secure-lint:`".to_owned()),
        other => return Err(format!("`{other}` is neither `allow`, `expect`, `allow-file` nor `public`")),
    };
    let list = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let (names, rest) = list.ok_or_else(|| format!("`{word}` has no list of lints in parentheses"))?;
    let names: Vec<String> =
        names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Err(format!("`{word}` names no lint"));
    }
    let reason = rest.trim_start().strip_prefix(':').unwrap_or("").trim();
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Said { verb, names, reason })
}

/// Reads a `cfg_attr`; several suppressions may be in it.
pub(super) fn attribute(ir: &FileIr, attr: &Attr) -> Vec<Said> {
    match attr.args.split_first() {
        Some((condition, inner)) if never_holds(ir, condition) => {
            inner.iter().filter_map(|arg| inner_attribute(ir, arg)).collect()
        }
        _ => Vec::new(),
    }
}

fn never_holds(ir: &FileIr, condition: &AttrArg) -> bool {
    match condition.name.map(|name| name.as_str()) {
        Some("any") => condition.nested.is_empty() && condition.value.is_none(),
        Some(name) => matches!(name, "secure_lint" | "false") && condition.nested.is_empty(),
        None => condition
            .value
            .is_some_and(|value| matches!(ir.exprs[value].kind, ExprKind::Literal(Literal::Bool(false)))),
    }
}

fn inner_attribute(ir: &FileIr, arg: &AttrArg) -> Option<Said> {
    let verb = match arg.name?.as_str() {
        "allow" => Verb::Allow,
        "expect" => Verb::Expect,
        _ => return None,
    };
    let ours = |arg: &AttrArg| -> Option<String> {
        let path = arg.name?.as_str().replace(' ', "");
        path.strip_prefix("secure_lint::").map(str::to_owned)
    };
    let names: Vec<String> = arg.nested.iter().filter_map(ours).collect();
    let reason = arg.nested.iter().find(|a| a.name.is_some_and(|n| n == "reason")).and_then(|a| a.value);
    let reason = reason.and_then(|value| match &ir.exprs[value].kind {
        ExprKind::Literal(Literal::Str(text)) => Some(text.to_string()),
        _ => None,
    });
    (!names.is_empty()).then(|| Said { verb, names, reason: reason.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Said {
        comment(text).unwrap().unwrap()
    }

    #[test]
    fn the_three_verbs_with_lists_and_reasons() {
        let expected = |verb, names: &[&str], reason: &str| Said {
            verb,
            names: names.iter().map(|&n| n.to_owned()).collect(),
            reason: reason.to_owned(),
        };
        assert_eq!(
            said("secure-lint: allow(a, b_c,): why\n  not"),
            expected(Verb::Allow, &["a", "b_c"], "why not")
        );
        assert_eq!(said("secure-lint:expect (a)"), expected(Verb::Expect, &["a"], ""));
        assert_eq!(said("secure-lint: allow-file(a) : x"), expected(Verb::AllowFile, &["a"], "x"));
    }

    #[test]
    fn what_is_not_for_us_is_left_alone_and_what_is_malformed_is_said() {
        assert_eq!(comment("secure-lint finds this"), None);
        assert_eq!(comment("see secure-lint: allow(a)"), None);
        for bad in ["secure-lint: alow(a)", "secure-lint: allow", "secure-lint: allow()", "secure-lint:"] {
            assert!(comment(bad).unwrap().is_err(), "{bad}");
        }
    }
}
