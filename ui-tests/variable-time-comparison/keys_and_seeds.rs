//! Seeds and keys to sign are used, not shown: who compares them looks for an owner or a round. API keys and master keys are shown.

pub struct Round {
    pub seed: Vec<u8>,
    pub signing_key: Vec<u8>,
    pub api_key: String,
}

pub fn verify_round(round: &Round, seed: &[u8], signing_key: &[u8]) -> Result<(), String> {
    if round.seed != seed || round.signing_key != signing_key {
        return Err("another round".to_owned());
    }
    Ok(())
}

pub fn authorize(round: &Round, api_key: &str) -> Result<(), String> {
    if round.api_key != api_key { //~ variable-time-comparison
        return Err("who are you?".to_owned());
    }
    Ok(())
}

pub fn authorize_owner(master_key: &str, request_key: &str) -> Result<(), String> {
    if request_key.as_bytes() != master_key.as_bytes() { //~ variable-time-comparison
        return Err("who are you?".to_owned());
    }
    Ok(())
}
