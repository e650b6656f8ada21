//! One file for each shape of misuse; see [`Detector`](crate::catalog::Detector) for the closed set.
//!
//! [`Analysis::new`] walks every body once: names, types and flow are computed, all detectors of body shapes run over them, and
//! everything but the findings is dropped. Detectors of item shapes (derives, routes) run over definitions.

pub mod analysis;
pub mod bindings;
pub mod blind_verifier;
pub mod bodies;
pub mod body;
pub mod broken_guard;
pub mod builder_state;
pub mod callers;
mod change;
mod claims;
pub mod comparison;
pub mod condition;
pub mod constant_bound;
pub mod constant_flow;
pub mod context;
pub mod cookie_text;
pub mod custom;
pub mod declared_guard;
pub mod default_field;
pub mod derived_trait;
pub mod discarded_state;
pub mod dropped_identity;
pub mod dump;
pub mod fast_hash;
pub mod forbidden_use;
pub mod forged_request;
pub mod ignored_random_error;
mod included;
pub mod header_algorithm;
pub mod inverted_switch;
pub mod kdf_cost;
mod mentions;
pub mod method_outlier;
pub mod mirrored_origin;
pub mod nonce_reuse;
mod purpose;
pub mod random_nonce;
mod references;
mod request;
pub mod repeating_key;
pub mod role_flow;
pub mod route_guard;
pub mod route_policy;
mod same_builder;
pub mod secret_literal;
pub mod secret_log;
pub mod secret_value;
pub mod self_comparison;
pub mod state_changing_get;
pub mod states;
mod unguessed;
pub mod unowned_object;
pub mod unverified_webhook;
pub mod url_secret;
pub mod user_enumeration;
pub mod verification;
pub mod witnesses;
pub mod words;
pub mod wrong_action;

pub use analysis::{Analysis, Counts};
pub use body::BodyCx;
pub use context::Context;
pub use dump::{Dump, dump};
