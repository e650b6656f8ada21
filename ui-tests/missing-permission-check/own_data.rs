//! Who asks for their own needs no permission: the identity goes where the data comes from.

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

    pub fn clear(&self, user: &User) -> Result<usize, Error> {
        self.posts.of(user.id).map(|all| all.len())
    }
}
