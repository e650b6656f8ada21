//@ dep: md5 = "0.7"
//! The answer that PostgreSQL asks for.

pub fn answer(word: &str, name: &str, challenge: [u8; 4]) -> String {
    let mut first = md5::Context::new();
    first.consume(word);
    first.consume(name);
    let first = first.compute();
    let mut second = md5::Context::new();
    second.consume(format!("{first:x}"));
    second.consume(challenge);
    format!("md5{:x}", second.compute())
}
