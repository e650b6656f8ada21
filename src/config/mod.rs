//! Settings: lint levels, profile and filters.
//!
//! Three shapes, each made from the one before: the flags as typed (they belong to `cli`), an [`Overrides`] layer in
//! which everything is optional, and the resolved [`Settings`]. Absent for now: the layer of a configuration file.

pub mod builtin;
pub mod names;
pub mod overrides;
pub mod settings;

pub use builtin::{BUILTINS, Builtin};
pub use names::{Selector, UnknownLint};
pub use overrides::Overrides;
pub use settings::Settings;
