//@ dep: getrandom = "0.2"
//! Errors that are looked at.

pub fn retried() -> [u8; 16] {
    let mut out = [0u8; 16];
    while getrandom::getrandom(&mut out).is_err() {
        std::thread::yield_now();
    }
    out
}

pub fn matched() -> Option<[u8; 16]> {
    let mut out = [0u8; 16];
    match getrandom::getrandom(&mut out) {
        Ok(()) => Some(out),
        Err(_) => None,
    }
}

pub fn tail(out: &mut [u8]) -> Result<(), getrandom::Error> {
    getrandom::getrandom(out)
}
