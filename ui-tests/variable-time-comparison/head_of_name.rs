//! The last word of a name says what it is: the organisation of a token is no token.

pub struct Probe {
    pub token_org: String,
    pub token: String,
}

pub fn authorize(probe: &Probe, org_id: &str) -> Result<(), String> {
    match &probe.token_org {
        token_org if token_org == org_id => Ok(()),
        _ => Err("the token does not belong to this org".to_owned()),
    }
}

pub fn authorize_token(probe: &Probe, given: &str) -> bool {
    probe.token == given //~ variable-time-comparison
}

pub fn verify_raw(expected_token_bytes: &[u8], given: &[u8]) -> bool {
    expected_token_bytes == given //~ variable-time-comparison
}

pub fn verify_code(totp_code: &str, generated: &str) -> bool {
    totp_code == generated //~ variable-time-comparison
}
