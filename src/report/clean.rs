//! Makes text of the scanned code harmless: no control character and no bidirectional override leaves this module, and
//! no line can be read as a command by the log of a build server.
//!
//! Every character is replaced by exactly one other, so columns keep their meaning.

/// Whether a character moves the cursor, hides text or changes its direction.
fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{feff}')
}

/// What is shown instead: the control picture where there is one.
fn picture(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// Text for one line: line ends and tabs become blanks.
pub(super) fn line(text: &str) -> String {
    let one = |c| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_hostile(c) => picture(c),
        c => c,
    };
    text.trim().chars().map(one).collect()
}

/// Text that may have several lines.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(|l| line(l.trim_end())).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Source text for JSON: tabs and line ends stay as they are.
pub(super) fn source(text: &str) -> String {
    let keep = |c| matches!(c, '\n' | '\r' | '\t');
    text.chars().map(|c| if is_hostile(c) && !keep(c) { picture(c) } else { c }).collect()
}

/// Source text for the snippet renderer, of the same length in bytes and characters. The renderer itself replaces the
/// control characters of one byte, so these stay.
pub(super) fn same_length(text: &str) -> String {
    let one = |c: char| match c.len_utf8() {
        2 if is_hostile(c) => '\u{b7}',
        3 if is_hostile(c) => '\u{fffd}',
        _ => c,
    };
    text.chars().map(one).collect()
}

/// Breaks what a build server would take for a command: a line that begins with `::`, also after blanks, and the
/// older `##[` anywhere in a line.
pub(super) fn without_commands(text: String) -> String {
    let begins = |line: &str| line.trim_start().starts_with("::") && !line.trim_start().starts_with(":::");
    if !text.contains("##[") && !text.lines().any(begins) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let line = line.replace("##[", "##(");
        if begins(&line) { out.push_str(&line.replacen("::", ": :", 1)) } else { out.push_str(&line) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_pictures_and_columns_stay() {
        assert_eq!(line("a\u{1b}[31m\u{202e}b\nc\u{9b}"), "a␛[31m\u{fffd}b c\u{fffd}");
        assert_eq!(lines("a\r\n\u{7}b\n"), "a\n␇b");
        let hostile = "x\u{9b}\u{202e}\u{61c}é";
        let shown = same_length(hostile);
        assert_eq!((shown.len(), shown.chars().count()), (hostile.len(), hostile.chars().count()));
        assert_eq!(shown, "x·\u{fffd}·é");
    }

    #[test]
    fn no_line_is_a_command() {
        let text = "error: x\n  ::error::y\n  ::: src/b.rs\n1 | ##[set-env]\n".to_owned();
        assert_eq!(without_commands(text), "error: x\n  : :error::y\n  ::: src/b.rs\n1 | ##(set-env]\n");
    }
}
