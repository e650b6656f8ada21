//! Findings as rustc prints them: annotated source, notes, help, proposed changes; and as one line each.
//!
//! A finding is a list of groups. The first holds the finding with all places near it; each other file and each region
//! far away is a `note:` of its own, each fix a `help:`. Only the lines around the places are handed to the renderer, so
//! the cost does not depend on the size of the file.

use std::collections::BTreeSet;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::finding;
use crate::report::files::{Files, Place};
use crate::report::view::{Mark, Shown, ShownFix, View};
use crate::report::{Style, clean, words};

/// Lines from which on two places are not shown together, to bound what the renderer has to read.
const FAR: u32 = 1000;

/// All findings, each followed by a blank line.
pub(super) fn long(view: &View<'_>, style: &Style) -> String {
    let mut printer = Printer::new(style);
    view.findings.iter().map(|finding| printer.finding(&view.files, finding)).collect()
}

/// All findings, one line each.
pub(super) fn short(view: &View<'_>) -> String {
    view.findings.iter().map(|finding| short_line(&view.files, finding)).collect()
}

/// `path:line:column: error[lint]: message` and a line end.
pub(super) fn short_line(files: &Files<'_>, finding: &Shown<'_>) -> String {
    let place = &finding.primary.place;
    let (line, column) = (place.start.line, place.start.column);
    let (name, level) = (files.name(place.file), words::level(finding.level));
    clean::without_commands(format!(
        "{name}:{line}:{column}: {level}[{}]: {}\n",
        finding.lint, finding.message
    ))
}

/// Prints findings one after the other and remembers which lints it has already explained.
pub(super) struct Printer {
    renderer: Renderer,
    links: bool,
    explained: BTreeSet<String>,
}

/// A place to draw, with the importance of its underline.
struct Drawn {
    kind: AnnotationKind,
    mark: Mark,
}

impl Printer {
    pub(super) fn new(style: &Style) -> Printer {
        let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
        let decor = if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
        let width = if style.width == 0 { Style::default().width } else { style.width.clamp(40, 1000) };
        Printer {
            renderer: renderer.term_width(width).decor_style(decor).hyperlink(false),
            links: style.hyperlinks && style.color,
            explained: BTreeSet::new(),
        }
    }

    /// A finding and a blank line.
    pub(super) fn finding(&mut self, files: &Files<'_>, finding: &Shown<'_>) -> String {
        let first = self.explained.insert(finding.lint.clone());
        let drawn = drawn(finding);
        let mut regions = regions(&drawn).into_iter();
        let home = regions.next().unwrap_or_default();
        let mut groups = vec![self.main_group(files, finding, &home, first)];
        groups.extend(regions.map(|region| self.other_group(files, &region)));
        groups.extend(finding.fixes.iter().map(|fix| self.fix_group(files, fix)));
        clean::without_commands(format!("{}\n\n", self.renderer.render(&groups)))
    }

