//! A secret that is written into the query of an address: `format!("{base}/socket?access_token={token}")`.
//!
//! A literal tells it by its form: a question mark or ampersand, the name of a parameter that holds secrets, `=`, and at once a
//! placeholder. Names around say whether it is one of the links that are made to be sent (`reset`, `invite`), of which nothing is
//! told. What is put together in other ways than by a format string is not seen.

use crate::catalog::Lint;
use crate::catalog::parameters::UrlSecret;
use crate::detectors::BodyCx;
use crate::detectors::witnesses::{Weight, names_in, weigh};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::ir::{ExprId, ExprKind, Literal};

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &UrlSecret) -> Vec<Finding> {
    body.exprs().filter_map(|id| judge(body, lint, wanted, id)).collect()
}

fn judge(body: &BodyCx<'_>, lint: &Lint, wanted: &UrlSecret, id: ExprId) -> Option<Finding> {
    let ExprKind::Literal(Literal::Str(text)) = body.kind(id) else { return None };
    let name = secret_parameter(text, &wanted.parameters)?;
    let weight = weigh(&words_around(body, id, text), &wanted.words);
    if weight == Weight::Silent {
        return None;
    }
    let message = format!("the secret `{name}` becomes part of an address");
    let mut finding = body.finding(lint, body.span(id), "written to logs and histories", message);
    if weight == Weight::Harmless {
        finding.confidence = Confidence::Low;
    }
    finding.help.push("send it in a header, `Authorization: Bearer ..`, or in the body".to_owned());
    Some(finding)
}

/// The first parameter of the query that holds a secret, if a placeholder is its value.
fn secret_parameter<'t>(text: &'t str, parameters: &[String]) -> Option<&'t str> {
    if !(text.contains('?') || text.starts_with('&')) {
        return None;
    }
    let parts = text.split(['?', '&']).skip(1);
    let secret = |name: &str| parameters.iter().any(|p| p.eq_ignore_ascii_case(name));
    parts.filter_map(|part| part.split_once('=')).find_map(|(name, value)| {
        (value.starts_with('{') && !value.starts_with("{{") && secret(name)).then_some(name)
    })
}

fn words_around(body: &BodyCx<'_>, id: ExprId, text: &str) -> Words {
    let mut words = body.surrounding_words(id);
    words.extend(names_in(body, body.span(body.parent(id).unwrap_or(id))));
    words.extend(Words::of(text.split(['?', '&']).next().unwrap_or_default()));
    words.extend(Words::of(body.file_stem()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_behind_names_of_secrets() {
        let names = ["token".to_owned(), "api_key".to_owned()];
        let of = |text| secret_parameter(text, &names);
        assert_eq!(of("{base}/socket?token={}"), Some("token"));
        assert_eq!(of("&API_KEY={key}"), Some("API_KEY"));
        assert_eq!(of("https://a.example/?page={page}&token={token}#x"), Some("token"));
        assert_eq!(of("token={}"), None, "no address");
        assert_eq!(of("/docs?token=YOURS"), None, "nothing is put in");
        assert_eq!(of("/docs?token={{token}}"), None, "a template of another language");
        assert_eq!(of("/list?next_token={}"), None);
    }
}
