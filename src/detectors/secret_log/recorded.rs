//! `#[instrument]` records every parameter that it is not told to skip, and the fields that it lists.

use crate::base::Symbol;
use crate::catalog::Lint;
use crate::catalog::parameters::LogWords;
use crate::detectors::BodyCx;
use crate::detectors::derived_trait::fields::shows_content;
use crate::detectors::derived_trait::names;
use crate::detectors::derived_trait::printed::recorded_parameters;
use crate::detectors::secret_value::is_masked;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::ir::{Name, PatId, PatKind};

/// Words of what stands beside the key of an entry: `fn read(&self, namespace: &str, key: &str)`.
const BESIDE_KEYS: &[&str] =
    &["namespace", "bucket", "table", "map", "value", "field", "column", "partition"];

/// First words of functions that look something up under a key, or keep it there.
const LOOKS_UP: &str =
    "get lookup look read fetch find set put insert store delete remove list contains exists has resolve";

fn is_beside_keys(name: &Name) -> bool {
    Words::of(name.sym.as_str()).has_any(BESIDE_KEYS)
}

/// Whether a name ends as one that is skipped does: who hides `graph_token` means to hide `cloud_token` too. Keys are of many kinds.
fn is_twin_of_skipped(own: &Words, skipped: &[Symbol]) -> bool {
    let end = own.list().last().filter(|end| *end != "key");
    end.is_some_and(|end| skipped.iter().any(|name| Words::of(name.as_str()).list().last() == Some(end)))
}

pub(super) fn detect(body: &BodyCx<'_>, lint: &Lint, words: &LogWords) -> Option<Finding> {
    let recorded = recorded_parameters(body)?;
    let around = Words::of(&body.cx.map.path_of(body.def));
    // What is not recorded tells too.
    let mut given = body.body.func?.params.iter().map(|p| &body.ir.pats[p.pat].kind);
    let of_entry = given.any(|pat| matches!(pat, PatKind::Bind { name, .. } if is_beside_keys(name)))
        || Words::of(body.cx.map.def(body.def).name.as_str()).starts_with(LOOKS_UP);
    let sure = |&(pat, name): &(PatId, Name)| {
        let ty = body.types.locals.get(&pat)?;
        let own = Words::of(name.sym.as_str());
        let finds = of_entry && own == Words::of("key");
        let shown = !finds && shows_content(body, ty) && !is_masked(&own, &words.masked);
        let named = || {
            let found = names::confidence(&own, &around, false)?;
            Some(if is_twin_of_skipped(&own, &recorded.skipped) {
                found.max(Confidence::Medium)
            } else {
                found
            })
        };
        shown.then(named).flatten().map(|c| (name, c))
    };
    let mut found: Vec<(Name, Confidence)> = recorded.parameters.iter().filter_map(sure).collect();
    let best = found.iter().map(|(_, c)| *c).max()?;
    found.retain(|(_, c)| *c == best);
    let (first, rest) = found.split_first()?;
    let message = format!("`#[instrument]` records `{}`", first.0.sym);
    let mut finding =
        body.finding(lint, first.0.span, "its content stands in every line of the span", message);
    finding.confidence = best.min(lint.confidence);
    finding.context.push(Label::new(recorded.attr, "records the parameters by `Debug`"));
    finding.context.extend(rest.iter().map(|(name, _)| Label::new(name.span, "this too")));
    let names: Vec<&str> = found.iter().map(|(name, _)| name.sym.as_str()).collect();
    finding
        .help
        .push(format!("leave it out: `skip({})`, or `skip_all` with the fields to keep", names.join(", ")));
    Some(finding)
}

/// What `fields(pw = %password)` lists.
pub(super) fn fields(body: &BodyCx<'_>, lint: &Lint, words: &LogWords) -> Option<Finding> {
    let func = body.body.func?;
    let item = &body.ir.items[body.cx.map.def(body.def).item];
    let attr = item.attrs.iter().find(|a| a.name().as_str().ends_with("instrument"))?;
    let list = attr.args.iter().find(|arg| arg.name.is_some_and(|n| n == *"fields"))?;
    let text = body.cx.program.sources.slice(list.span);
    let text = text.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')'))?.0;
    let around = Words::of(&body.cx.map.path_of(body.def));
    let found = text.split(',').find_map(|field| {
        let shown = field.rsplit_once('=').map_or(field, |(_, value)| value);
        let path = shown.trim().trim_start_matches(['%', '?', '&', '*']).trim_end_matches(".as_str()");
        // Of the field of a parameter the type is not known here: `repo.skip_secrets`.
        let param = func.params.iter().find(|param| is_called(&body.ir.pats[param.pat].kind, path))?;
        let own = Words::of(path);
        let shows = body.types.locals.get(&param.pat).is_some_and(|ty| shows_content(body, ty));
        let secret =
            names::confidence(&own, &around, false).filter(|_| shows && !is_masked(&own, &words.masked));
        Some((path, secret?))
    });
    let (name, confidence) = found?;
    let message = format!("`#[instrument]` records `{name}`");
    let mut finding = body.finding(lint, list.span, "its content stands in every line of the span", message);
    finding.confidence = confidence.min(lint.confidence);
    finding.help.push("leave the field out".to_owned());
    Some(finding)
}

fn is_called(pat: &PatKind, wanted: &str) -> bool {
    matches!(pat, PatKind::Bind { name, .. } if name.sym == *wanted)
}
