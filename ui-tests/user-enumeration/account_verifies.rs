//@ dep: bcrypt = "0.15"
//! The account has the method that verifies, and is looked up before in other ways.

pub struct Account {
    hash: String,
}

impl Account {
    pub fn matches(&self, given: &str) -> bool {
        bcrypt::verify(given, &self.hash).unwrap_or(false)
    }
}

pub enum Failure {
    WrongNameOrPassword,
    Unavailable,
}

pub struct Accounts {
    list: Vec<(String, String)>,
}

impl Accounts {
    pub fn find(&self, name: &str) -> Option<Account> {
        let found = self.list.iter().find(|(n, _)| n == name);
        found.map(|(_, hash)| Account { hash: hash.clone() })
    }

    pub fn get_by_name(&self, name: &str) -> Result<Account, Failure> {
        self.find(name).ok_or(Failure::Unavailable)
    }
}

pub fn login(accounts: &Accounts, name: &str, given: &str) -> Result<(), Failure> {
    let account = accounts.get_by_name(name).map_err(|_| Failure::WrongNameOrPassword)?; //~ user-enumeration
    if account.matches(given) { Ok(()) } else { Err(Failure::WrongNameOrPassword) }
}

/// The error is one of the store.
pub fn login_or_fail(accounts: &Accounts, name: &str, given: &str) -> Result<(), Failure> {
    let account = accounts.get_by_name(name).map_err(|_| Failure::Unavailable)?;
    if account.matches(given) { Ok(()) } else { Err(Failure::WrongNameOrPassword) }
}

pub fn sign_in(accounts: &Accounts, name: &str, given: &str) -> bool {
    let found = accounts.find(name);
    if found.is_none() { //~ user-enumeration
        return false;
    }
    let account = found.unwrap();
    account.matches(given)
}

pub fn authenticate(accounts: &Accounts, name: &str, given: &str) -> Option<Account> {
    let found = accounts.find(name);
    found.filter(|account| account.matches(given)) //~ user-enumeration
}

/// Nobody is looked up here.
pub fn authenticate_all(accounts: &[Account], given: &str) -> bool {
    accounts.iter().filter(|account| account.matches(given)).count() > 0
}

/// Whoever is signed in changes the password.
pub fn change_password(accounts: &Accounts, name: &str, given: &str) -> bool {
    let found = accounts.find(name);
    if found.is_none() {
        return false;
    }
    found.unwrap().matches(given)
}
