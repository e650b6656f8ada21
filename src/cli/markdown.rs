//! Markdown for a terminal: headings, paragraphs, lists, code blocks, `code`, **strong**, links. Tables stay as they are.
//!
//! The pages are our own, so this is a reader of the few forms that they use, not of Markdown as such.

/// The text wrapped to `width` columns; with `color`, headings are bold and code is coloured.
pub(super) fn render(text: &str, width: usize, color: bool) -> String {
    let mut page =
        Page { width: width.min(100), color, out: String::new(), paragraph: String::new(), indent: 0 };
    let mut in_code = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            page.flush();
            in_code = !in_code;
        } else if in_code {
            let code = page.painted(line, "36");
            page.raw(format!("    {code}").trim_end());
        } else {
            page.line(trimmed);
        }
    }
    page.flush();
    page.out
}

struct Page {
    width: usize,
    color: bool,
    out: String,
    paragraph: String,
    /// Of the lines behind the first one of a list item.
    indent: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && heading.starts_with(' ') {
            self.flush();
            let title = self.painted(heading.trim(), "1");
            self.raw(&title);
        } else if line.is_empty() {
            self.flush();
            if !self.out.is_empty() && !self.out.ends_with("\n\n") {
                self.raw("");
            }
        } else if line.starts_with('|') {
            self.flush();
            self.raw(line);
        } else {
            if line.starts_with("- ") || line.starts_with("* ") || starts_with_number(line) {
                self.flush();
                self.indent = 2;
            }
            if !self.paragraph.is_empty() {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(line);
        }
    }

    fn raw(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let text = self.inline(&paragraph);
        let mut used = 0;
        for word in text.split_whitespace() {
            let len = visible_len(word);
            if used > 0 && used + 1 + len > self.width {
                self.out.push('\n');
                self.out.push_str(&" ".repeat(self.indent));
                used = self.indent;
            } else if used > 0 {
                self.out.push(' ');
                used += 1;
            }
            self.out.push_str(word);
            used += len;
        }
        if used > 0 {
            self.out.push('\n');
        }
        self.indent = 0;
    }

    /// Replaces the marks inside a paragraph.
    fn inline(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(['`', '*', '[']) {
            let (before, marked) = rest.split_at(at);
            out.push_str(before);
            let (shown, after) = self.mark(marked);
            out.push_str(&shown);
            rest = after;
        }
        out + rest
    }

    /// The text at a mark and what follows it.
    fn mark<'t>(&self, text: &'t str) -> (String, &'t str) {
        if let Some((code, rest)) = text.strip_prefix('`').and_then(|t| t.split_once('`')) {
            let shown = if self.color { self.painted(code, "36") } else { format!("`{code}`") };
            return (shown, rest);
        }
        if let Some((strong, rest)) = text.strip_prefix("**").and_then(|t| t.split_once("**")) {
            return (self.painted(strong, "1"), rest);
        }
        if let Some((title, rest)) = text.strip_prefix('[').and_then(|t| t.split_once("]("))
            && let Some((link, rest)) = rest.split_once(')')
        {
            let shown = if title == link { link.to_owned() } else { format!("{title} ({link})") };
            return (shown, rest);
        }
        let mark = text.chars().next().map_or(0, char::len_utf8);
        (text[..mark].to_owned(), &text[mark..])
    }

    /// Each word is painted by itself, so that a line break never carries a colour over.
    fn painted(&self, text: &str, code: &str) -> String {
        if !self.color || text.trim().is_empty() {
            return text.to_owned();
        }
        let paint = |word: &str| {
            if word.is_empty() { String::new() } else { format!("\u{1b}[{code}m{word}\u{1b}[0m") }
        };
        text.split(' ').map(paint).collect::<Vec<_>>().join(" ")
    }
}

fn starts_with_number(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(". ")
}

/// Columns of a word without its colours.
fn visible_len(word: &str) -> usize {
    let mut len = 0;
    let mut in_escape = false;
    for c in word.chars() {
        match c {
            '\u{1b}' => in_escape = true,
            'm' if in_escape => in_escape = false,
            _ if !in_escape => len += 1,
            _ => {}
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_and_code_is_not() {
        let page = "# Title\n\nOne two\nthree [four](https://x.y/z) `five`.\n\n- a list item that is long\n\n```rust\nlet a  = 1;\n```\n";
        let expected = "Title\n\nOne two three four\n(https://x.y/z)\n`five`.\n\n- a list item that is\n  long\n\n    let a  = 1;\n";
        assert_eq!(render(page, 22, false), expected);
    }

    #[test]
    fn colours_do_not_count_as_columns() {
        let text = render("**a b** `c d`", 80, true);
        assert_eq!(
            text,
            "\u{1b}[1ma\u{1b}[0m \u{1b}[1mb\u{1b}[0m \u{1b}[36mc\u{1b}[0m \u{1b}[36md\u{1b}[0m\n"
        );
        assert_eq!(visible_len("\u{1b}[36mcd\u{1b}[0m"), 2);
    }

    #[test]
    fn a_lone_mark_is_a_character() {
        assert_eq!(render("a * b [c] `d", 80, false), "a * b [c] `d\n");
    }
}
