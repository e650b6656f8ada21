//! A type inside of a function.

pub fn sign_in(name: &str, password: &str) -> String {
    #[derive(Debug)]
    struct Body<'a> {
        name: &'a str,
        password: &'a str, //~ secret-in-debug
    }
    format!("{:?}", Body { name, password })
}
