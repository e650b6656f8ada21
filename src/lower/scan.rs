//! One linear pass over the text, before any parsing: comments, and nesting that would exhaust the parser's stack.
//!
//! The parser recurses for every delimiter, `<`, prefix operator, `if`, `=` .. that is still open. This pass
//! keeps a stack of open levels and counts on each what the parser may recurse on since the last `,` or `;`: an upper bound
//! of the parser's depth. Postfix and infix operators (`.f()`, `?`, `+`) nest to the left: the parser loops over them but
//! drops them recursively, so they have a bound of their own. Text beyond a bound is blanked (contents of the
//! innermost group, or the statement or item if that is smaller) and reported; the rest of the file is analysed.
//!
//! It is a lexer of its own (strings, raw strings, characters and lifetimes, nested comments) because it has to be iterative
//! and work on texts that do not lex.

use std::ops::Range;

/// Bound of what the parser recurses on. Deep real code stays below 150.
pub(super) const MAX_NEST: u32 = 400;
/// Bound of operators that nest to the left.
pub(super) const MAX_LINKS: u32 = 4_000;

/// What the pass found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// Plain comments: from the first mark to the end.
    pub(super) comments: Vec<Range<usize>>,
    /// Where nesting is beyond the bounds, in order.
    pub(super) too_deep: Vec<Range<usize>>,
    /// The deepest nesting that was met and kept.
    pub(super) depth: u32,
}

/// Scans a text.
pub(super) fn scan(text: &str) -> Scan {
    let mut scanner = Scanner {
        src: text.as_bytes(),
        at: 0,
        out: Scan::default(),
        levels: vec![Level::new(0, 0)],
        total: 0,
        operand: false,
        after_else: false,
        after_brace: false,
        skip: None,
    };
    scanner.run();
    scanner.out
}

struct Level {
    open: u8,
    /// First byte of the statement or item at hand.
    seg: usize,
    nest: u32,
    links: u32,
    in_use: bool,
}

impl Level {
    fn new(open: u8, seg: usize) -> Level {
        Level { open, seg, nest: 0, links: 0, in_use: false }
    }
}

/// A region that is being skipped: where it begins and how many delimiters are open in it.
struct Skip {
    from: usize,
    open: usize,
    /// Ends with the next `;` outside these delimiters.
    stmt: bool,
}

