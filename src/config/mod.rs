//! Settings: lint levels, profile and filters.
//!
//! Three shapes, each made from the one before: what was typed (the flags belong to `cli`, the configuration file is
//! [`mod@file`]), [`Overrides`] layers in which everything is optional, those of the flags above that of the file, and the
//! resolved [`Settings`].

pub mod builtin;
pub mod file;
pub mod names;
pub mod overrides;
pub mod settings;

pub use builtin::{BUILTINS, Builtin};
pub use file::{ConfigFile, FileError};
pub use names::{Selector, UnknownLint};
pub use overrides::Overrides;
pub use settings::Settings;
