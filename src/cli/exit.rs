//! Exit codes, the same in every format.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// 0: no finding at level deny or forbid.
    Clean,
    /// 1: a finding at level deny or forbid that is not suppressed.
    Findings,
    /// 2: the program was called in a wrong way.
    Usage,
    /// 101: the code could not be analysed.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Failed => 101,
        })
    }
}
