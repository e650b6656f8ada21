//! `pass` is a password where a user stands beside it, and else a round or a card that lets somebody in.

use std::collections::HashMap;

pub fn check_login(users: &HashMap<String, String>, user: &str, pass: &str) -> bool {
    match users.get(user) {
        Some(stored) => stored == pass, //~ variable-time-comparison
        None => false,
    }
}

pub struct Render {
    pub name: String,
}

pub fn check_render(render: &Render, pass: &str) -> bool {
    render.name == pass
}
