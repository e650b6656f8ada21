//! A name is no secret.

pub struct Account {
    pub user_name: String,
    pub tenant: u64,
}

pub fn authenticate<'a>(accounts: &'a [Account], user_name: &str, tenant: u64) -> Option<&'a Account> {
    accounts.iter().find(|account| account.user_name == user_name && account.tenant == tenant)
}
