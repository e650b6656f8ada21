//! An algorithm that a call is told by a constant: `Cipher::from_nid(Nid::RC4)`, `MessageDigest::from_name("md5")`.

use crate::catalog::Role;
use crate::detectors::BodyCx;
use crate::detectors::forbidden_use::Use;
use crate::flow::{Arrival, Const, holds};

/// The uses of a body whose row asks which constant an argument is.
pub(super) fn uses(body: &BodyCx<'_>, roles: &[Role]) -> Vec<Use> {
    let meant = |a: &&Arrival<'_>| {
        let told = a.role.when.as_ref().is_some_and(|when| holds(when, &a.value));
        told && a.via.is_empty() && roles.contains(&a.role.role)
    };
    let one = |a: &Arrival<'_>| {
        let constant = a.value.single()?;
        let name = match constant {
            Const::Path(path) => path.as_str().rsplit("::").next().unwrap_or_default().to_owned(),
            other => String::from_utf8(other.bytes()?.to_vec()).ok()?,
        };
        Some(Use { span: body.span(a.arg), expr: a.arg, display: name, instead: a.api.instead.clone() })
    };
    body.flow.arrivals.iter().filter(meant).filter_map(one).collect()
}
