//@ dep: getrandom = "0.3"
//! Arrays, slices of callers, and vectors that a function of another kind appends to.

use std::io::Read;

pub fn array() -> Result<[u8; 32], getrandom::Error> {
    let mut key = [0; 32];
    getrandom::fill(&mut key)?;
    Ok(key)
}

pub fn slice_of_caller(out: &mut [u8]) -> Result<(), getrandom::Error> {
    getrandom::fill(out)
}

pub fn vector_of_caller(out: &mut Vec<u8>) -> Result<(), getrandom::Error> {
    getrandom::fill(out)
}

pub fn read(mut file: std::fs::File) -> std::io::Result<Vec<u8>> {
    let mut all = Vec::new();
    file.read_to_end(&mut all)?;
    Ok(all)
}
