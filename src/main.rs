//! The `cargo-secure-lint` program; everything is in the library.

fn main() -> std::process::ExitCode {
    cargo_secure_lint::cli::run()
}
