//! Commands whose functions are told who asks, and commands that are about a part of what they are given.

use std::collections::HashMap;

pub enum Error {
    Denied,
}

#[derive(Clone)]
pub struct Access {
    pub accounts: Vec<u32>,
    pub own: u32,
}

impl Access {
    fn assert_member(&self, account: u32) -> Result<(), Error> {
        if self.accounts.contains(&account) { Ok(()) } else { Err(Error::Denied) }
    }
}

pub struct Get {
    pub account: u32,
    pub names: Vec<String>,
}

pub enum Request {
    Mail(Get),
    Folder(Get),
    Contact(Get),
    Subscription(Get),
    Clock(Get),
    Forgotten(Get),
}

#[derive(Default)]
pub struct Server {
    rows: HashMap<u32, Vec<String>>,
}

impl Server {
    fn mail(&self, get: &Get) -> usize {
        self.rows.get(&get.account).map_or(0, Vec::len)
    }

    fn subscription(&self, get: &Get, access: &Access) -> usize {
        self.rows.get(&access.own).map_or(0, |rows| rows.len().min(get.names.len()))
    }

    fn clock(&self, get: &Get) -> usize {
        get.names.len()
    }

    fn count(&self, account: u32) -> usize {
        self.rows.get(&account).map_or(0, Vec::len)
    }

    pub fn run(&self, request: Request, access: &Access) -> Result<usize, Error> {
        Ok(match request {
            Request::Mail(get) => {
                access.assert_member(get.account)?;
                self.mail(&get)
            }
            Request::Folder(get) => {
                access.assert_member(get.account)?;
                self.mail(&get)
            }
            Request::Contact(get) => {
                access.assert_member(get.account)?;
                self.count(get.account)
            }
            Request::Subscription(get) => self.subscription(&get, access),
            Request::Clock(get) => self.clock(&get),
            Request::Forgotten(get) => self.count(get.account), //~ missing-permission-check
        })
    }
}
