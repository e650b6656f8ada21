// What a function of the project makes of a password is compared with the hash that is kept.

pub struct Entry {
    pub salt: String,
    pub hash: String,
}

fn apr1_crypt(_password: &str, _salt: &str) -> String {
    loop {}
}

fn crypt_cost(_password: &str) -> String {
    loop {}
}

impl Entry {
    pub fn check(&self, password: &str) -> bool {
        apr1_crypt(password, &self.salt).as_str() == self.hash //~ variable-time-comparison
    }

    /// How it was made is known to everybody.
    pub fn check_cost(&self, password: &str) -> bool {
        crypt_cost(password) == self.hash
    }
}
