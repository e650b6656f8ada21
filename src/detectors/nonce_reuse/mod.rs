//! A nonce that comes again under the same key: drawn from a [clone](cloned) of a generator, or [kept](kept) in a field that
//! nothing changes.

mod cloned;
mod kept;

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::Finding;

/// Findings of the `nonce-reuse` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for id in body.exprs() {
        out.extend(cloned::cloned_generator(body, lint, id));
    }
    for arrival in body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == "cipher/nonce") {
        let finding = kept::kept_nonce(body, lint, arrival);
        out.extend(finding.filter(|f| out.iter().all(|known| known.primary.span != f.primary.span)));
    }
    out
}
