//@ dep: oauth2 = "5"
//! The state that comes back with a login is compared with the cookie that it was kept in: whoever sends both guesses nothing.

use oauth2::CsrfToken;

pub struct Callback {
    pub state: CsrfToken,
}

pub struct Jar(Vec<(String, String)>);

impl Jar {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

pub fn finish_login(jar: &Jar, callback: &Callback) -> Result<(), &'static str> {
    let cookie_csrf = jar.get("csrf").ok_or("start again")?.to_string();
    if callback.state.secret() != &cookie_csrf {
        return Err("start again");
    }
    Ok(())
}
