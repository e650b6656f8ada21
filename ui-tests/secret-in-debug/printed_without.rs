//! What is printed was rid of its secrets before.

#[derive(Clone, Debug)]
struct Config {
    pub host: String,
    pub password: String,
}

impl Config {
    fn sanitized(&self) -> Config {
        Config { host: self.host.clone(), password: "**".to_owned() }
    }
}

fn start(config: &Config) {
    println!("{:#?}", config.sanitized());
}

pub fn run() {
    start(&Config { host: "localhost".to_owned(), password: String::new() });
}
