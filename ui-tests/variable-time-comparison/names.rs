//! Names of fields, headers and variables.

pub fn is_hidden(name: &str, key: &str) -> bool {
    name == "password" || key == "api_token" || name.eq("authorization") || key != "secret"
}

pub fn section(option: (&str, &str)) -> bool {
    let (key, value) = option;
    key == "token" && value == "yes"
}
