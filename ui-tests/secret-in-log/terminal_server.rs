//@ dep: axum = "0.7"
//! What a server prints ends in a log.

use axum::Form;

pub struct SignIn {
    pub name: String,
    pub password: String,
}

pub async fn sign_in(Form(form): Form<SignIn>) -> &'static str {
    println!("{} tries {}", form.name, form.password); //~ secret-in-log
    "no"
}

pub fn create_admin() -> String {
    let password = generate();
    println!("the administrator's password is {password}");
    password
}

fn generate() -> String {
    std::fs::read_to_string("/dev/urandom").unwrap_or_default()
}
