//! Where reports go: stdout, and files named by `--report`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::Failure;
use crate::report::{Format, RenderedAs};

/// The formats and files that the flags ask for.
#[derive(Debug)]
pub(super) struct Outputs {
    /// Of the report on stdout.
    pub(super) stdout: Format,
    /// Of further reports.
    pub(super) files: Vec<(Format, PathBuf)>,
}

impl Outputs {
    /// Reads the values of `--format`, `--message-format` and `--report`.
    pub(super) fn new(
        format: Option<&str>,
        cargo: &[String],
        reports: &[String],
    ) -> Result<Outputs, Failure> {
        let stdout = match format {
            Some(name) => named(name)?,
            None => message_format(cargo)?.unwrap_or(Format::Text),
        };
        let files = reports.iter().map(|spec| file(spec)).collect::<Result<_, _>>()?;
        Ok(Outputs { stdout, files })
    }
}

fn named(name: &str) -> Result<Format, Failure> {
    name.parse::<Format>().map_err(|error| Failure::usage(error.to_string(), None))
}

/// Cargo lets `json` be combined with how its texts are rendered: `json,json-diagnostic-short`.
fn message_format(names: &[String]) -> Result<Option<Format>, Failure> {
    let mut out = None;
    for name in names {
        let next =
            Format::of_message_format(name).map_err(|error| Failure::usage(error.to_string(), None))?;
        out = match (out, next) {
            (Some(before), Format::RustcJson(RenderedAs::Plain)) => Some(before),
            _ => Some(next),
        };
    }
    Ok(out)
}

/// `FORMAT:PATH`, or a path whose extension says the format.
fn file(spec: &str) -> Result<(Format, PathBuf), Failure> {
    if let Some((name, path)) = spec.split_once(':')
        && name.len() > 1
    {
        if path.is_empty() {
            return Err(Failure::usage(format!("`--report {spec}` names no file"), None));
        }
        return Ok((named(name)?, PathBuf::from(path)));
    }
    let path = PathBuf::from(spec);
    let name = match path.extension().and_then(|e| e.to_str()) {
        Some("sarif") => "sarif",
        Some("json") if spec.ends_with(".sarif.json") => "sarif",
        Some("json") => "json",
        Some("md") => "markdown",
        Some("txt") => "text",
        _ => {
            let help = format!("write the format before the path, e.g. `sarif:{spec}`");
            return Err(Failure::usage(format!("no format follows from the name `{spec}`"), Some(help)));
        }
    };
    Ok((named(name)?, path))
}

/// Writes to stdout; what nobody reads any more is not an error. Without colour every escape sequence is stripped.
pub(super) fn to_stdout(text: &str, color: bool) -> Result<(), Failure> {
    let choice = if color { anstream::ColorChoice::AlwaysAnsi } else { anstream::ColorChoice::Never };
    let mut out = anstream::AutoStream::new(std::io::stdout().lock(), choice);
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::broken(format!("the report cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes a report to a file.
pub(super) fn to_file(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::usage(format!("`{}` cannot be written: {error}", path.display()), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_file_has_a_format_by_name_or_extension() {
        assert_eq!(file("github:a/b.log").unwrap(), (Format::Github, PathBuf::from("a/b.log")));
        assert_eq!(file("a/b.sarif").unwrap().0, Format::Sarif);
        assert_eq!(file("a/b.sarif.json").unwrap().0, Format::Sarif);
        assert_eq!(file("b.json").unwrap().0, Format::Json);
        assert!(file("b.xyz").unwrap_err().help.is_some());
        assert!(file("sarif:").is_err());
    }

    #[test]
    fn cargo_formats_can_be_combined() {
        let of = |names: &[&str]| {
            message_format(&names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>()).unwrap()
        };
        assert_eq!(of(&["json"]), Some(Format::RustcJson(RenderedAs::Plain)));
        assert_eq!(of(&[]), None);
    }
}
