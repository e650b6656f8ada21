//! Where values come from.
//!
//! [`eval::evaluate`] interprets one body abstractly, in evaluation order: every expression gets a [`Value`], a small set of
//! [`Origin`]s with the way each took. Branches join, loops run to a fixpoint (values only grow), `return` and `?` end a
//! path. A write through `&mut` replaces what a variable held: `[0u8; 32]` and then `fill_bytes` is random, not constant.
//! Bodies are evaluated after what they call and name ([`graph::levels`]); of each a [`Summary`] is kept, so that values are
//! followed through functions, constants and statics across modules and crates. What a body leaves in what it was lent is in
//! [`effects`], which bodies a call reaches in [`dispatch`], fields that hold the same in every instance in [`fields`].
//!
//! What library calls do with values is data (`flows`, `fills`, `roles` of the models). Arriving at a place with a role is
//! recorded as an [`Arrival`]; detectors read arrivals and values, never syntax.
//!
//! Example: `let k = KEY.as_bytes(); Aes256Gcm::new_from_slice(k)` gives an arrival at the role `cipher/key` of a value with
//! one origin, the literal in the definition of `KEY`, and the steps "`KEY` is defined here" and "used here".

mod apply;
mod bind;
mod builder;
pub mod call;
mod control;
pub mod conversion;
pub mod defaults;
pub mod dispatch;
pub mod effects;
pub mod eval;
pub mod facts;
pub mod fields;
mod fold;
mod generator;
pub mod graph;
mod holds;
mod path;
mod place;
mod rows;
pub mod summary;
pub mod value;
pub mod verification;
mod write;

pub use builder::{NONE, SwitchWrites};
pub use conversion::Conversions;
pub use eval::{Arrival, BodyFlow, FlowCx, evaluate};
pub use facts::{Comparison, Facts, accepts_in, accumulates_differences, leaves_at_difference};
pub use fields::FieldWrites;
pub use fold::COMBINED;
pub use holds::holds;
pub use summary::{ParamCall, Sink, Summaries, Summary};
pub use value::{Const, Origin, OriginKind, Step, Value};
