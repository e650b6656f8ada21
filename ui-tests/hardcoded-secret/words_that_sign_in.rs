//! A name and a password that are both written down open the door, however short they are; a form that only tells the two
//! fields apart does not.

pub struct Login {
    pub username: String,
    pub password: String,
}

pub fn may_enter(username: &str, password: &str) -> bool {
    username == "root" && password == "pwd" //~ hardcoded-secret
}

pub fn refuse(login: &Login) -> Result<(), &'static str> {
    if login.username != "root" || login.password != "pass" { //~ hardcoded-secret
        return Err("who are you?");
    }
    Ok(())
}

pub fn is_field(name: &str, kind: &str) -> bool {
    name == "secret" && kind == "password"
}

pub fn is_blank(username: &str, password: &str) -> bool {
    username == "" && password == ""
}

pub fn warn_of_default(username: &str, password: &str) -> Result<(), &'static str> {
    if username == "admin" && password == "admin" {
        return Err("choose a password of your own");
    }
    Ok(())
}

pub fn is_anybody(username: &str, password: &str) -> bool {
    username == "anonymous" && password == "anonymous"
}
