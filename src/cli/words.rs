//! Words for people: names of levels and severities, numbers with their nouns, text made harmless.

use crate::base::ProblemKind;

pub(super) use crate::report::words::{confidence, count, lint_level as level, profile, severity};

/// What a kind of problem is called when it is counted.
pub(super) fn problem(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::UnreadableFile => "unreadable",
        ProblemKind::Unparsed => "not parsed",
        ProblemKind::MissingModule => "modules not found",
        ProblemKind::LimitExceeded => "beyond the limits",
        ProblemKind::PartlyFollowed => "values followed in part",
        ProblemKind::OpaqueMacro => "macros not understood",
        ProblemKind::UnknownRoute => "routes not followed",
        ProblemKind::UnknownEntry => "entries that name nothing",
        ProblemKind::Internal => "defects of this program",
    }
}

/// The share in whole percent, rounded down, so that only everything is 100 %.
pub(super) fn percent(part: usize, whole: usize) -> Option<usize> {
    (part * 100).checked_div(whole)
}

/// A text of the scanned project for one line of a terminal: whatever moves the cursor or turns the direction of writing
/// is shown as an escape.
pub(super) fn clean(text: &str) -> String {
    let hostile = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if hostile(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_scanned_project_reaches_the_terminal_as_a_command() {
        assert_eq!(clean("a\u{1b}[2J\u{202e}b\r\nä"), "a\\u{1b}[2J\\u{202e}b\\u{d}\\u{a}ä");
    }

    #[test]
    fn only_everything_is_a_hundred_percent() {
        assert_eq!((percent(999, 1000), percent(5, 5), percent(0, 0)), (Some(99), Some(100), None));
    }
}
