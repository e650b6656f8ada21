//! The program as its users meet it: exit codes, streams, messages, broken projects.

#![allow(clippy::unwrap_used, reason = "a test that cannot set up its project has failed")]

#[path = "cli/broken.rs"]
mod broken;
#[path = "cli/configuration.rs"]
mod configuration;
#[path = "cli/demo.rs"]
mod demo;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/routes.rs"]
mod routes;
#[path = "cli/streams.rs"]
mod streams;
#[path = "cli/suppress.rs"]
mod suppress;
#[path = "cli/usage.rs"]
mod usage;
