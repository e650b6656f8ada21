//! The same field of two objects of one type, one of which is made of what the caller gives.

#[derive(Clone)]
pub struct Credentials {
    pub access_key: String,
    pub secret_key: String,
}

pub struct Given {
    pub password: Option<String>,
}

pub struct Store {
    users: Vec<Credentials>,
}

impl Store {
    fn find(&self, name: &str) -> Option<&Credentials> {
        self.users.iter().find(|user| user.access_key == name)
    }

    pub fn authenticate(&self, name: &str, given: &Given) -> bool {
        let shown = Credentials {
            access_key: name.to_owned(),
            secret_key: given.password.clone().unwrap_or_default(),
        };
        let Some(user) = self.find(&shown.access_key) else { return false };
        user.secret_key.eq(&shown.secret_key) //~ variable-time-comparison
    }

    // Both are kept.
    pub fn check_doubles(&self, left: &Credentials, right: &Credentials) -> bool {
        left.secret_key == right.secret_key
    }
}
