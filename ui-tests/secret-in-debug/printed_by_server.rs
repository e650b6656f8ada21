//@ dep: axum = "0.8"
//! What a server prints is a log.

#[derive(Debug)]
struct Profile {
    login_password: String, //~ secret-in-debug
}

pub fn main() {
    let profile = Profile { login_password: String::new() };
    println!("{profile:#?}");
}
