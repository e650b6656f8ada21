//! Texts with semicolons.

pub fn disposition(token: &str) -> String {
    format!("form-data; name={token}; filename=session.txt")
}

pub fn connection(password: &str) -> String {
    format!("server=db; user=auth; password={password}; path=/session")
}

pub fn cookies_of_request(session: &str) -> String {
    format!("session={session}; theme=dark")
}
