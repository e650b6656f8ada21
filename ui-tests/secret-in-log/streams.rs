//@ dep: actix-web = "4"
//@ dep: anyhow = "1"
//@ dep: tracing = "0.1"
//! Streams of the terminal of a server, messages of errors, fields of spans.

use std::io::{self, Write};

use anyhow::Context as _;

pub fn to_stream(password: &str) -> io::Result<()> {
    writeln!(io::stderr(), "password {}", password) //~ secret-in-log
}

pub fn to_locked_stream(password: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "with {password}")?; //~ secret-in-log
    out.flush()
}

pub fn bytes(password: &str) -> io::Result<()> {
    io::stderr().write_all(password.as_bytes()) //~ secret-in-log
}

pub fn arguments(password: &str) -> io::Result<()> {
    io::stderr().lock().write_fmt(format_args!("tried {}\n", password)) //~ secret-in-log
}

pub fn expected(password: &str) -> u32 {
    password.parse().expect(&format!("no number: {password}")) //~ secret-in-log
}

pub fn explained(password: &str) -> anyhow::Result<u32> {
    password.parse::<u32>().with_context(|| format!("no number: {password}")) //~ secret-in-log
}

#[tracing::instrument(skip_all, fields(pw = %password))] //~ secret-in-log
pub fn listed(user: &str, password: &str) -> bool {
    user.len() == password.len()
}

pub fn later(password: &str) {
    let span = tracing::info_span!("login", secret = tracing::field::Empty);
    span.record("secret", password); //~ secret-in-log
}

#[tracing::instrument(skip_all, fields(user = %user, length = password.len()))]
pub fn listed_user(user: &str, password: &str) -> bool {
    user.len() == password.len()
}

pub fn to_somebody(mut peer: std::net::TcpStream, password: &str) -> io::Result<()> {
    writeln!(peer, "{}", password)?;
    peer.write_all(password.as_bytes())
}

pub fn to_a_text(password: &str) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    write!(text, "PLAIN {password}").expect("a text takes everything");
    text
}

pub fn of_a_path(path: &str, user: &str) -> anyhow::Result<String> {
    io::stdout().write_all(user.as_bytes())?;
    std::fs::read_to_string(path).with_context(|| format!("reading the password file {path}"))
}

fn decoded(token: &str) -> anyhow::Result<Vec<u8>> {
    anyhow::ensure!(token.is_ascii(), "no token");
    Ok(token.as_bytes().to_vec())
}

/// What could not be read is no token.
pub fn of_what_was_read(token: &str) -> anyhow::Result<Vec<u8>> {
    decoded(token).with_context(|| format!("this is no token: {token}"))
}

pub fn of_what_else_failed(access_token: &str, path: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("no file for {access_token}")) //~ secret-in-log
}
