//! Detectors of shapes that occur once, found by the name that `lint.toml` gives.

use crate::catalog::Lint;
use crate::detectors::verification::{fail_open, ignored, late};
use crate::detectors::{
    BodyCx, discarded_state, empty_buffer, header_algorithm, ignored_random_error, inverted_switch,
    nonce_reuse, random_nonce, self_comparison, truncating_comparison, unguarded_key_file,
};
use crate::finding::Finding;

/// A detector that reads one body.
pub type BodyDetector = fn(&BodyCx<'_>, &Lint) -> Vec<Finding>;

/// The detector of this name; a test makes sure that every lint names one that exists.
pub fn by_name(name: &str) -> Option<BodyDetector> {
    Some(match name {
        "ignored_random_error" => ignored_random_error::detect,
        "discarded_state" => discarded_state::detect,
        "empty_buffer" => empty_buffer::detect,
        "fail_open_verification" => fail_open::detect,
        "header_algorithm" => header_algorithm::detect,
        "late_verification" => late::detect,
        "unverified_message" => late::detect_never,
        "ignored_verification" => ignored::detect,
        "inverted_tls_switch" => inverted_switch::detect,
        "nonce_reuse" => nonce_reuse::detect,
        "random_nonce" => random_nonce::detect,
        "self_comparison" => self_comparison::detect,
        "truncating_comparison" => truncating_comparison::detect,
        "unguarded_key_file" => unguarded_key_file::detect,
        _ => return None,
    })
}
