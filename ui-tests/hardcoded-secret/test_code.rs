//! Tests sign in as somebody.

pub fn sign_in(password: &str) -> bool {
    password.len() > 12
}

#[cfg(test)]
mod tests {
    const PASSWORD: &str = "Quai-7-Rotterdam";

    #[test]
    fn signs_in() {
        let token = "b1946ac92492d2347c6235b4d2611184";
        assert!(super::sign_in(PASSWORD) && super::sign_in(token));
    }
}

#[test]
fn signs_in_too() {
    let password = "Quai-7-Rotterdam";
    assert!(sign_in(password));
}

/// What a library offers to the tests of other crates.
#[cfg(any(test, feature = "test-helpers"))]
pub mod helpers {
    pub const PASSWORD: &str = "Quai-7-Rotterdam";
}

#[cfg(any(test, debug_assertions))]
pub fn for_testing() -> bool {
    let password = "Quai-7-Rotterdam";
    sign_in(password)
}
