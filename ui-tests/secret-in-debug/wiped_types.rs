// Types that wipe their content keep a secret, also while nothing prints them yet.
//@ dep: zeroize = { version = "1", features = ["derive"] }

use zeroize::{Zeroize, ZeroizeOnDrop};

#[derive(Clone, Debug, Zeroize, ZeroizeOnDrop)]
struct ExchangeLogin {
    account: String,
    api_secret: String, //~ secret-in-debug
}

#[derive(Debug, Clone)]
struct HmacKey {
    raw_key: Vec<u8>, //~ secret-in-debug
    label: Option<String>,
}

impl Drop for HmacKey {
    fn drop(&mut self) {
        self.raw_key.zeroize();
    }
}

/// Counts how often it was dropped, and wipes nothing.
#[derive(Debug)]
struct Ticket {
    api_secret: String,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("dropped");
    }
}

/// Nobody prints it, and nothing says that it is more than a name.
#[derive(Debug)]
struct Plain {
    api_secret: String,
}

/// Only one field is wiped, and that is enough to know what it is.
#[derive(Debug)]
struct Unlock {
    account: String,
    passphrase: Option<zeroize::Zeroizing<String>>, //~ secret-in-debug
}

fn unlock(with: &Unlock) -> usize {
    with.account.len() + with.passphrase.as_ref().map_or(0, |text| text.len())
}

fn sign(login: &ExchangeLogin, key: &HmacKey, ticket: &Ticket, plain: &Plain) -> usize {
    login.api_secret.len() + login.account.len() + key.raw_key.len() + ticket.api_secret.len() + plain.api_secret.len()
        + key.label.as_ref().map_or(0, String::len)
}

fn main() {
    let login = ExchangeLogin { account: String::new(), api_secret: String::new() };
    let key = HmacKey { raw_key: Vec::new(), label: None };
    let ticket = Ticket { api_secret: String::new() };
    println!("{}", unlock(&Unlock { account: String::new(), passphrase: None }));
    println!("{}", sign(&login, &key, &ticket, &Plain { api_secret: String::new() }));
}