struct Scanner<'a> {
    src: &'a [u8],
    at: usize,
    out: Scan,
    levels: Vec<Level>,
    /// Sum of `nest` over all levels and the number of levels.
    total: u32,
    /// Whether the last token ends an operand, so that an operator after it is infix.
    operand: bool,
    /// Whether the last word is `else`.
    after_else: bool,
    /// Whether the last token is a `}`: a word after it begins a new statement.
    after_brace: bool,
    skip: Option<Skip>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while let Some(&byte) = self.src.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'/' if self.peek(1) == b'/' => self.line_comment(),
                b'/' if self.peek(1) == b'*' => self.block_comment(),
                b'"' => self.string(self.at + 1),
                b'\'' => self.quote(),
                b'0'..=b'9' => self.number(),
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word(),
                _ => self.punct(byte),
            }
        }
        if self.skip.is_some() {
            self.end_skip(self.src.len());
        }
    }

    /// Ends the region that is being skipped; regions inside it are part of it.
    fn end_skip(&mut self, end: usize) {
        let Some(skip) = self.skip.take() else { return };
        while self.out.too_deep.last().is_some_and(|last| last.start >= skip.from) {
            self.out.too_deep.pop();
        }
        self.out.too_deep.push(skip.from..end);
    }

    /// Whether what follows a `}` goes on with the same expression.
    fn continues(&self) -> bool {
        let rest = &self.src[self.at..];
        let blank = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let rest = &rest[blank..];
        rest.starts_with(b"else") || rest.starts_with(b".") || rest.starts_with(b"?")
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.src.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn line_comment(&mut self) {
        let rest = &self.src[self.at..];
        let mut end = self.at + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        let next = self.peek(2);
        let doc = next == b'!' || (next == b'/' && self.peek(3) != b'/');
        let start = std::mem::replace(&mut self.at, end);
        if end > start && self.src[end - 1] == b'\r' {
            end -= 1;
        }
        if !doc {
            self.out.comments.push(start..end);
        }
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let next = self.peek(2);
        let doc = next == b'!' || (next == b'*' && !matches!(self.peek(3), b'*' | b'/'));
        let mut open = 0;
        while self.at < self.src.len() {
            match (self.src[self.at], self.peek(1)) {
                (b'/', b'*') => (open, self.at) = (open + 1, self.at + 2),
                (b'*', b'/') => (open, self.at) = (open - 1, self.at + 2),
                _ => self.at += 1,
            }
            if open == 0 {
                break;
            }
        }
        if !doc {
            self.out.comments.push(start..self.at);
        }
    }

    fn literal_end(&mut self, end: usize) {
        self.before_token(false, self.at);
        self.at = end.min(self.src.len());
        self.operand = true;
    }

    /// A string with escapes whose contents begin at `from`.
    fn string(&mut self, from: usize) {
        let mut end = from;
        while end < self.src.len() && self.src[end] != b'"' {
            end += if self.src[end] == b'\\' { 2 } else { 1 };
        }
        self.literal_end(end + 1);
    }

    /// `'a'`, `'\n'`, or a lifetime.
    fn quote(&mut self) {
        if self.peek(1) == b'\\' {
            let mut end = self.at + 3;
            while end < self.src.len() && self.src[end] != b'\'' && self.src[end] != b'\n' {
                end += 1;
            }
            return self.literal_end(end + 1);
        }
        let width = char_width(self.peek(1));
        if self.peek(1 + width) == b'\'' {
            return self.literal_end(self.at + width + 2);
        }
        self.before_token(false, self.at);
        self.at += 1;
        while is_word(self.peek(0)) {
            self.at += 1;
        }
        self.operand = false;
    }

    fn number(&mut self) {
        let mut end = self.at;
        while end < self.src.len() && is_word(self.src[end]) {
            end += 1;
        }
        // `1.5`, but neither `1..2` nor `1.max(2)`.
        if self.src.get(end) == Some(&b'.') && self.src.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end += 1;
            while end < self.src.len() && is_word(self.src[end]) {
                end += 1;
            }
        }
        self.literal_end(end);
    }

    fn word(&mut self) {
        let start = self.at;
        while is_word(self.peek(0)) {
            self.at += 1;
        }
        let word = &self.src[start..self.at];
        let prefix = matches!(word, b"b" | b"c" | b"r" | b"br" | b"cr");
        match self.peek(0) {
            b'"' if prefix && !word.ends_with(b"r") => return self.string(self.at + 1),
            b'"' | b'#' if prefix && word.ends_with(b"r") => {
                if let Some(end) = self.raw_string_end() {
                    return self.literal_end(end);
                }
            }
            b'\'' if word == b"b" => return self.quote(),
            _ => {}
        }
        let raw = word == b"r" && self.peek(0) == b'#';
        if raw {
            self.at += 1;
            while is_word(self.peek(0)) {
                self.at += 1;
            }
        }
        let begins = !raw && !matches!(word, b"as" | b"else" | b"in" | b"where");
        self.before_token(begins, start);
        self.keyword(if raw { b"raw" } else { word }, start);
    }

    /// The end of the raw string whose hashes or quote are at hand.
    fn raw_string_end(&self) -> Option<usize> {
        let rest = &self.src[self.at..];
        let hashes = rest.iter().take_while(|&&b| b == b'#').count();
        if rest.get(hashes) != Some(&b'"') {
            return None;
        }
        let mut at = self.at + hashes + 1;
        while let Some(quote) = self.src[at..].iter().position(|&b| b == b'"') {
            at += quote + 1;
            if self.src[at..].len() >= hashes && self.src[at..at + hashes].iter().all(|&b| b == b'#') {
                return Some(at + hashes);
            }
        }
        Some(self.src.len())
    }

    fn keyword(&mut self, word: &[u8], start: usize) {
        self.operand = false;
        let after_else = std::mem::replace(&mut self.after_else, word == b"else");
        match word {
            // The parser reads chains of `else if` in a loop.
            b"if" if after_else => {}
            b"if" | b"match" | b"while" | b"for" | b"return" | b"break" | b"yield" | b"let" | b"move"
            | b"box" | b"become" | b"do" => self.nest(start),
            b"as" | b"else" => self.link(start),
            b"in" | b"where" | b"fn" | b"pub" | b"mod" | b"type" | b"loop" | b"async" | b"unsafe"
            | b"dyn" | b"impl" | b"const" | b"mut" | b"static" | b"ref" => {}
            b"use" => {
                if let Some(level) = self.levels.last_mut() {
                    level.in_use = true;
                }
            }
            _ => self.operand = true,
        }
    }

    fn punct(&mut self, byte: u8) {
        let start = self.at;
        self.at += 1;
        if self.skip.is_some() && !self.skipped(byte, start) {
            return;
        }
        match byte {
            b'(' | b'[' | b'{' => self.open(byte, start),
            b')' | b']' | b'}' => self.close(byte),
            b';' => {
                self.after_brace = false;
                self.operand = false;
                self.pop_angles();
                self.segment(self.at);
            }
            b',' => {
                self.before_token(false, start);
                self.reset_level();
                self.operand = false;
            }
            b'#' => {
                self.before_token(true, start);
                self.operand = false;
            }
            _ => {
                self.before_token(false, start);
                self.operator(byte, start);
            }
        }
    }

    /// Handles a byte of a skipped region; true if it ends the region and still has its own effect.
    fn skipped(&mut self, byte: u8, start: usize) -> bool {
        let Some(skip) = &mut self.skip else { return true };
        let end = match byte {
            b'(' | b'[' | b'{' => {
                skip.open += 1;
                return false;
            }
            b')' | b']' | b'}' if skip.open > 0 => {
                skip.open -= 1;
                if skip.stmt && skip.open == 0 && byte == b'}' && !self.continues() {
                    self.end_skip(self.at);
                    self.segment(self.at);
                }
                return false;
            }
            b')' | b']' | b'}' => start,
            b';' if skip.stmt && skip.open == 0 => self.at,
            _ => return false,
        };
        self.end_skip(end);
        true
    }

    fn operator(&mut self, byte: u8, start: usize) {
        let next = self.peek(0);
        let infix = std::mem::replace(&mut self.operand, false);
        match (byte, next) {
            (b'-', b'>') => {
                self.at += 1;
                self.nest(start);
            }
            (b'=', b'>') => {
                self.at += 1;
                self.pop_angles();
                self.reset_level();
            }
            (b'=', b'=') | (b'!', b'=') | (b'<' | b'>', b'=') => {
                self.at += 1;
                self.link(start);
            }
            (b'&', b'&') | (b'|', b'|') if infix => {
                self.at += 1;
                self.pop_angles();
                self.link(start);
            }
            (b':', b':') => {
                self.at += 1;
                if self.levels.last().is_some_and(|l| l.in_use) {
                    self.nest(start);
                }
            }
            (b'.', b'.') => {
                self.at += 1;
                self.nest(start);
            }
            (b'<', b'<') if infix && self.peek(1).is_ascii_whitespace() => {
                self.at += 1;
                self.link(start);
            }
            (b'<', _) => self.push(b'<', start),
            (b'>', _) => {
                self.operand = true;
                if self.levels.last().is_some_and(|l| l.open == b'<') {
                    self.pop();
                } else {
                    self.link(start);
                }
            }
            (b'?', _) => {
                self.operand = true;
                self.link(start);
            }
            (b':' | b'$' | b'~' | b'\\' | b'`', _) => {}
            (b'=' | b'@', _) => self.nest(start),
            // The second byte of a compound assignment is its own `=`.
            _ if infix => self.link(start),
            _ => self.nest(start),
        }
    }

    /// A token other than a closing delimiter follows: if it follows a `}`, does it begin a new statement?
    fn before_token(&mut self, begins: bool, start: usize) {
        if std::mem::take(&mut self.after_brace) && begins && self.skip.is_none() {
            self.pop_angles();
            self.segment(start);
        }
    }

    /// A new statement or item begins on this level.
    fn segment(&mut self, at: usize) {
        self.reset_level();
        if let Some(level) = self.levels.last_mut() {
            level.seg = at;
            level.in_use = false;
        }
    }

    fn reset_level(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            self.total -= level.nest;
            (level.nest, level.links) = (0, 0);
        }
    }

    fn open(&mut self, byte: u8, start: usize) {
        self.before_token(false, start);
        if std::mem::replace(&mut self.operand, false) && byte != b'{' {
            self.link(start);
        }
        if self.skip.is_none() {
            self.push(byte, start);
        } else {
            self.skipped(byte, start);
        }
    }

    fn close(&mut self, byte: u8) {
        self.pop_angles();
        if self.levels.len() > 1 {
            self.pop();
        }
        self.operand = true;
        self.after_brace = byte == b'}';
    }

    fn push(&mut self, byte: u8, start: usize) {
        if self.skip.is_some() {
            return;
        }
        self.levels.push(Level::new(byte, self.at));
        self.total += 1;
        if self.total > MAX_NEST {
            self.overflow(start, byte != b'<');
        }
        self.out.depth = self.out.depth.max(self.total.min(MAX_NEST));
    }

    fn pop(&mut self) {
        if let Some(level) = self.levels.pop() {
            self.total -= level.nest + 1;
        }
    }

    fn pop_angles(&mut self) {
        while self.levels.last().is_some_and(|l| l.open == b'<') {
            self.pop();
        }
    }

    fn nest(&mut self, start: usize) {
        if self.skip.is_some() {
            return;
        }
        if let Some(level) = self.levels.last_mut() {
            level.nest += 1;
            self.total += 1;
        }
        if self.total > MAX_NEST {
            self.overflow(start, false);
        }
        self.out.depth = self.out.depth.max(self.total.min(MAX_NEST));
    }

    fn link(&mut self, start: usize) {
        if self.skip.is_some() {
            return;
        }
        if let Some(level) = self.levels.last_mut() {
            level.links += 1;
            if level.links > MAX_LINKS {
                self.overflow(start, false);
            }
        }
    }

    /// Begins to skip: the contents of the innermost group, or its statement at hand.
    fn overflow(&mut self, start: usize, whole_group: bool) {
        self.pop_angles();
        let Some(level) = self.levels.last() else { return };
        let stmt = !whole_group && matches!(level.open, 0 | b'{');
        let from = level.seg.min(start.max(level.seg));
        self.skip = Some(Skip { from, open: 0, stmt });
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn char_width(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}
