//! Tuples are compared part by part.

pub struct Login {
    pub name: String,
    pub password: String,
}

pub struct Settings {
    pub users: Vec<(String, String)>,
}

pub fn authenticate(settings: &Settings, login: &Login) -> bool {
    let (name, password) = (&login.name, &login.password);
    settings.users.iter().any(|(user, pass)| (user, pass) == (name, password)) //~ variable-time-comparison
}

// Versions and places are no secrets.
pub fn check(left: (u32, &str), right: (u32, &str)) -> bool {
    let ((major, path), (other_major, other_path)) = (left, right);
    (major, path) == (other_major, other_path)
}

// The length of a password is known to whoever gives it.
pub fn check_length(login: &Login, name: &str, length: usize) -> bool {
    (login.name.as_str(), login.password.len()) == (name, length)
}
