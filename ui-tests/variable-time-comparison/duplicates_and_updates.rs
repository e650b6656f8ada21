//! Equality is a duplicate, or says that nothing has to be done: nobody is let in by it.

use std::collections::BTreeMap;

pub struct Entry {
    pub identity: Identity,
}

pub enum Identity {
    Invited { token: String },
    Known(u32),
}

#[derive(Default)]
pub struct Form {
    pub token: String,
    pub warning: Option<&'static str>,
}

impl Form {
    pub fn on_token(&mut self, value: String, entries: &BTreeMap<u8, Entry>) {
        let is_duplicate = entries
            .iter()
            .any(|(_, e)| matches!(&e.identity, Identity::Invited { token: t } if t == &value));
        if is_duplicate {
            self.warning = Some("there already");
            return;
        }
        self.token = value;
    }

    pub fn on_update_token(&mut self, token: String, tokens: &[String]) {
        self.warning = if tokens.iter().any(|one| *one == token) { Some("Duplicate token") } else { None };
    }

    /// The same without a duplicate.
    pub fn check_token(&mut self, token: String, tokens: &[String]) {
        self.warning = if tokens.iter().any(|one| *one == token) { None } else { Some("wrong token") }; //~ variable-time-comparison
    }
}

pub struct Device {
    pub name: String,
    pub token: String,
}

pub struct Update {
    pub hmac: String,
}

pub struct Remote {
    pub hmac: String,
}

pub fn send(update: Update) -> Result<(), String> {
    if update.hmac.is_empty() { Err("empty".to_owned()) } else { Ok(()) }
}

pub fn bring_up_to_date(remotes: &[Remote], hmac_devices: &[Device]) -> Result<(), String> {
    for device in hmac_devices {
        if !device.name.is_empty() && !remotes.iter().any(|remote| remote.hmac == device.token) {
            send(Update { hmac: device.token.clone() })?;
        }
    }
    Ok(())
}

pub struct Attempt {
    pub token: String,
}

pub struct Guard {
    admin_token: String,
    failed: Vec<Attempt>,
}

impl Guard {
    /// Whoever is refused is written down.
    pub fn authorize(&mut self, token: &str) -> bool {
        if self.admin_token == token { //~ variable-time-comparison
            return true;
        }
        self.failed = vec![Attempt { token: token.to_owned() }];
        false
    }
}

pub struct Client {
    pub token: Option<String>,
}

pub struct Handler {
    client: Client,
}

impl Handler {
    pub fn sync_client(&mut self, access_token: Option<String>) -> bool {
        if self.client.token == access_token {
            return false;
        }
        self.client = Client { token: access_token };
        true
    }
}

pub struct Whole {
    pub alias: Option<String>,
    pub update: Option<Update>,
}

pub async fn request(path: &str, fill: impl Fn(&Whole)) -> Result<(), String> {
    fill(&Whole { alias: Some(path.to_owned()), update: None });
    Ok(())
}

pub struct Wallet {
    pub metadata: Metadata,
}

pub struct Metadata {
    pub hmacs: Vec<Named>,
}

pub struct Named {
    pub name: String,
    pub hmac: String,
}

pub async fn update_metadata(wallet: &Wallet, devices: &[Device]) -> Result<(), String> {
    let kinds = ["one".to_owned(), "two".to_owned()];
    for device in devices {
        if kinds.contains(&device.name)
            && !wallet.metadata.hmacs.iter().any(|one| {
                one.name == device.name && one.hmac == device.token
            })
        {
            request("/v1", |r| {
                r.json(&Whole { alias: None, update: Some(Update { hmac: device.token.clone() }) })
            })
            .await?;
        }
    }
    Ok(())
}
