//! A secret that is written into the query of an address: `format!("{base}/socket?access_token={token}")`.
//!
//! A literal tells it by its form: a question mark or ampersand, the name of a parameter that holds secrets, `=`, and at once a
//! placeholder. Names around say whether it is one of the links that are made to be sent (`reset`, `invite`), of which nothing is
//! told. The same is what is given by name to a method that builds a query: `append_pair("access_token", token)`,
//! `query(&[("api_key", key)])`; what `set_query` is given; and a text that ends behind the `=` and is continued by another.

use crate::catalog::Lint;
use crate::catalog::parameters::UrlSecret;
use crate::detectors::BodyCx;
use crate::detectors::witnesses::{Weight, names_in, weigh};
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding};
use crate::flow::{Const, OriginKind};
use crate::ir::{BinaryOp, ExprId, ExprKind, Literal};

/// Findings in a body.
pub fn detect(body: &BodyCx<'_>, lint: &Lint, wanted: &UrlSecret) -> Vec<Finding> {
    let by_form = body.exprs().filter_map(|id| {
        let text = literal(body, id)?;
        judge(body, lint, wanted, (id, text), secret_parameter(text, wanted)?)
    });
    let by_piece = body.exprs().filter_map(|id| {
        let (at, name) = piece(body, wanted, id)?;
        judge(body, lint, wanted, (at, ""), name)
    });
    let by_method = body.exprs().flat_map(|id| given(body, wanted, id)).filter_map(|(key, value)| {
        let name = &body.text(key)?;
        let varies = wanted.names(name) && !body.flow.of(value).is_constant();
        varies.then(|| judge(body, lint, wanted, (key, ""), name))?
    });
    by_form.chain(by_piece).chain(by_method).collect()
}

fn literal<'b>(body: &BodyCx<'b>, id: ExprId) -> Option<&'b str> {
    match body.kind(id) {
        ExprKind::Literal(Literal::Str(text)) => Some(text),
        _ => None,
    }
}

/// The names and values that a method which builds a query is given: two arguments, or a list of pairs.
fn given(body: &BodyCx<'_>, wanted: &UrlSecret, id: ExprId) -> Vec<(ExprId, ExprId)> {
    let (name, args) = match body.kind(id) {
        ExprKind::MethodCall { method, args, .. } => (method.sym, args),
        ExprKind::Call { callee, args } => match body.name(*callee) {
            Some(name) => (name, args),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    if !wanted.methods.iter().any(|method| name == **method) {
        return Vec::new();
    }
    if let [key, value] = args[..]
        && body.text(key).is_some_and(|text| !text.contains("://"))
    {
        return vec![(key, value)];
    }
    let pair = |&item: &ExprId| match body.kind(body.settled(item)) {
        ExprKind::Tuple(items) => Some((*items.first()?, *items.get(1)?)),
        _ => None,
    };
    let lists = args.last().map(|&list| body.kind(body.settled(list)));
    match lists {
        Some(ExprKind::Array(items)) => items.iter().filter_map(pair).collect(),
        _ => Vec::new(),
    }
}

fn judge(
    body: &BodyCx<'_>,
    lint: &Lint,
    wanted: &UrlSecret,
    (id, text): (ExprId, &str),
    name: &str,
) -> Option<Finding> {
    let weight = weigh(&words_around(body, id, text), &wanted.words);
    if weight == Weight::Silent {
        return None;
    }
    let message = format!("the secret `{name}` becomes part of an address");
    let mut finding = body.finding(lint, body.span(id), "written to logs and histories", message);
    if weight == Weight::Harmless || !is_among(name, &wanted.personal) {
        finding.confidence = Confidence::Low;
    }
    finding.help.push("send it in a header, `Authorization: Bearer ..`, or in the body".to_owned());
    Some(finding)
}

/// The first parameter of the query that holds a secret, if a placeholder is its value.
fn secret_parameter<'t>(text: &'t str, wanted: &UrlSecret) -> Option<&'t str> {
    if !(text.contains('?') || text.starts_with('&')) {
        return None;
    }
    filled(&text[text.find(['?', '&'])?..], wanted)
}

