//! Whether a handler that changes the thing an identifier of the request names asks whose it is.
//!
//! Two kinds of values are followed through a body ([`meet`], [`facts`]): who asks, from the parameters that say it, and identifiers, from
//! what the client sent. Where both meet in one expression, the thing is tied to who asks:
//!
//! ```text
//! notes.delete(id, user.id)                                  one call takes both
//! let note = notes.find(id); if note.owner != user.id { .. }   what was found is compared
//! ensure_owner(&user, id)?                                   a function takes both and may refuse
//! ```
//!
//! A handler in which they never meet, that asks nothing else of who is known and refuses nobody, is told of if one beside it
//! does tie the same thing ([`beside`]), or if all that it asks is what the client says of itself ([`Lack::Claimed`],
//! [`Lack::Compared`]). Silent: handlers that take something that cannot be judged (the whole request), and everybody's or
//! shared things, which have no tied sibling.

mod beside;
mod address;
mod claim;
mod facts;
mod late;
mod meet;
mod reading;
mod source;
mod words;

use crate::base::Span;
use crate::ir::PatId;
use crate::resolve::DefId;
use crate::types::Ty;
use crate::web::Sibling;
use crate::web::guard::Judge;

pub(super) use beside::unowned;
pub(super) use reading::{fits, is_for_reading, thing_of};

/// An identifier of the request that decides alone what is read or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unowned {
    /// The name of what takes it.
    pub deed: String,
    /// The call that takes it.
    pub deed_span: Span,
    /// What makes one expect a question.
    pub lack: Lack,
}

/// What makes one expect that a handler asks whose a thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A handler of the same thing asks.
    Beside(Sibling),
    /// Who asks is compared with a field of the request, and another field says what is changed.
    Claimed {
        /// The comparison.
        at: Span,
        /// The field that it reads.
        field: String,
    },
    /// A field of the request is compared with another one.
    Compared {
        /// The comparison.
        at: Span,
    },
    /// The owner of what was found is compared with a field of the request.
    Told {
        /// The comparison.
        at: Span,
        /// The field.
        field: String,
    },
    /// It is asked whether it may be read.
    Reading {
        /// What is asked for.
        asked: String,
        /// What fits.
        fits: String,
    },
    /// It is asked after the change.
    Late {
        /// The question.
        at: Span,
    },
}

/// What a handler does with identifiers of the request.
#[derive(Clone, Debug, Default)]
pub(super) struct Ownership {
    /// Whether something that it takes, or how it asks, could not be judged.
    pub(super) unknown: bool,
    /// Whether it asks something of who is known, or refuses anybody,
    pub(super) asks: bool,
    /// but for these questions: calls whose failure leaves the handler, with what is written in them. `demand(notes:write)`
    pub(super) asked: Vec<String>,
    /// Where who asks and an identifier meet.
    pub(super) tie: Option<Tie>,
    /// Calls that change something by an identifier alone.
    pub(super) writes: Option<Deed>,
    /// Calls that read something by an identifier alone.
    pub(super) reads: Option<Deed>,
    /// Names of fields of the body that are identifiers.
    pub(super) fields: Vec<String>,
    /// A question that is none.
    pub(super) claim: Option<Lack>,
    /// A question for reading, if nothing else is asked,
    reading: Option<reading::ReadingAlone>,
    /// and all permissions that are asked for by a text.
    permissions: Vec<String>,
    /// A deed before the first question.
    pub(super) late: Option<(Deed, Lack)>,
}

/// A call.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub(super) name: String,
    pub(super) span: Span,
}

/// An expression in which who asks and an identifier meet.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    /// Its name: of the call, or `a comparison`.
    pub(super) name: String,
    pub(super) span: Span,
    /// Whether that says whose the thing is, and not only who changes it.
    pub(super) strong: bool,
}

/// What the body of a handler does with identifiers; `names` are those of the parts of its path.
pub(super) fn judge<'a>(judge: &Judge<'_, 'a>, def: DefId, names: &[String]) -> Ownership {
    let Some(info) = judge.world.body(def) else { return Ownership::default() };
    let params: Vec<(PatId, Ty)> = judge.params(def);
    let seen = meet::Meeting::of_handler(judge, &info, &params, names);
    let mut out = seen.facts();
    out.fields.extend(seen.sent_alone());
    out.asks |= out.tie.is_none() && seen.refuses_otherwise();
    out.late = seen.late();
    out.reading = seen.reading_alone();
    out.permissions = seen.permissions();
    out.claim = claim::find(judge, &info, &params, names, &seen);
    out
}

/// The names of the variable parts of a path: `/notes/{id}`, `/notes/:id`, `/notes/<id>`.
pub(super) fn names_in(path: Option<&str>) -> Vec<String> {
    let of = |segment: &str| {
        let inner = segment
            .strip_prefix(':')
            .or_else(|| segment.strip_prefix('{').and_then(|s| s.strip_suffix('}')))
            .or_else(|| segment.strip_prefix('<').and_then(|s| s.strip_suffix('>')))?;
        Some(inner.split(':').next().unwrap_or(inner).trim_start_matches('*').to_owned())
    };
    path.unwrap_or_default().split('/').filter_map(of).collect()
}
