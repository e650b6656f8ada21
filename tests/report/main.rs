//! What a report looks like in each format, and what must never be in one.

mod fixture;
mod formats;
mod hostile;
mod never_panics;
mod schema;
mod text;
