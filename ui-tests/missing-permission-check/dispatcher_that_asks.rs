//! Commands that are asked about elsewhere, are for everybody, or only read where no command that reads is asked about.

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
    Compact { tenant: TenantId },
    Detach { tenant: TenantId },
    Show { tenant: TenantId },
    Login { tenant: TenantId },
    Count,
}

#[derive(Default)]
pub struct Store {
    texts: HashMap<TenantId, Vec<String>>,
    last: Option<TenantId>,
}

impl Store {
    fn put(&mut self, tenant: &TenantId, text: String) {
        self.texts.entry(tenant.clone()).or_default().push(text);
    }

    fn clear(&mut self, tenant: &TenantId) -> Result<(), Error> {
        self.texts.remove(tenant).map(drop).ok_or(Error::Unknown)
    }

    fn compact(&mut self, tenant: &TenantId) {
        self.texts.entry(tenant.clone()).or_default().sort();
    }

    fn show(&self, tenant: &TenantId) -> usize {
        self.texts.get(tenant).map_or(0, Vec::len)
    }

    fn seen(&mut self, tenant: &TenantId) {
        self.last = Some(tenant.clone());
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

    fn detach(&mut self, tenant: &TenantId) -> Result<(), Error> {
        self.check_tenant(tenant)?;
        self.store.clear(tenant)
    }

    pub fn run(&mut self, command: Command) -> Result<usize, Error> {
        match command {
            Command::Put { tenant, text } => {
                self.check_tenant(&tenant)?;
                self.store.put(&tenant, text);
            }
            Command::Drop { tenant } => {
                self.check_tenant(&tenant)?;
                self.store.clear(&tenant)?;
            }
            Command::Compact { tenant } => {
                self.check_tenant(&tenant)?;
                self.store.compact(&tenant);
            }
            Command::Detach { tenant } => self.detach(&tenant)?,
            Command::Show { tenant } => return Ok(self.store.show(&tenant)),
            Command::Login { tenant } => self.store.seen(&tenant),
            Command::Count => return Ok(self.store.texts.len()),
        }
        Ok(0)
    }

    pub fn repeat(&mut self, tenant: &TenantId, names: &[&str]) -> Result<(), Error> {
        self.check_tenant(tenant)?;
        for name in names {
            match *name {
                "put" => {
                    let other = TenantId((*name).to_owned());
                    self.check_tenant(&other)?;
                    self.store.put(&other, String::new());
                }
                "drop" => {
                    let other = TenantId((*name).to_owned());
                    self.check_tenant(&other)?;
                    self.store.clear(&other)?;
                }
                "compact" => {
                    let other = TenantId((*name).to_owned());
                    self.check_tenant(&other)?;
                    self.store.compact(&other);
                }
                "detach" => {
                    let other = tenant.clone();
                    self.store.clear(&other)?;
                }
                _ => return Err(Error::Unknown),
            }
        }
        Ok(())
    }
}
