//! What the callers of a function add to a finding in it, one call up.
//!
//! A body is judged before those that call it. What a finding in it would still have to ask them is noted as a [`Question`]; when
//! all bodies were seen, those that call such a function are evaluated once more and answer, so the cost hangs on the number of
//! findings, not on that of calls. A question is answered if every place outside of tests that names the function says
//! so; without any place it is not.
//!
//! A static is asked for as a function is: what names it is a caller.
//!
//! Example: `fn make_insecure(b: ClientBuilder) -> ClientBuilder { b.danger_accept_invalid_certs(true) }` is chosen by the user if
//! it is only called in `if config.tls_insecure { .. }`.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Span, Symbol};
use crate::catalog::{Catalog, Detector};
use crate::detectors::BodyCx;
use crate::detectors::condition::{Flag, choice_to_weaken, flag_around};
use crate::detectors::constant_bound::{method_span, token_parameter};
use crate::detectors::forbidden_use;
use crate::detectors::stored_secret;
use crate::detectors::verification::verified_in_caller;
use crate::detectors::words::Words;
use crate::finding::{Confidence, Finding, Label};
use crate::flow::Const;
use crate::ir::{ExprId, ExprKind};
use crate::resolve::{DefId, DefKind, Res};

/// What a place says where it takes the choice away that a function leaves.
pub const FIXED: &str = "nobody is asked here: the condition always holds";

/// What is asked of the callers of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// Whether the user of the program chose the call.
    Chosen,
    /// Whether what is given for this parameter is verified there too.
    Verified(usize),
    /// Whether what is given for this parameter is a password, as this lint knows them, that somebody typed.
    Typed(Symbol, usize),
    /// Whether what the function gives serves a purpose that this lint knows.
    Serves(Symbol),
    /// Whether this parameter is anything but the constant under which the function does what is reported: no place fixes it.
    Open(Flag),
}

/// A finding that waits for what the callers of its function say.
pub struct Waiting {
    finding: Finding,
    def: DefId,
    questions: Vec<Question>,
    /// Whether the finding stands as it is where nothing calls the function.
    alone: bool,
    /// How sure it is where a caller takes the choice away.
    fixed: Confidence,
}

/// Takes the findings out of a body's that its callers may have to say something about.
pub fn waiting(body: &BodyCx<'_>, found: &mut Vec<Finding>, catalog: &Catalog) -> Vec<Waiting> {
    if !is_called_by_name(body) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for finding in std::mem::take(found) {
        let questions = match finding.confidence {
            Confidence::Low => flag_of(body, &finding, catalog).map(Question::Open).into_iter().collect(),
            _ => questions(body, &finding, catalog),
        };
        if questions.is_empty() {
            found.push(finding);
        } else {
            let alone = says_enough(body, &finding, catalog);
            let fixed = catalog.lints.get(&finding.lint).map_or(Confidence::Low, |lint| lint.confidence);
            out.push(Waiting { finding, def: body.def, questions, alone, fixed });
        }
    }
    out
}

/// The parameter that alone decides whether a switch is used that a finding is about.
fn flag_of(body: &BodyCx<'_>, finding: &Finding, catalog: &Catalog) -> Option<Flag> {
    let Detector::ConstantBound(wanted) = &catalog.lints.get(&finding.lint)?.detector else { return None };
    let is_place = |&id: &ExprId| method_span(body, id) == finding.primary.span;
    flag_around(body, body.exprs().filter(|_| wanted.switch).find(is_place)?)
}

