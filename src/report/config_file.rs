//! What is wrong with the configuration file, as rustc would show it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::base::SourceFile;
use crate::config::FileError;
use crate::report::{Style, clean};

/// The error with the line that is wrong; `file` is the configuration file.
pub fn config_error(file: &SourceFile, error: &FileError, style: &Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let span = file.span(error.place.start, error.place.end);
    // Of a place of several lines the first is shown.
    let first = file.line_col(span.lo).line;
    let line = file.line_range(first);
    let (lo, hi) = ((span.lo as usize).min(line.end), (span.hi as usize).min(line.end));
    let text = clean::same_length(&file.text[line.clone()]);
    let snippet = Snippet::source(text)
        .path(clean::line(&file.name))
        .line_start(first as usize)
        .annotation(AnnotationKind::Primary.span(lo - line.start..hi.max(lo) - line.start));
    let title = Level::ERROR.primary_title(clean::line(&error.message));
    let mut group = Group::with_title(title).element(snippet);
    if let Some(help) = &error.help {
        group = group.element(Level::HELP.message(clean::line(help)));
    }
    clean::without_commands(format!("{}\n", renderer.decor_style(decor).render(&[group])))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::base::SourceMap;

    #[test]
    fn any_place_of_any_text_can_be_shown() {
        let text = "a = 1\r\n\u{1b}é = \"ü\u{202e}\"\n\n";
        let mut sources = SourceMap::default();
        let id = sources.add(Path::new("/p/x.toml"), "x\u{1b}.toml", text.into());
        for lo in 0..=text.len() + 2 {
            for hi in lo..=text.len() + 2 {
                let error = FileError { message: "m\u{1b}".into(), help: Some("h".into()), place: lo..hi };
                let shown = config_error(sources.file(id), &error, &Style::default());
                assert!(shown.contains("error: m") && !shown.contains('\u{1b}'), "{shown}");
            }
        }
    }
}
