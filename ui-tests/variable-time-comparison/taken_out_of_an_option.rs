//! What an arm or a condition takes out of an option has the name of the option.

pub struct Lamp {
    pub enrol_token: Option<String>,
    pub label: Option<String>,
}

pub trait Lamps {
    fn by_serial(&self, serial: &str) -> Option<Lamp>;
}

pub fn authenticate(lamps: &dyn Lamps, serial: &str, presented: &str) -> bool {
    let Some(lamp) = lamps.by_serial(serial) else { return false };
    match lamp.enrol_token {
        None => false,
        Some(ref t) => t == presented, //~ variable-time-comparison
    }
}

pub fn authenticate_label(lamps: &dyn Lamps, serial: &str, presented: &str) -> bool {
    let Some(lamp) = lamps.by_serial(serial) else { return false };
    match lamp.label {
        None => false,
        Some(ref t) => t == presented,
    }
}

#[derive(PartialEq)]
pub struct ClientSecret(String);

impl From<&str> for ClientSecret {
    fn from(text: &str) -> Self {
        ClientSecret(text.to_owned())
    }
}

pub struct Client {
    pub secret: Option<ClientSecret>,
}

#[allow(async_fn_in_trait)]
pub trait Clients {
    async fn by_id(&self, id: &str) -> Option<Client>;
}

pub async fn verify_client<C: Clients + ?Sized>(clients: &C, id: &str, given: &str) -> bool {
    match clients.by_id(id).await {
        Some(c) => c.secret == Some(ClientSecret::from(given)), //~ variable-time-comparison
        None => false,
    }
}

/// A second factor, and the stored form of a password.
pub fn check_second(remembered: &Option<String>, twofactor_code: &str) -> bool {
    match remembered {
        Some(one) if one == twofactor_code => true, //~ variable-time-comparison
        _ => false,
    }
}

pub fn hash(salt: &str, password: &str) -> String {
    format!("{salt}{}", password.len())
}

pub fn verify(password: &str, stored: &str) -> bool {
    hash("a", password).eq(stored) //~ variable-time-comparison
}
