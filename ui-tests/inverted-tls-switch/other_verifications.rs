//! Functions that verify something, with values that are no switches.

pub struct Outcome {
    pub accepted: usize,
}

pub fn verify(accept_header: &str) -> bool {
    accept_header.contains("json")
}

pub fn run(accept_header: &str, accept_invalid_rows: bool) -> Outcome {
    let accepted = usize::from(verify(accept_header)) + usize::from(verify_rows(accept_invalid_rows));
    Outcome { accepted }
}

fn verify_rows(lenient: bool) -> bool {
    lenient
}
