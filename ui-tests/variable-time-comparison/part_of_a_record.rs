//! A record that was read out of something with the name of a secret has other parts than that.

pub struct Accounts {
    passwd: String,
}

pub struct Account {
    pub user: String,
    pub passwd: String,
    pub id: u32,
}

fn read(text: &str) -> Result<Vec<Account>, String> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut parts = line.split(':');
        all.push(Account {
            user: parts.next().unwrap_or_default().to_owned(),
            passwd: parts.next().unwrap_or_default().to_owned(),
            id: parts.next().unwrap_or_default().len() as u32,
        });
    }
    Ok(all)
}

impl Accounts {
    pub fn id_of(&self, user: &str) -> Result<u32, String> {
        match read(&self.passwd) {
            Ok(all) => {
                if let Some(found) = all.iter().find(|&one| one.user == user) { Ok(found.id) } else { Ok(0) }
            }
            Err(error) => Err(error),
        }
    }

    pub fn sign_in(&self, given: &str) -> bool {
        let all = read(&self.passwd).unwrap_or_default();
        all.iter().any(|one| one.passwd == given) //~ variable-time-comparison
    }
}
