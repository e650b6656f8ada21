//! What the same getter gives of two objects of one type that the program holds, and of one that somebody sent.

pub struct Keys {
    secret: String,
}

pub struct Request {
    secret: String,
}

impl Keys {
    pub fn auth_secret(&self) -> &str {
        &self.secret
    }
}

impl Request {
    pub fn auth_secret(&self) -> &str {
        &self.secret
    }
}

pub fn diagnose(local: &Keys, remote: &Keys) -> Result<(), String> {
    if local.auth_secret() != remote.auth_secret() {
        return Err("the device was registered anew".to_owned());
    }
    Ok(())
}

pub fn authorize(keys: &Keys, request: &Request) -> Result<(), String> {
    if keys.auth_secret() != request.auth_secret() { //~ variable-time-comparison
        return Err("who are you?".to_owned());
    }
    Ok(())
}
