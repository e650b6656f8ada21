//! A nonce that comes again under the same key: drawn from a clone ([cloned]) of a generator, [kept] in a field that
//! nothing changes, or [repeated] in one function.

mod cloned;
pub(in crate::detectors) mod kept;
mod repeated;

use crate::catalog::Lint;
use crate::detectors::BodyCx;
use crate::finding::Finding;

/// Findings of the `nonce-reuse` lint in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    if speaks_of_nonces(body) {
        let findings = body.exprs().filter_map(|id| cloned::cloned_generator(body, lint, id));
        out.extend(findings);
    }
    let nonces: Vec<_> =
        body.flow.arrivals.iter().filter(|a| a.role.role.as_str() == "cipher/nonce").collect();
    out.extend(repeated::repeated(body, lint, &nonces));
    for arrival in nonces {
        let finding = kept::kept_nonce(body, lint, arrival);
        out.extend(finding.filter(|f| out.iter().all(|known| known.primary.span != f.primary.span)));
    }
    out
}

/// Whether the text of a body names anything like a nonce: clones are frequent, and following one is not cheap.
fn speaks_of_nonces(body: &BodyCx<'_>) -> bool {
    let text = body.cx.program.sources.slice(body.span(body.body.root));
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|name| {
        let name = name.to_ascii_lowercase();
        name.contains("nonce") || name.contains("salt") || name.split('_').any(|word| word == "iv")
    })
}
