//! In the body of an arm, and in its guard.

pub struct Invitation {
    pub invite_token: Option<String>,
    pub remember_token: Option<String>,
}

pub fn may_join(invitation: &Invitation, token: &str) -> bool {
    match &invitation.invite_token {
        Some(expected) => expected == token, //~ variable-time-comparison
        None => false,
    }
}

pub fn may_skip_second_factor(invitation: &Invitation, token: &str) -> bool {
    match invitation.remember_token {
        Some(ref expected) if expected == token => true, //~ variable-time-comparison
        _ => false,
    }
}
