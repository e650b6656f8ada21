//! The hash of a line by which GitHub follows an alert when code moves, as its own uploader computes it.
//!
//! A polynomial over the hundred UTF-16 units that begin at the line, without blanks and tabs and with every line end as
//! `\n`; the text is followed by one unit `0xFFFF` and zeros. Equal hashes of a file are numbered:
//!
//! ```text
//! h = 37 * h + c - 37^100 * (the unit that leaves the window)      modulo 2^64
//! " a\nb" --> line 1 "271789c1...:1", line 2 ..
//! ```

use rustc_hash::FxHashMap;

const BLOCK: usize = 100;
const BASE: u64 = 37;
const END: u16 = 0xffff;

/// The hashes of all lines of a text, in order. Linear in its length.
pub(super) fn of_lines(text: &str) -> Vec<String> {
    let mut roller = Roller::default();
    let (mut line_begins, mut after_cr) = (true, false);
    for unit in text.encode_utf16().chain([END]) {
        let skipped = matches!(unit, 0x20 | 0x09) || (after_cr && unit == 0x0a);
        after_cr = unit == 0x0d;
        if skipped {
            continue;
        }
        let unit = if unit == 0x0d { 0x0a } else { unit };
        roller.push(unit, line_begins);
        line_begins = unit == 0x0a;
    }
    for _ in 0..BLOCK {
        roller.push(0, false);
    }
    roller.hashes
}

struct Roller {
    window: [u16; BLOCK],
    begins: [bool; BLOCK],
    at: usize,
    hash: u64,
    /// `BASE` to the power of `BLOCK`.
    leaving: u64,
    counts: FxHashMap<u64, usize>,
    hashes: Vec<String>,
}

impl Default for Roller {
    fn default() -> Roller {
        Roller {
            window: [0; BLOCK],
            begins: [false; BLOCK],
            at: 0,
            hash: 0,
            leaving: (0..BLOCK).fold(1, |power: u64, _| power.wrapping_mul(BASE)),
            counts: FxHashMap::default(),
            hashes: Vec::new(),
        }
    }
}

impl Roller {
    fn push(&mut self, unit: u16, line_begins: bool) {
        if self.begins[self.at] {
            let count = self.counts.entry(self.hash).or_default();
            *count += 1;
            self.hashes.push(format!("{:x}:{count}", self.hash));
        }
        self.begins[self.at] = line_begins;
        let left = std::mem::replace(&mut self.window[self.at], unit);
        let added = self.hash.wrapping_mul(BASE).wrapping_add(u64::from(unit));
        self.hash = added.wrapping_sub(self.leaving.wrapping_mul(u64::from(left)));
        self.at = (self.at + 1) % BLOCK;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_uploader() {
        assert_eq!(of_lines(""), ["c129715d7a2bc9a3:1"]);
        let expected = ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"];
        assert_eq!(of_lines(" a\nb\n  \t\tc\n d"), expected);
    }

    #[test]
    fn line_ends_do_not_matter_and_equal_lines_are_numbered() {
        assert_eq!(of_lines("a\r\nb\rc"), of_lines("a\nb\nc"));
        let long = "x".repeat(200);
        let hashes = of_lines(&format!("{long}\n{long}\n"));
        assert_eq!(hashes[0].split(':').next(), hashes[1].split(':').next());
        assert!(hashes[0].ends_with(":1") && hashes[1].ends_with(":2"), "{hashes:?}");
    }
}
