//! A program that is started by hand shows what it was asked for.

pub fn generate_password(length: usize) -> String {
    std::iter::repeat_n('x', length).collect()
}

pub fn show(password: &str) {
    println!("your new password is {password}");
    eprintln!("{password:?}");
}
