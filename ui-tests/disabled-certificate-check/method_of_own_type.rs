//! A type of the project has a method of the same name.

#[derive(Default)]
pub struct Report {
    list: Vec<String>,
}

impl Report {
    pub fn danger_accept_invalid_certs(mut self, shown: bool) -> Report {
        self.list.push(format!("invalid certificates are shown: {shown}"));
        self
    }
}

pub fn report() -> Report {
    Report::default().danger_accept_invalid_certs(true)
}