/// The same of a query without the address before it.
fn filled<'t>(query: &'t str, wanted: &UrlSecret) -> Option<&'t str> {
    let parts = query.split(['?', '&']).filter_map(|part| part.split_once('='));
    let filled: Vec<&str> = parts
        .filter(|(name, value)| value.starts_with('{') && !value.starts_with("{{") && wanted.names(name))
        .map(|(name, _)| name)
        .collect();
    filled.iter().find(|name| is_among(name, &wanted.personal)).or(filled.first()).copied()
}

/// The last parameter, if it holds a secret and the text ends before its value: `"https://a.example/login?password="`.
fn continued<'t>(text: &'t str, wanted: &UrlSecret) -> Option<&'t str> {
    let (_, name) = text.strip_suffix('=')?.rsplit_once(['?', '&'])?;
    wanted.names(name).then_some(name)
}

/// The text that is continued by another one, with where it stands, and the text of a query that stands alone:
/// `"..?password=".to_owned() + password`, `url.push_str("&password=")`, `url.set_query(Some(&format!("password={password}")))`.
fn piece<'b>(body: &'b BodyCx<'_>, wanted: &UrlSecret, id: ExprId) -> Option<(ExprId, &'b str)> {
    let continued = |at: ExprId| Some((at, continued(known(body, at)?, wanted)?));
    match body.kind(id) {
        ExprKind::Binary { op: BinaryOp::Add, lhs, rhs } if !body.flow.of(*rhs).is_constant() => {
            continued(body.peel(tail(body, *lhs)))
        }
        ExprKind::Assign { op: Some(BinaryOp::Add), value, .. } => continued(body.peel(*value)),
        ExprKind::MethodCall { method, args, .. } => match (method.sym.as_str(), &args[..]) {
            ("push_str", &[text]) => continued(body.peel(text)),
            ("set_query", &[query]) => {
                let at = body.peel(query);
                Some((at, filled(known(body, at)?, wanted)?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The last of texts that are added to each other, if nothing is known of the whole.
fn tail(body: &BodyCx<'_>, id: ExprId) -> ExprId {
    match body.kind(id) {
        ExprKind::Binary { op: BinaryOp::Add, rhs, .. } if known(body, id).is_none() => *rhs,
        _ => id,
    }
}

/// A text, as far as it is known.
fn known<'b>(body: &'b BodyCx<'_>, id: ExprId) -> Option<&'b str> {
    body.flow.of(id).origins().iter().find_map(|origin| match &origin.kind {
        OriginKind::Template(text) | OriginKind::Const(Const::Str(text)) => Some(&**text),
        _ => None,
    })
}

impl UrlSecret {
    /// Whether a parameter of a query holds a secret.
    fn names(&self, parameter: &str) -> bool {
        is_among(parameter, &self.personal) || is_among(parameter, &self.parameters)
    }
}

fn is_among(name: &str, list: &[String]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(name))
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
    use crate::catalog::parameters::Witnesses;

    #[test]
    fn placeholders_behind_names_of_secrets() {
        let wanted = UrlSecret {
            personal: vec!["password".to_owned()],
            parameters: vec!["token".to_owned(), "api_key".to_owned()],
            methods: Vec::new(),
            words: Witnesses::default(),
        };
        let of = |text| secret_parameter(text, &wanted);
        assert_eq!(of("{base}/socket?token={}"), Some("token"));
        assert_eq!(of("&API_KEY={key}"), Some("API_KEY"));
        assert_eq!(of("/login?token={token}&password={word}"), Some("password"), "the worst of them");
        assert_eq!(of("https://a.example/?page={page}&token={token}#x"), Some("token"));
        assert_eq!(of("token={}"), None, "no address");
        assert_eq!(of("/docs?token=YOURS"), None, "nothing is put in");
        assert_eq!(of("/docs?token={{token}}"), None, "a template of another language");
        assert_eq!(of("/list?next_token={}"), None);
    }
}
