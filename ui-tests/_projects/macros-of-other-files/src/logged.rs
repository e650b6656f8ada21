//! What a macro of another file leaves of a secret.

use crate::macros::{plain, shown};

pub fn told_in_debug_builds(password: &str) {
    log::info!("the password is {}", shown!(password));
}

pub fn told(password: &str) {
    log::info!("the password is {}", plain!(password)); //~ secret-in-log
}
