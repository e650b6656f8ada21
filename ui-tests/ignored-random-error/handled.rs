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
