//@ dep: fastrand = "2"
//! The token in the link that sets a new password.

/// A few tokens show the state of the generator, and with it all tokens to come.
pub fn reset_token() -> String {
    std::iter::repeat_with(fastrand::alphanumeric).take(32).collect() //~ weak-rng
}