    fn main_group<'v>(
        &self,
        files: &'v Files<'_>,
        finding: &Shown<'_>,
        home: &[&Drawn],
        first: bool,
    ) -> Group<'v> {
        let level = if finding.level >= finding::Level::Deny { Level::ERROR } else { Level::WARNING };
        let title = level.primary_title(finding.message.clone()).id(finding.lint.clone());
        let mut group = Group::with_title(title).element(self.snippet(files, home));
        for note in std::iter::once(finding.rating(first)).chain(finding.all_notes()) {
            group = group.element(Level::NOTE.message(note));
        }
        let explanation = finding.explanation().filter(|_| first);
        for help in finding.help.iter().cloned().chain(explanation) {
            group = group.element(Level::HELP.message(help));
        }
        group
    }

    /// The places in another file or far away. The text of a single one is the title.
    fn other_group<'v>(&self, files: &'v Files<'_>, there: &[&Drawn]) -> Group<'v> {
        let Mark { place, text } = &there[0].mark;
        if there.len() == 1 && !text.is_empty() {
            let alone =
                Drawn { kind: AnnotationKind::Primary, mark: Mark { place: *place, text: String::new() } };
            return Group::with_title(Level::NOTE.secondary_title(text.clone()))
                .element(self.snippet(files, &[&alone]));
        }
        let title = format!("{} in `{}`", words::count(there.len(), "place"), files.name(place.file));
        Group::with_title(Level::NOTE.secondary_title(title)).element(self.snippet(files, there))
    }

    fn fix_group<'v>(&self, files: &'v Files<'_>, fix: &ShownFix) -> Group<'v> {
        let mut group = Group::with_title(Level::HELP.secondary_title(fix.title()));
        let mut rest = &fix.edits[..];
        while let Some(first) = rest.first() {
            let file = first.place.file;
            let (here, others) = rest.split_at(rest.iter().take_while(|e| e.place.file == file).count());
            let window = Window::of(files, here.iter().map(|e| &e.place));
            let patches = here.iter().map(|e| Patch::new(window.range(&e.place), e.text.clone()));
            let snippet = Snippet::source(window.text).path(self.path(files, file)).line_start(window.line);
            group = group.element(snippet.patches(patches));
            rest = others;
        }
        group
    }

    fn snippet<'v>(&self, files: &'v Files<'_>, drawn: &[&Drawn]) -> Snippet<'v, Annotation<'v>> {
        let window = Window::of(files, drawn.iter().map(|d| &d.mark.place));
        let file = drawn.first().map_or(usize::MAX, |d| d.mark.place.file);
        let annotations = drawn.iter().map(|d| {
            let label = (!d.mark.text.is_empty()).then(|| d.mark.text.clone());
            d.kind.span(window.range(&d.mark.place)).label(label)
        });
        Snippet::source(window.text)
            .path(self.path(files, file))
            .line_start(window.line)
            .annotations(annotations)
    }

    fn path(&self, files: &Files<'_>, file: usize) -> String {
        let name = files.name(file);
        let path = &files.raw(file).path;
        if !self.links || !path.is_absolute() {
            return name;
        }
        let url = super::sarif::percent_encoded(&path.to_string_lossy().replace('\\', "/"));
        format!("\u{1b}]8;;file://{url}\u{1b}\\{name}\u{1b}]8;;\u{1b}\\")
    }
}

/// The places by what is shown together: first those near the finding, then those of other files or far away.
fn regions(drawn: &[Drawn]) -> Vec<Vec<&Drawn>> {
    let Some(Drawn { mark: Mark { place: home, .. }, .. }) = drawn.first() else { return Vec::new() };
    let region = |place: &Place| {
        let near = home.start.line.saturating_sub(FAR)..=home.end.line.saturating_add(FAR);
        let at_home =
            place.file == home.file && near.contains(&place.start.line) && near.contains(&place.end.line);
        (!at_home).then_some((place.file, place.start.line / FAR))
    };
    let mut keys = Vec::new();
    let mut regions: Vec<Vec<&Drawn>> = Vec::new();
    for one in drawn {
        let key = region(&one.mark.place);
        match keys.iter().position(|k| *k == key) {
            Some(at) => regions[at].push(one),
            None => {
                keys.push(key);
                regions.push(vec![one]);
            }
        }
    }
    regions
}

/// The lines that are shown of a file.
struct Window<'v> {
    text: &'v str,
    start: usize,
    line: usize,
}

impl<'v> Window<'v> {
    fn of<'p>(files: &'v Files<'_>, places: impl Iterator<Item = &'p Place> + Clone) -> Window<'v> {
        let file = places.clone().map(|p| p.file).next().unwrap_or(usize::MAX);
        let first = places.clone().map(|p| p.start.line).min().unwrap_or(1);
        let last = places.clone().map(|p| p.end.line).max().unwrap_or(1);
        let start = files.line_range(file, first).start;
        let end = places.map(|p| p.hi).max().unwrap_or(0).max(files.line_range(file, last).end);
        Window { text: &files.text(file)[start..end], start, line: first as usize }
    }

    fn range(&self, place: &Place) -> std::ops::Range<usize> {
        place.lo.saturating_sub(self.start)..place.hi.saturating_sub(self.start)
    }
}

/// Everything to draw, the finding's own place first.
fn drawn(finding: &Shown<'_>) -> Vec<Drawn> {
    let kind = |i| if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
    finding.marks().into_iter().enumerate().map(|(i, mark)| Drawn { kind: kind(i), mark }).collect()
}
