//! What could not be analysed. A pass never fails and never skips in silence: it returns problems, which are
//! counted in the coverage statement of every report.

use crate::base::Span;

/// One thing that could not be analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its class; decides how it is counted.
    pub kind: ProblemKind,
    /// Where, if it is inside a file that was read.
    pub span: Option<Span>,
    /// The file or directory, if there is no span.
    pub path: Option<String>,
    /// One lower-case sentence without a full stop.
    pub message: String,
}

/// Classes of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// A file could not be read, is not UTF-8 or too large.
    UnreadableFile,
    /// A file, item or body does not parse.
    Unparsed,
    /// A `mod x;` without a file.
    MissingModule,
    /// Nesting or size beyond the bounds.
    LimitExceeded,
    /// Code whose values are followed only in part: a bound of their analysis was met. Everything else about it is judged.
    PartlyFollowed,
    /// A macro whose arguments are not understood.
    OpaqueMacro,
    /// A router or route that cannot be followed.
    UnknownRoute,
    /// An entry of the configuration file that names nothing.
    UnknownEntry,
    /// A defect of this program, caught.
    Internal,
}

impl Problem {
    /// A problem at a place in a file.
    pub fn at(kind: ProblemKind, span: Span, message: impl Into<String>) -> Problem {
        Problem { kind, span: Some(span), path: None, message: message.into() }
    }

    /// A problem with a file or directory as a whole.
    pub fn of_path(kind: ProblemKind, path: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem { kind, span: None, path: Some(path.into()), message: message.into() }
    }
}
