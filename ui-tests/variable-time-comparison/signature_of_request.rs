//! The name of the function is the second witness.

fn sign(secret: &str, body: &str) -> String {
    body.chars().chain(secret.chars()).rev().collect()
}

pub fn verify_signature(secret: &str, body: &str, signature: &str) -> bool {
    let expected_signature = sign(secret, body);
    signature == expected_signature //~ variable-time-comparison
}
