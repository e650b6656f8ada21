//! A library whose users do not get such values into their hands.

/// Only the client makes one, for the body of a request.
#[derive(Debug)]
pub struct LoginRequest {
    pub name: String,
    pub password: String,
}

/// What the server answers, which is handed to the user.
#[derive(Debug)]
pub struct LoginResponse {
    pub access_token: String, //~ secret-in-debug
}

pub struct Client {
    base: String,
}

impl Client {
    pub fn login(&self, name: &str, password: &str) -> LoginResponse {
        let request = LoginRequest { name: name.to_owned(), password: password.to_owned() };
        self.send(&request)
    }

    fn send(&self, request: &LoginRequest) -> LoginResponse {
        let access_token = format!("{}{}{}", self.base, request.name, request.password.len());
        LoginResponse { access_token }
    }
}
