//! Whether to colour: `--color`, then `CARGO_TERM_COLOR`, then the variables that other tools read, then whether the
//! output is a terminal.

use std::ffi::OsString;
use std::io::IsTerminal as _;

use crate::cli::args::When;

/// Decides for one stream.
pub(super) fn wanted(flag: Option<When>, env: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let cargo = || env("CARGO_TERM_COLOR").as_deref().and_then(when);
    match flag.or_else(cargo) {
        Some(When::Always) => return true,
        Some(When::Never) => return false,
        Some(When::Auto) | None => {}
    }
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    let on = |name: &str| set(name).is_some_and(|value| value != "0");
    if on("FORCE_COLOR") || on("CLICOLOR_FORCE") {
        return true;
    }
    let off = set("NO_COLOR").is_some()
        || env("CLICOLOR").is_some_and(|value| value == "0")
        || env("TERM").is_some_and(|value| value == "dumb");
    is_terminal && !off
}

fn when(text: &str) -> Option<When> {
    match text {
        "always" => Some(When::Always),
        "never" => Some(When::Never),
        "auto" => Some(When::Auto),
        _ => None,
    }
}

/// Decides for messages about the arguments themselves, before these are read.
pub(super) fn wanted_on_stderr(argv: &[OsString]) -> bool {
    let words: Vec<_> = argv.iter().map_while(|a| a.to_str()).take_while(|a| *a != "--").collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--color="));
    let apart = words.iter().position(|word| *word == "--color").and_then(|i| words.get(i + 1).copied());
    let flag = joined.or(apart).and_then(when);
    wanted(flag, &|name| std::env::var(name).ok(), std::io::stderr().is_terminal())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(flag: Option<When>, vars: &[(&str, &str)], is_terminal: bool) -> bool {
        let env = |name: &str| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        wanted(flag, &env, is_terminal)
    }

    #[test]
    fn the_flag_beats_cargo_which_beats_the_others_which_beat_the_terminal() {
        assert!(!with(Some(When::Never), &[("CARGO_TERM_COLOR", "always")], true));
        assert!(with(None, &[("CARGO_TERM_COLOR", "always"), ("NO_COLOR", "1")], false));
        assert!(with(None, &[("CARGO_TERM_COLOR", "auto"), ("FORCE_COLOR", "1")], false));
        assert!(with(None, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false));
        assert!(!with(None, &[("NO_COLOR", "1")], true));
        assert!(with(None, &[("NO_COLOR", ""), ("FORCE_COLOR", "0")], true));
        assert!(!with(None, &[("TERM", "dumb")], true));
        assert!(!with(None, &[], false));
    }
}
