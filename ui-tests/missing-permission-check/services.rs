//! Services over one store: one forgets the question in one method, the others only look as if.

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

fn require_editor(user: &User) -> Result<(), Error> {
    if user.admin { Ok(()) } else { Err(Error::Forbidden) }
}

/// A look at the number, which refuses nobody.
fn check_number(user: &User) -> Result<(), Error> {
    if user.id > 0 { Ok(()) } else { Err(Error::NotThere) }
}

/// One of four methods that change something does not ask.
pub struct Forgetful {
    posts: Posts,
}

impl Forgetful {
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

    pub fn archive(&self, user: &User, id: u64) -> Result<(), Error> {
        println!("{} archives", user.id);
        self.posts.change(id, "archived") //~ missing-permission-check
    }
}

/// What is read is for everybody who is signed in.
pub struct Readable {
    posts: Posts,
}

impl Readable {
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

    pub fn get(&self, user: &User, id: u64) -> Result<String, Error> {
        println!("{} reads", user.id);
        self.posts.load(id)
    }
}

/// Who asks for their own needs no permission: the identity goes where the data comes from.
pub struct Personal {
    posts: Posts,
}

impl Personal {
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

/// Asks by a condition, through another method, and in a private method whose callers ask.
pub struct Careful {
    posts: Posts,
}

impl Careful {
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

/// Two methods of five ask: that is no rule.
pub struct Open {
    posts: Posts,
}

impl Open {
    pub fn create(&self, user: &User, text: &str) -> Result<u64, Error> {
        require_editor(user)?;
        self.posts.insert(text)
    }

    pub fn update(&self, user: &User, id: u64, text: &str) -> Result<(), Error> {
        require_editor(user)?;
        self.posts.change(id, text)
    }

    pub fn remove(&self, user: &User, id: u64) -> Result<(), Error> {
        println!("{}", user.id);
        self.posts.remove(id)
    }

    pub fn touch(&self, user: &User, id: u64) -> Result<(), Error> {
        println!("{}", user.id);
        self.posts.change(id, "touched")
    }

    pub fn seal(&self, user: &User, id: u64) -> Result<(), Error> {
        println!("{}", user.id);
        self.posts.change(id, "sealed")
    }
}

/// What is checked is no permission.
pub struct Numbered {
    posts: Posts,
}

impl Numbered {
    pub fn create(&self, user: &User, text: &str) -> Result<u64, Error> {
        check_number(user)?;
        self.posts.insert(text)
    }

    pub fn update(&self, user: &User, id: u64, text: &str) -> Result<(), Error> {
        check_number(user)?;
        self.posts.change(id, text)
    }

    pub fn remove(&self, user: &User, id: u64) -> Result<(), Error> {
        check_number(user)?;
        self.posts.remove(id)
    }

    pub fn archive(&self, user: &User, id: u64) -> Result<(), Error> {
        println!("{} archives", user.id);
        self.posts.change(id, "archived")
    }
}
