//! Findings about literals that are the content of an included file: the file is named, and nothing in the source is masked.

use crate::base::Span;
use crate::detectors::BodyCx;
use crate::finding::Finding;
use crate::ir::Included;

/// The included file that a literal is.
pub(super) fn file_at<'a>(body: &BodyCx<'a>, literal: Span) -> Option<&'a Included> {
    body.cx.program.file(literal.file).included.iter().find(|file| file.span == literal)
}

/// Tells of a finding that the secret is in a file, if it is.
pub(super) fn tell(body: &BodyCx<'_>, finding: &mut Finding) {
    let files: Vec<&Included> = finding.secrets.iter().filter_map(|&at| file_at(body, at)).collect();
    if files.is_empty() {
        return;
    }
    finding.secrets.retain(|&at| file_at(body, at).is_none());
    finding.message = finding.message.replace("written in the source code", "compiled into the program");
    for file in files {
        finding.notes.push(format!("it is the content of the file `{}`", file.name));
    }
}
