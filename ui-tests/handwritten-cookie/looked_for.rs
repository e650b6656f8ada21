//! A text that is looked for in a header is no cookie that is set.

pub fn is_session(set_cookie: &str) -> bool {
    set_cookie.contains("Path=/; HttpOnly; SameSite=Lax;") && set_cookie != "session=; Path=/; HttpOnly"
}

pub fn session(id: &str) -> String {
    format!("session={id}; Path=/; HttpOnly") //~ handwritten-cookie
}
