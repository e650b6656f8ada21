//@ dep: bcrypt = "0.15"
//! The cost is handed on: it is told where it is given.
use bcrypt::BcryptError;

struct Hasher {
    cost: u32,
}

impl Hasher {
    fn new(cost: u32) -> Hasher {
        Hasher { cost }
    }

    fn run(&self, password: &str) -> Result<String, BcryptError> {
        digest(password, self.cost)
    }
}

fn digest(password: &str, cost: u32) -> Result<String, BcryptError> {
    bcrypt::hash(password, cost)
}

pub fn register(password: &str) -> Result<String, BcryptError> {
    digest(password, 5) //~ weak-kdf-cost
}

pub fn register_by_object(password: &str) -> Result<String, BcryptError> {
    Hasher::new(12).run(password)
}

pub fn by_configuration(password: &str, cost: u32) -> Result<String, BcryptError> {
    digest(password, cost)
}
