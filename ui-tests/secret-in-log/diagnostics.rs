use std::io::{self, Write};

pub fn unlock(passphrase: &str, path: &str) {
    if !path.is_empty() {
        eprintln!("wrong passphrase '{passphrase}' for {path}"); //~ secret-in-log
    }
}

pub fn connect(user: &str, password: &str) -> io::Result<()> {
    writeln!(io::stderr(), "cannot sign in {user} with {password}") //~ secret-in-log
}

// What somebody asked for is written to the output.
pub fn show(password: &str) {
    println!("password: {password}");
}

// The output is data, so the new secret is shown beside it.
pub fn create_account(name: &str) -> String {
    let password = generate_password();
    eprintln!("the password of {name} is {password}");
    name.to_owned()
}

// Without a word beside it, it was asked for.
pub fn print_it(secret_key: &str) {
    eprintln!("{secret_key}");
}

// A name that says little.
pub fn lookup(key: &str, token: &str) {
    eprintln!("no entry for {key} at {}", token.len());
}

fn generate_password() -> String {
    String::new()
}
