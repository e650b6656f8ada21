//! The characters that a token is made of, and a token.

pub fn generate_token(random: impl Fn() -> usize) -> String {
    const TOKEN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (0..32).filter_map(|_| TOKEN.chars().nth(random() % 62)).collect()
}

pub const API_TOKEN: &str = "q7Zr1Lx0Vb3Kp9Tq7Zr1Lx0Vb3Kp9T"; //~ hardcoded-secret
