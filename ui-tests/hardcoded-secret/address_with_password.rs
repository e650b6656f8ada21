//! A password inside of an address.

pub const DATABASE: &str = "postgres://shop:Quai-7-Rotterdam@db.example.org/shop"; //~ hardcoded-secret

pub fn database() -> String {
    std::env::var("DATABASE_URL").unwrap_or_else(|_| DATABASE.to_owned())
}

pub fn without_password() -> &'static str {
    "postgres://shop@db.example.org/shop"
}

pub fn pattern(name: &str, word: &str) -> String {
    format!("postgres://{name}:{word}@db.example.org/shop")
}
