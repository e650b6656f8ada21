//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//@ dep: anyhow = "1"
//! Calls that never return end the path: `exit`, own functions of type `!`, `bail!`.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

fn usage() -> ! {
    eprintln!("usage: sign <key file>");
    std::process::exit(2)
}

pub fn warns(args: &[String]) -> Tag {
    let mut key = b"used-after-a-warning".to_vec();
    match args {
        [path] => key = std::fs::read(path).unwrap_or_default(),
        _ => eprintln!("usage: sign <key file>"),
    }
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn stops(args: &[String]) -> Tag {
    let mut key = b"never-gets-anywhere".to_vec();
    match args {
        [path] => key = std::fs::read(path).unwrap_or_default(),
        [] => std::process::exit(1),
        _ => usage(),
    }
    Tag::new_from_slice(&key).expect("any length")
}

pub fn fails(args: &[String]) -> anyhow::Result<Tag> {
    let mut key = b"given-up-in-time".to_vec();
    match args {
        [path] => key = std::fs::read(path)?,
        _ => anyhow::bail!("one argument is needed"),
    }
    Ok(Tag::new_from_slice(&key).expect("any length"))
}
