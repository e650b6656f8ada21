//! An option is called like its constant; a fee is paid in a token.

const PROXY_USERNAME: &str = "proxyusername";
const PROXY_PASSWORD: &str = "proxypassword";
const ADMIN_PASSWORD: &str = "hunter2hunter2"; //~ hardcoded-secret

/// For those who try it out.
pub const TEST_SUITE_PASSWORD: &str = "oxide-4711-x";

pub fn options() -> [&'static str; 2] {
    [PROXY_USERNAME, PROXY_PASSWORD]
}

pub fn log_in(password: &str) -> bool {
    password.len() == ADMIN_PASSWORD.len()
}

pub fn show(fee_token: Option<u64>) -> String {
    fee_token.map_or_else(|| "network-default-1".to_string(), |address| address.to_string())
}
