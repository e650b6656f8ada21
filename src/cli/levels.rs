//! Lint levels in the order in which they were typed: `-A all -W weak-hash` is not `-W weak-hash -A all`.

use clap::ArgMatches;

use crate::cli::Failure;
use crate::finding::Level;

/// The level flags before `--`, in order.
pub(super) fn ordered(matches: &ArgMatches) -> Vec<(Level, String)> {
    let mut found = Vec::new();
    let mut current = Some(matches);
    while let Some(matches) = current {
        collect(matches, &mut found);
        current = matches.subcommand().map(|(_, inner)| inner);
    }
    found.sort_by_key(|(index, _, _)| *index);
    found.into_iter().map(|(_, level, name)| (level, name)).collect()
}

fn collect(matches: &ArgMatches, out: &mut Vec<(usize, Level, String)>) {
    let flags =
        [("allow", Level::Allow), ("warn", Level::Warn), ("deny", Level::Deny), ("forbid", Level::Forbid)];
    for (flag, level) in flags {
        let Ok(Some(values)) = matches.try_get_many::<String>(flag) else { continue };
        let Some(indices) = matches.indices_of(flag) else { continue };
        for (index, list) in indices.zip(values) {
            out.extend(split(list).map(|name| (index, level, name)));
        }
    }
}

/// Several lints may be given at once: `-D weak-hash,weak-cipher`.
fn split(list: &str) -> impl Iterator<Item = String> + '_ {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// The flags after `--`, as rustc takes them: `-D warnings`, `-Dwarnings`, `--deny warnings`, `--deny=warnings`.
pub(super) fn after_dashes(args: &[String]) -> Result<Vec<(Level, String)>, Failure> {
    let mut out = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let Some((level, value)) = level_flag(arg) else {
            let help = "only -A, -W, -D and -F with a lint may follow `--`".to_owned();
            return Err(Failure::usage(format!("unexpected argument `{arg}` after `--`"), Some(help)));
        };
        let list = match value {
            "" => rest.next().map_or("", String::as_str),
            value => value,
        };
        let before = out.len();
        out.extend(split(list).map(|name| (level, name)));
        if out.len() == before {
            return Err(Failure::usage(format!("`{arg}` after `--` names no lint"), None));
        }
    }
    Ok(out)
}

/// The level of a flag and what is joined to it.
fn level_flag(arg: &str) -> Option<(Level, &str)> {
    let flags = [
        ("-A", "--allow", Level::Allow),
        ("-W", "--warn", Level::Warn),
        ("-D", "--deny", Level::Deny),
        ("-F", "--forbid", Level::Forbid),
    ];
    flags.into_iter().find_map(|(short, long, level)| {
        let long = arg.strip_prefix(long).filter(|rest| rest.is_empty() || rest.starts_with('='));
        let value = long.map(|rest| rest.trim_start_matches('=')).or_else(|| arg.strip_prefix(short))?;
        Some((level, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(args: &[&str]) -> Result<Vec<(Level, String)>, Failure> {
        after_dashes(&args.iter().map(|&a| a.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_spelling_that_rustc_takes() {
        let all = after(&["-D", "warnings", "-Aa,b", "--warn", "c", "--forbid=d", "-F", "e"]).unwrap();
        let shown: Vec<_> = all.iter().map(|(level, name)| format!("{level:?} {name}")).collect();
        assert_eq!(shown, ["Deny warnings", "Allow a", "Allow b", "Warn c", "Forbid d", "Forbid e"]);
    }

    #[test]
    fn what_rustc_would_not_take_is_refused() {
        assert_eq!(after(&["-D"]).unwrap_err().message, "`-D` after `--` names no lint");
        assert_eq!(after(&["--denyx"]).unwrap_err().message, "unexpected argument `--denyx` after `--`");
    }
}
