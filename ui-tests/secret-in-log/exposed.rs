//@ dep: secrecy = "0.8"
//@ dep: log = "0.4"
//! What was taken out of a type that hides it.

use secrecy::{ExposeSecret, SecretString};

pub struct Settings {
    field: SecretString,
    mail: SecretString,
}

fn short(text: &str) -> String {
    text.chars().take(4).collect()
}

impl Settings {
    pub fn direct(&self) {
        log::debug!("smtp: {}", self.mail.expose_secret()); //~ secret-in-log
        dbg!(self.mail.expose_secret()); //~ secret-in-log
    }

    pub fn through_a_variable(&self) -> &[u8] {
        let k = self.field.expose_secret();
        log::trace!("using {}", k); //~ secret-in-log
        k.as_bytes()
    }

    /// Hidden, its length, its beginning.
    pub fn others(&self) {
        log::debug!("smtp: {:?}", self.mail);
        log::debug!("smtp: {} bytes", self.mail.expose_secret().len());
        log::debug!("smtp: {}", short(self.mail.expose_secret()));
    }
}
