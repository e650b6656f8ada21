//! What changes something asks whether something else may be read, although there is a permission that says just what it does.

#[derive(Clone, Copy, PartialEq)]
pub enum AdminAction {
    ServerInfo,
    KMSCreateKey,
    RemovePeer,
    ManageBackups,
}

pub struct Operator {
    pub granted: Vec<AdminAction>,
}

pub enum Error {
    Forbidden,
}

fn validate_admin_request(operator: &Operator, actions: &[AdminAction]) -> Result<(), Error> {
    if actions.iter().any(|action| operator.granted.contains(action)) { Ok(()) } else { Err(Error::Forbidden) }
}

pub fn create_kms_key(operator: &Operator, keys: &mut Vec<String>) -> Result<(), Error> {
    validate_admin_request(operator, &[AdminAction::ServerInfo])?; //~ wrong-action-checked
    keys.push(String::new());
    Ok(())
}

pub fn remove_peer(operator: &Operator, peers: &mut Vec<String>) -> Result<(), Error> {
    validate_admin_request(operator, &[AdminAction::ServerInfo, AdminAction::RemovePeer])?;
    peers.pop();
    Ok(())
}

pub fn create_report(operator: &Operator, reports: &mut Vec<String>) -> Result<(), Error> {
    validate_admin_request(operator, &[AdminAction::ServerInfo])?;
    reports.push(String::new());
    Ok(())
}

pub fn list_kms_keys(operator: &Operator, keys: &[String]) -> Result<usize, Error> {
    validate_admin_request(operator, &[AdminAction::ServerInfo])?;
    Ok(keys.len())
}

pub fn remove_peer_backup(operator: &Operator, peers: &mut Vec<String>) -> Result<(), Error> {
    validate_admin_request(operator, &[AdminAction::ManageBackups])?;
    peers.pop();
    Ok(())
}
