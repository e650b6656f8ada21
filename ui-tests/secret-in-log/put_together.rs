//@ dep: log = "0.4"
//! The secret goes by another name when it is written.

pub fn as_a_text(user: &str, password: &str) {
    let line = format!("{user}/{password}");
    log::info!("{line}"); //~ secret-in-log
}

pub fn as_a_sum(password: &str) {
    let message = "the password is ".to_owned() + password;
    log::info!("{message}"); //~ secret-in-log
}

pub fn as_another_name(password: &str) {
    let value = password.to_string();
    log::info!("value {}", value); //~ secret-in-log
}

fn get_password(user: &str) -> Option<String> {
    std::fs::read_to_string(user).ok()
}

pub fn got(user: &str) {
    let found = get_password(user);
    log::info!("found {:?}", found); //~ secret-in-log
}

pub fn of_the_environment() {
    let value = std::env::var("DATABASE_PASSWORD").unwrap();
    log::info!("value {value}"); //~ secret-in-log
}

pub fn harmless(user: &str, host: &str, password: &str) -> usize {
    let line = format!("{user}/{host}");
    log::info!("{line}");
    let masked = format!("{}***", &password[..1]);
    log::info!("{masked}");
    let length = password.len();
    log::info!("{length}");
    let host = std::env::var("DATABASE_HOST").unwrap();
    log::info!("{host}");
    let path = std::env::var("DATABASE_PASSWORD_FILE").unwrap();
    log::info!("{path}");
    length
}
