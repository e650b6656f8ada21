//! The workspace in `demo/`: every mistake that its comments name is found, and nothing else.

use std::path::Path;

use crate::project::{Project, command};

#[test]
fn every_mistake_of_the_demonstration_is_found_and_nothing_else() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/Cargo.toml");
    let mut command = command();
    command.args(["--offline", "--format", "short", "--manifest-path"]).arg(manifest);
    let run = Project::empty().run(&mut command);
    run.ends(1, &["Checking demo-service v0.1.0", "Checking demo-settings v0.1.0", "1 suppressed"]);
    let found: Vec<(&str, &str)> = run
        .stdout
        .lines()
        .filter_map(|line| {
            let (file, rest) = line.split_once(".rs:")?;
            Some((file, rest.split_once('[')?.1.split_once(']')?.0))
        })
        .collect();
    let expected = [
        ("service/src/lib", "missing-authorization"),
        ("service/src/links", "hardcoded-key"),
        ("service/src/links", "variable-time-comparison"),
        ("service/src/partner", "disabled-certificate-check"),
        ("service/src/passwords", "weak-hash"),
        ("service/src/sessions", "hardcoded-key"),
        ("service/src/sessions", "hardcoded-nonce"),
        ("settings/src/lib", "hardcoded-secret"),
    ];
    assert_eq!(found, expected, "{run}");
}
