//! Runs a program for its output, for a limited time: even cargo does not end on member globs over links in circles.

use std::io::{self, Read};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// Far more than the metadata of the largest workspaces.
const MAX_OUTPUT: u64 = 256 * 1024 * 1024;

/// What a program prints and how it ends.
///
/// # Errors
/// If it cannot be started, or `TimedOut` if it is still at work after `patience`.
pub(super) fn output(command: &mut Command, patience: Duration) -> io::Result<Output> {
    let end = Instant::now() + patience;
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (drain(child.stdout.take()), drain(child.stderr.take()));
    let wait = |pipe: Receiver<Vec<u8>>| pipe.recv_timeout(end.saturating_duration_since(Instant::now()));
    let (Ok(stdout), Ok(stderr)) = (wait(stdout), wait(stderr)) else {
        stop(child);
        let message = format!("no answer within {} s", patience.as_secs_f32());
        return Err(io::Error::new(io::ErrorKind::TimedOut, message));
    };
    Ok(Output { status: child.wait()?, stdout, stderr })
}

/// Reads a pipe to its end in a thread of its own, so that a full pipe blocks nobody. The thread is not joined: a
/// grandchild may hold the pipe open for ever.
fn drain(pipe: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // What was read before an error is all there is.
            let _ = pipe.take(MAX_OUTPUT).read_to_end(&mut bytes);
        }
        let _ = send.send(bytes);
    });
    receive
}

fn stop(mut child: Child) {
    // It may have ended meanwhile, which is as good.
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn run(script: &str, millis: u64) -> io::Result<Output> {
        output(Command::new("sh").args(["-c", script]), Duration::from_millis(millis))
    }

    #[test]
    fn much_output_on_both_pipes_blocks_nobody() {
        let script = "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; exit 3";
        let output = run(script, 10_000).unwrap();
        assert_eq!(
            (output.stdout.len(), output.stderr.len(), output.status.code()),
            (300_000, 300_000, Some(3))
        );
    }

    #[test]
    fn a_program_that_does_not_end_is_stopped() {
        let begin = Instant::now();
        assert_eq!(run("sleep 30", 100).unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(run("sleep 30 & echo held", 100).unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert!(begin.elapsed() < Duration::from_secs(10));
    }
}
