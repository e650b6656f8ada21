//! What should guard routes and does not: guards and middlewares that let strangers pass, answers of checks that are dropped.
//!
//! They are judged in [`web`](crate::web); here each becomes one finding, however many routes it leaves open.

use crate::base::Span;
use crate::catalog::Lint;
use crate::catalog::lint::Broken;
use crate::detectors::Context;
use crate::finding::{Finding, Label};
use crate::web::{Defect, DefectKind};

/// So many routes are named.
const NAMED: usize = 3;

/// What a finding says.
struct Words {
    message: String,
    label: &'static str,
    /// The label of the place that the defect names beside it.
    beside: &'static str,
    help: String,
}

/// One finding for each defect of this kind.
pub fn detect(cx: &Context<'_>, lint: &Lint, what: Broken, defects: &[Defect]) -> Vec<Finding> {
    let kinds: &[DefectKind] = match what {
        Broken::Guard => &[DefectKind::Guard],
        Broken::Middleware => &[DefectKind::Middleware, DefectKind::Observer],
        Broken::SkipList => &[DefectKind::Skip],
        Broken::Answer => &[DefectKind::Ignored, DefectKind::Unread],
        Broken::Question => &[DefectKind::Inverted],
    };
    defects.iter().filter(|d| kinds.contains(&d.kind)).map(|defect| finding(cx, lint, defect)).collect()
}

fn finding(cx: &Context<'_>, lint: &Lint, defect: &Defect) -> Finding {
    let words = words(defect);
    let mut finding = cx.finding(lint, defect.owner, defect.span, words.label, words.message);
    if let Some(place) = defect.place.filter(|&place| place != defect.span) {
        finding.context.push(Label::new(place, words.beside));
    }
    if let Some((name, place)) = defect.routes.first().filter(|(_, place)| !overlaps(*place, defect.span)) {
        finding.context.push(Label::new(*place, format!("`{name}` has no other guard")));
    }
    if defect.routes.len() > 1 {
        let named: Vec<String> =
            defect.routes.iter().take(NAMED).map(|(name, _)| format!("`{name}`")).collect();
        let more = if defect.routes.len() > NAMED { ", .." } else { "" };
        let routes = format!("{} routes: {}{more}", defect.routes.len(), named.join(", "));
        finding.notes.push(format!("open to everybody are {routes}"));
    }
    finding.help.push(words.help);
    finding
}

fn overlaps(a: Span, b: Span) -> bool {
    a.file == b.file && a.lo < b.hi && b.lo < a.hi
}

fn words(defect: &Defect) -> Words {
    let name = &defect.name;
    match defect.kind {
        DefectKind::Guard => Words {
            message: format!("`{name}` is given to strangers too"),
            label: "a stranger gets one here",
            beside: "here",
            help: "refuse: return the error of the guard, or let the type say that nobody is known"
                .to_owned(),
        },
        DefectKind::Middleware => Words {
            message: format!("`{name}` looks at a credential and lets strangers pass"),
            label: "does not refuse who is not known",
            beside: "here a stranger goes on",
            help: "answer 401 in place of calling the rest of the chain".to_owned(),
        },
        DefectKind::Observer => Words {
            message: format!("`{name}` looks at a credential and cannot refuse"),
            label: "sees every request and cannot end one",
            beside: "here",
            help: "refuse in a request guard, and take it as a parameter of the handlers".to_owned(),
        },
        DefectKind::Skip => Words {
            message: format!("addresses with `{}` are open, and some of them change state", shown(name)),
            label: "these addresses pass without a credential",
            beside: "the layer that should guard them",
            help: "compare whole addresses, or register open routes outside of the layer".to_owned(),
        },
        DefectKind::Ignored => Words {
            message: format!("the answer of `{name}` is dropped"),
            label: "whatever it says, the request goes on",
            beside: "refuses by its result",
            help: "leave the function if the answer is no, with `?` say".to_owned(),
        },
        DefectKind::Unread => Words {
            message: format!("`{name}` makes no difference"),
            label: "whatever is sent, the request goes on",
            beside: "here",
            help: "look up what was sent, and leave the function if it is not known".to_owned(),
        },
        DefectKind::Inverted => Words {
            message: format!("whoever `{name}` speaks for is refused, and all others go on"),
            label: "refuses if the answer is yes",
            beside: "here the refusal is for the others",
            help: format!("negate the question: `!` before the call of `{name}`"),
        },
    }
}

/// Texts of the scanned code in a message, without what would break the line.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}
