//@ dep: getrandom = "0.2"
//! Errors that are handed on or end the program.

pub fn asked() -> Result<[u8; 16], getrandom::Error> {
    let mut out = [0u8; 16];
    getrandom::getrandom(&mut out)?;
    Ok(out)
}

pub fn expected() -> [u8; 16] {
    let mut out = [0u8; 16];
    getrandom::getrandom(&mut out).expect("the system has random bytes");
    out
}

pub fn as_option() -> Option<[u8; 16]> {
    let mut out = [0u8; 16];
    getrandom::getrandom(&mut out).ok()?;
    Some(out)
}

pub fn stopped() -> [u8; 16] {
    let mut out = [0u8; 16];
    getrandom::getrandom(&mut out).unwrap_or_else(|err| {
        // There is nothing to go on with.
        panic!("no random bytes: {err}")
    });
    out
}

pub fn ended() -> [u8; 16] {
    let mut out = [0u8; 16];
    getrandom::getrandom(&mut out).unwrap_or_else(|_| std::process::exit(1));
    out
}
