//@ dep: getrandom = "0.2"
//! A function of the program has a slice filled that it is lent.

fn fill(buf: &mut [u8]) -> Result<(), String> {
    getrandom::getrandom(buf).map_err(|_| "random".to_owned())
}

fn fill_vector(buf: &mut Vec<u8>) -> Result<(), String> {
    buf.resize(32, 0);
    getrandom::getrandom(buf).map_err(|_| "random".to_owned())
}

pub fn ticket() -> Result<Vec<u8>, String> {
    let mut ticket: Vec<u8> = Vec::with_capacity(32);
    fill(&mut ticket)?; //~ empty-output-buffer
    Ok(ticket)
}

pub fn ticket_of_length() -> Result<Vec<u8>, String> {
    let mut ticket = vec![0; 32];
    fill(&mut ticket)?;
    Ok(ticket)
}

pub fn ticket_by_vector() -> Result<Vec<u8>, String> {
    let mut ticket = Vec::new();
    fill_vector(&mut ticket)?;
    Ok(ticket)
}
