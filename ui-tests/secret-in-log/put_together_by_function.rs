//@ dep: log = "0.4"
// An address that another function puts together has the password in it.

pub struct Config {
    pub host: String,
    pub user: String,
    pub password: String,
}

fn broker_url(config: &Config) -> String {
    let sign_in = if config.user.is_empty() {
        String::new()
    } else {
        format!("{}:{}@", config.user, config.password)
    };
    format!("redis://{sign_in}{}", config.host)
}

fn masked_url(config: &Config) -> String {
    let masked_password = "*".repeat(config.password.len());
    format!("redis://{}:{masked_password}@{}", config.user, config.host)
}

fn address(config: &Config) -> String {
    format!("{}@{}", config.user, config.host)
}

pub fn connect(config: &Config) {
    let url = broker_url(config);
    log::debug!("connecting to {url}"); //~ secret-in-log
    let shown = masked_url(config);
    log::debug!("connecting to {shown}");
    log::debug!("connecting to {}", address(config));
}
