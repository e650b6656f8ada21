//! What a program keeps twice, and what somebody gives.

pub struct Stored {
    pub session_token: String,
    pub machine: u64,
}

pub struct Request {
    pub session_token: String,
}

pub fn is_same_session(left: &Stored, right: &Stored) -> bool {
    left.session_token == right.session_token && left.machine == right.machine
}

pub fn verify_session(request: &Request, stored: &Stored) -> bool {
    request.session_token == stored.session_token //~ variable-time-comparison
}

pub struct Account {
    pub name: String,
    pub password: Option<String>,
}

pub enum LoginResult {
    Welcome,
    Rejected,
}

pub struct Accounts {
    kept: Vec<Account>,
}

impl Accounts {
    fn find(&self, name: &str) -> Option<&Account> {
        self.kept.iter().find(|a| a.name == name)
    }

    /// What was typed stands in the type of what is kept.
    pub fn enter(&self, typed: Account) -> LoginResult {
        match self.find(&typed.name) {
            Some(kept) if kept.password == typed.password => LoginResult::Welcome, //~ variable-time-comparison
            _ => LoginResult::Rejected,
        }
    }

    pub fn authenticate(&self, name: &str, password: &str) -> bool {
        let typed = Account { name: name.to_owned(), password: Some(password.to_owned()) };
        self.find(name).is_some_and(|kept| kept.password.eq(&typed.password)) //~ variable-time-comparison
    }

    /// Accounts that share a password are counted when settings are read.
    pub fn shared(&self, one: &Account) -> usize {
        self.kept.iter().filter(|other| other.password == one.password).count()
    }
}
