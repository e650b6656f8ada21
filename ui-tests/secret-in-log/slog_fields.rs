//@ dep: slog = "2"
//! Fields that a logger keeps for all of its lines.

use slog::{Logger, o};

pub fn kept(log: &Logger, api_secret: String) -> Logger {
    log.new(o!("api_secret" => api_secret)) //~ secret-in-log
}

pub fn named(log: &Logger, component: &'static str) -> Logger {
    log.new(o!("component" => component))
}
