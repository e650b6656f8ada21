//! Two servers with addresses that look alike: one for operators, one for everybody.

mod operators;
mod peers;

use std::sync::{Arc, Mutex};

/// What both servers share.
#[derive(Clone, Default)]
pub struct App {
    pub keys: Arc<Vec<String>>,
    pub jobs: Arc<Mutex<Vec<String>>>,
}

pub use operators::router as for_operators;
pub use peers::router as for_peers;
