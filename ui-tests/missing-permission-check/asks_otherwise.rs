//! Asks by a condition, through another method, and in a private method whose callers ask.

pub struct User {
    pub id: u64,
    pub admin: bool,
}

pub enum Error {
    Forbidden,
    NotThere,
}

pub struct Posts;

impl Posts {
    fn insert(&self, text: &str) -> Result<u64, Error> {
        if text.is_empty() { Err(Error::NotThere) } else { Ok(1) }
    }

    fn change(&self, id: u64, text: &str) -> Result<(), Error> {
        self.insert(text).map(|new| drop(new + id))
    }

    fn remove(&self, id: u64) -> Result<(), Error> {
        if id == 0 { Err(Error::NotThere) } else { Ok(()) }
    }

    fn load(&self, id: u64) -> Result<String, Error> {
        if id == 0 { Err(Error::NotThere) } else { Ok(id.to_string()) }
    }

    fn of(&self, user: u64) -> Result<Vec<String>, Error> {
        self.load(user).map(|text| vec![text])
    }
}

pub struct Service {
    posts: Posts,
}

fn require_editor(user: &User) -> Result<(), Error> {
    if user.admin { Ok(()) } else { Err(Error::Forbidden) }
}

impl Service {
    pub fn create(&self, user: &User, text: &str) -> Result<u64, Error> {
        require_editor(user)?;
        self.posts.insert(text)
    }

    pub fn update(&self, user: &User, id: u64, text: &str) -> Result<(), Error> {
        require_editor(user)?;
        self.posts.change(id, text)
    }

    pub fn remove(&self, user: &User, id: u64) -> Result<(), Error> {
        require_editor(user)?;
        self.posts.remove(id)
    }

    pub fn publish(&self, user: &User, id: u64) -> Result<(), Error> {
        if !user.admin {
            return Err(Error::Forbidden);
        }
        self.posts.change(id, "published")
    }

    pub fn replace(&self, user: &User, id: u64, text: &str) -> Result<u64, Error> {
        self.remove(user, id)?;
        self.posts.insert(text)
    }

    pub fn import(&self, user: &User, texts: &[String]) -> Result<(), Error> {
        require_editor(user)?;
        texts.iter().try_for_each(|text| self.import_one(user, text))
    }

    fn import_one(&self, user: &User, text: &str) -> Result<(), Error> {
        println!("{} imports", user.id);
        self.posts.insert(text).map(drop)
    }
}
