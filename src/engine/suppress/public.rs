//! What is said about `// secure-lint: public(reason)` comments that are of no use.

use crate::config::builtin::UNUSED_SUPPRESSION;
use crate::engine::suppress::{may_be_hidden, own};
use crate::finding::Finding;
use crate::ir::Program;
use crate::web::{Marker, MarkerFate};

/// One finding for each marker without effect.
pub fn findings(program: &Program, markers: &[Marker]) -> Vec<Finding> {
    markers.iter().filter_map(|marker| finding(program, marker)).collect()
}

fn finding(program: &Program, marker: &Marker) -> Option<Finding> {
    let ir = program.file(marker.span.file);
    let source = program.sources.file(marker.span.file);
    let comment = ir.comments.iter().find(|c| c.span == marker.span)?;
    let hidden = || !ir.stats.parsed || may_be_hidden(ir, source, comment);
    let (what, help) = match marker.fate {
        _ if marker.reason.is_none() => (
            "`public` gives no reason",
            "say why: `// secure-lint: public(the load balancer asks without a token)`",
        ),
        MarkerFate::Used => return None,
        MarkerFate::AtNothing if hidden() => return None,
        MarkerFate::AtNothing => ("`public` stands at no function", "move it above the handler"),
        MarkerFate::NoHandler => (
            "`public` stands at a function that is the handler of no known route",
            "move it above the handler",
        ),
        MarkerFate::Guarded => ("`public` stands at a handler that asks who is there", "remove it"),
    };
    let mut finding = own(UNUSED_SUPPRESSION, marker.span, format!("comment without effect: {what}"));
    finding.help.push(help.to_owned());
    Some(finding)
}
