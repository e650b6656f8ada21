//! Fields beside a secret: an account that everybody may use, a service that is started from an image.

pub struct Relay {
    pub host: String,
    pub username: String,
    pub credential: String,
}

pub struct Engine {
    pub image: String,
    pub username: String,
    pub password: String,
}

pub fn relays() -> Vec<Relay> {
    vec![
        Relay {
            host: "relay.example.org".to_owned(),
            username: "public".to_owned(),
            credential: "o4tR7yG4rG2slhXqRUf9".to_owned(),
        },
        Relay {
            host: "relay.example.com".to_owned(),
            username: "operator".to_owned(),
            credential: "b8kT3wQ9pL5znVfYeWc2".to_owned(), //~ hardcoded-secret
        },
    ]
}

pub fn engine() -> Engine {
    Engine {
        image: "docker.io/library/postgres:16".to_owned(),
        username: "postgres".to_owned(),
        password: "hunter22".to_owned(),
    }
}

pub fn named(image: String) -> Engine {
    Engine { image, username: "ops".to_owned(), password: "s3cr3tK3y99".to_owned() } //~ hardcoded-secret
}