/// What a finding asks the callers.
fn questions(body: &BodyCx<'_>, finding: &Finding, catalog: &Catalog) -> Vec<Question> {
    match catalog.lints.get(&finding.lint).map(|lint| &lint.detector) {
        Some(Detector::ConstantBound { .. } | Detector::KdfCost { .. }) => {
            let verified = token_parameter(body, finding).map(Question::Verified);
            [Question::Chosen].into_iter().chain(verified).collect()
        }
        Some(Detector::ForbiddenUse(wanted)) if forbidden_use::gives_digest(body, wanted, finding) => {
            vec![Question::Serves(Symbol::new(&finding.lint))]
        }
        Some(Detector::StoredSecret(wanted)) => {
            let typed = |nth| Question::Typed(Symbol::new(&finding.lint), nth);
            stored_secret::parameter_of(body, wanted, finding).map(typed).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether what is reported is a parameter that is called just what the lint looks for: `password`, with nothing said of how it was made.
fn says_enough(body: &BodyCx<'_>, finding: &Finding, catalog: &Catalog) -> bool {
    match catalog.lints.get(&finding.lint).map(|lint| &lint.detector) {
        Some(Detector::StoredSecret(wanted)) => stored_secret::is_plain(body, wanted, finding),
        _ => false,
    }
}

/// Whether a body is that of a function whose calls can be seen: not one that a library calls through its trait.
fn is_called_by_name(body: &BodyCx<'_>) -> bool {
    let map = &body.cx.map;
    match map.def(body.def).kind {
        DefKind::Method(imp) => !matches!(map.impls[imp].trait_, Some(Res::Ext(_))),
        DefKind::Static | DefKind::Const => true,
        _ => body.body.func.is_some(),
    }
}

/// What one place says of a function that it names: in its words, or that it is not so and where.
pub struct Answer {
    def: DefId,
    question: Question,
    said: Result<String, Span>,
}

/// The functions whose callers are asked.
#[derive(Default)]
pub struct Asked(FxHashMap<DefId, BTreeSet<Question>>);

impl Asked {
    /// What findings wait for, and what else is asked.
    pub fn new<'w>(
        waiting: impl Iterator<Item = &'w Waiting>,
        others: impl Iterator<Item = (DefId, Question)>,
    ) -> Asked {
        let mut asked = Asked::default();
        waiting.for_each(|one| asked.0.entry(one.def).or_default().extend(&one.questions));
        others.for_each(|(def, question)| _ = asked.0.entry(def).or_default().insert(question));
        asked
    }

    /// The functions.
    pub fn functions(&self) -> FxHashSet<DefId> {
        self.0.keys().copied().collect()
    }

    /// What a body that may call them answers, for each place.
    pub fn in_body(&self, body: &BodyCx<'_>) -> Vec<Answer> {
        let mut out = Vec::new();
        if body.cx.map.def(body.def).in_test {
            return out;
        }
        for place in body.exprs().filter(|&id| is_place(body, id)) {
            let named = static_at(body, place).into_iter();
            for def in body.targets(place).into_iter().chain(named).filter(|&def| def != body.def) {
                let questions = self.0.get(&def).into_iter().flatten();
                let said = |question| answer(body, def, question, place).ok_or(body.span(place));
                out.extend(questions.map(|&question| Answer { def, question, said: said(question) }));
            }
        }
        out
    }
}

/// Whether an expression calls a function or names it as a value.
fn is_place(body: &BodyCx<'_>, id: ExprId) -> bool {
    match body.kind(id) {
        ExprKind::Call { .. } | ExprKind::MethodCall { .. } => true,
        ExprKind::Path(_) => {
            let called = |p| matches!(body.kind(p), ExprKind::Call { callee, .. } if *callee == id);
            !body.parent(id).is_some_and(called)
        }
        _ => false,
    }
}

/// The static or constant that an expression names: what it is made of is chosen where it is.
fn static_at(body: &BodyCx<'_>, id: ExprId) -> Option<DefId> {
    let ExprKind::Path(_) = body.kind(id) else { return None };
    match body.names.exprs.get(&id)?.res {
        Res::Def(def) if matches!(body.cx.map.def(def).kind, DefKind::Static | DefKind::Const) => Some(def),
        _ => None,
    }
}

fn answer(body: &BodyCx<'_>, def: DefId, question: Question, place: ExprId) -> Option<String> {
    match question {
        Question::Chosen => {
            let name = Words::of(body.cx.map.def(def).name.as_str());
            choice_to_weaken(body, place, &name).map(|cond| body.snippet(cond))
        }
        Question::Verified(nth) => verified_in_caller(body, def, place, nth),
        Question::Typed(lint, nth) => match &body.cx.catalog.lints.get(lint.as_str())?.detector {
            Detector::StoredSecret(wanted) => stored_secret::typed_in_caller(body, wanted, place, nth),
            _ => None,
        },
        Question::Serves(lint) => match &body.cx.catalog.lints.get(lint.as_str())?.detector {
            Detector::ForbiddenUse(wanted) => forbidden_use::purpose_at(body, wanted, place),
            _ => None,
        },
        Question::Open(flag) => {
            let given = body.given_for(def, place, flag.nth).map(|arg| body.flow.of(arg).single());
            let fixed = matches!(given, Some(Some(Const::Bool(is))) if *is == flag.on)
                && body.conditions(place).is_empty();
            (!fixed).then(String::new)
        }
    }
}

/// What the callers said: an answer that all gave, or the first place that says no.
pub struct Known(FxHashMap<(DefId, Question), Result<String, Span>>);

impl Known {
    /// From the answers of all bodies. One place that says no decides.
    pub fn new(answers: impl Iterator<Item = Answer>) -> Known {
        let mut known: FxHashMap<(DefId, Question), Result<String, Span>> = FxHashMap::default();
        for Answer { def, question, said } in answers {
            let all = known.entry((def, question)).or_insert_with(|| said.clone());
            *all = match (std::mem::replace(all, Ok(String::new())), said) {
                (Ok(a), Ok(b)) => Ok(a.min(b)),
                (Err(a), Err(b)) => Err(a.min(b)),
                (Err(no), Ok(_)) | (Ok(_), Err(no)) => Err(no),
            };
        }
        Known(known)
    }

    /// The answer that every place gave, in the words of the first.
    pub fn answer(&self, def: DefId, question: Question) -> Option<&str> {
        self.0.get(&(def, question))?.as_deref().ok()
    }

    /// The first place that says no.
    pub fn refused(&self, def: DefId, question: Question) -> Option<Span> {
        self.0.get(&(def, question))?.as_ref().err().copied()
    }

    /// A finding in the light of what the callers said.
    pub fn settle(&self, one: Waiting) -> Option<Finding> {
        let Waiting { mut finding, def, questions, alone, fixed } = one;
        for question in questions {
            match (question, self.answer(def, question)) {
                (Question::Typed(..), None) if alone && !self.0.contains_key(&(def, question)) => {}
                (Question::Typed(..), None) => {
                    finding.confidence = Confidence::Low;
                    finding.notes.push("who calls the function may have hashed it".to_owned());
                }
                (Question::Open(_), None) => {
                    if let Some(place) = self.refused(def, question) {
                        finding.confidence = fixed;
                        finding.context.push(Label::new(place, FIXED));
                    }
                }
                (_, None) | (Question::Typed(..) | Question::Open(_), Some(_)) => {}
                (Question::Chosen, Some(cond)) => {
                    finding.confidence = Confidence::Low;
                    finding.notes.push(format!("the function is called only under the condition `{cond}`"));
                }
                (Question::Verified(_) | Question::Serves(_), Some(_)) => return None,
            }
        }
        Some(finding)
    }
}
