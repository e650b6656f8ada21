//! Passwords in patterns and in calls of `eq`, a constant, and texts in patterns that are none.

const MASTER: &str = "open-sesame-42";

pub fn pair(user: &str, password: &str) -> bool {
    match (user, password) {
        ("root", "bluebird") => true, //~ hardcoded-secret
        _ => false,
    }
}

pub fn asked(password: &str) -> bool {
    matches!(password, "summer-of-69") //~ hardcoded-secret
}

pub fn method(password: &str) -> bool {
    password.eq("summer-of-69") //~ hardcoded-secret
}

pub fn different(password: &str) -> Result<(), String> {
    if password != "summer-of-69" { //~ hardcoded-secret
        return Err("wrong".into());
    }
    Ok(())
}

pub fn constant(password: &str) -> bool {
    password == MASTER //~ hardcoded-secret
}

pub fn optional(password: Option<&str>) -> bool {
    match password {
        Some("summer-of-69") => true, //~ hardcoded-secret
        _ => false,
    }
}

/// Refused, because everybody knows it.
pub fn weak(user: &str, password: &str) -> Result<(), String> {
    match (user, password) {
        ("root", "bluebird1") => Err("too easy".into()),
        (_, "summer-of-69") => Err("too easy".into()),
        _ => Ok(()),
    }
}

/// What a version control system takes for no password, and words of a grammar.
pub fn others(password: &str, token: &str, field: &str) -> u8 {
    match token {
        "struct2" => 1,
        "x-oauth-basic" if password == "x-oauth-basic" => 2,
        _ => match field {
            "password" => 3,
            _ => 4,
        },
    }
}

/// The one of the example is refused, whichever way it is asked for.
pub fn configured(password: Option<&String>) -> Result<(), String> {
    if password.is_some_and(|password| password == "F1ying!Carpet77") {
        return Err("the password of the example".into());
    }
    Ok(())
}

pub fn opened(password: Option<&String>) -> bool {
    password.is_some_and(|password| password == "F1ying!Carpet77") //~ hardcoded-secret
}
