//! A type of the project has a method of the same name.

pub struct Line {
    shown: bool,
}

impl Line {
    pub fn secure(mut self, shown: bool) -> Line {
        self.shown = shown;
        self
    }
}

pub fn line() -> Line {
    Line { shown: true }.secure(false)
}
