//! `cargo secure-lint` finds misuse of cryptography, authentication and authorization in Rust crates.
//!
//! The pipeline, which is also the order of the layers: a module uses only modules above it.
//!
//! ```text
//! lints/ models/ --> catalog      what APIs are (roles) and which roles must not meet
//! Cargo.toml     --> workspace    packages, targets, features, dependency versions
//! *.rs           --> lower        text -> ir; the only user of syn
//!                    resolve      names -> definitions, also in other crates
//!                    types        light inference
//!                    flow         where values come from
//!                    web          routes and guards
//!                    detectors    one function per shape of misuse
//!                    engine       runs all of it, suppresses, sorts: the Report
//!                    report, cli  shows it
//! ```

pub mod base;
pub mod finding;
pub mod catalog;
pub mod config;
pub mod workspace;
pub mod ir;
pub mod lower;
pub mod resolve;
pub mod types;
pub mod flow;
pub mod web;
pub mod detectors;
pub mod engine;
pub mod report;
pub mod cli;
