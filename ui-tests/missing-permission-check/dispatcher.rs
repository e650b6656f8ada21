//! A server with a protocol of its own: commands are told apart by a match and by their texts, and one of each is forgotten.

use std::collections::HashMap;

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TenantId(pub String);

pub enum Error {
    Denied,
    Unknown,
}

pub struct Claims {
    pub tenant: Option<TenantId>,
}

pub enum Command {
    Put { tenant: TenantId, text: String },
    Drop { tenant: TenantId },
    Compact { tenant: TenantId, deep: bool },
    Detach { tenant: TenantId },
    Ping,
}

#[derive(Default)]
pub struct Store {
    texts: HashMap<TenantId, Vec<String>>,
}

impl Store {
    fn put(&mut self, tenant: &TenantId, text: String) {
        self.texts.entry(tenant.clone()).or_default().push(text);
    }

    fn clear(&mut self, tenant: &TenantId) -> Result<(), Error> {
        self.texts.remove(tenant).map(drop).ok_or(Error::Unknown)
    }

    fn compact(&mut self, tenant: &TenantId, deep: bool) {
        if deep {
            self.texts.entry(tenant.clone()).or_default().sort();
        }
    }

    fn show(&self, tenant: &TenantId) -> usize {
        self.texts.get(tenant).map_or(0, Vec::len)
    }
}

pub struct Connection {
    claims: Claims,
    store: Store,
}

impl Connection {
    fn check_tenant(&self, tenant: &TenantId) -> Result<(), Error> {
        match &self.claims.tenant {
            Some(own) if own != tenant => Err(Error::Denied),
            _ => Ok(()),
        }
    }

    pub fn run(&mut self, command: Command) -> Result<(), Error> {
        match command {
            Command::Put { tenant, text } => {
                self.check_tenant(&tenant)?;
                self.store.put(&tenant, text);
            }
            Command::Drop { tenant } => {
                self.check_tenant(&tenant)?;
                self.store.clear(&tenant)?;
            }
            Command::Compact { tenant, deep } => {
                self.check_tenant(&tenant)?;
                self.store.compact(&tenant, deep);
            }
            Command::Detach { tenant } => self.store.clear(&tenant)?, //~ missing-permission-check
            Command::Ping => {}
        }
        Ok(())
    }

    pub fn line(&mut self, line: &str) -> Result<usize, Error> {
        if line.starts_with("put ") {
            let tenant = TenantId(line[4..].to_owned());
            self.check_tenant(&tenant)?;
            self.store.put(&tenant, String::new());
        } else if line.starts_with("clear ") {
            let tenant = TenantId(line[6..].to_owned());
            self.check_tenant(&tenant)?;
            self.store.clear(&tenant)?;
        } else if line.starts_with("get ") {
            let tenant = TenantId(line[4..].to_owned());
            self.check_tenant(&tenant)?;
            return Ok(self.store.show(&tenant));
        } else if line.starts_with("show ") {
            let tenant = TenantId(line[5..].to_owned());
            return Ok(self.store.show(&tenant)); //~ missing-permission-check
        } else if line.starts_with("set ") {
            return Ok(0);
        } else {
            return Err(Error::Unknown);
        }
        Ok(1)
    }
}
