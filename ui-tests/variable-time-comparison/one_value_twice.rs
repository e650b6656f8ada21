//! Rules for passwords, what was there before, and tokens of a language; a password that somebody gives.

pub struct Policy {
    pub capitals: bool,
}

pub fn check_policy(policy: &Policy, password: &str) -> bool {
    !(policy.capitals && password.to_lowercase() == password)
}

pub fn login_again(previous: Option<String>, access_token: String) -> Option<String> {
    if let Some(prev) = &previous
        && access_token != *prev
    {
        return Some(access_token);
    }
    None
}

pub mod tokenizer {
    pub struct Tokens {
        pub text: Vec<String>,
    }

    impl Tokens {
        fn get_token_string(&self, at: usize) -> Option<&str> {
            self.text.get(at).map(String::as_str)
        }

        pub fn contains(&self, word: &str) -> bool {
            (0..self.text.len()).any(|at| self.get_token_string(at).is_some_and(|token| token == word))
        }
    }
}

pub fn login(password: &str, kept_password: &str) -> bool {
    password == kept_password //~ variable-time-comparison
}
