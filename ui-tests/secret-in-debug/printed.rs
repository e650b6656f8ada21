//@ dep: tracing = "0.1"
//! A type that only its own module sees matters where something prints it.

#[derive(Debug)]
struct Login {
    user: String,
    password: String, //~ secret-in-debug
}

#[derive(Debug)]
struct Request {
    login: Login,
    attempts: u32,
}

#[derive(Debug)]
struct Unprinted {
    user: String,
    password: String,
}

#[derive(Debug)]
struct Recorded {
    api_key: String, //~ secret-in-debug
}

#[derive(Debug)]
struct Skipped {
    api_key: String,
}

#[derive(Debug)]
struct Failure {
    access_token: String, //~ secret-in-debug
}

pub fn handle(user: String, password: String) -> bool {
    let request = Request { login: Login { user, password }, attempts: 0 };
    tracing::info!(?request, "received");
    request.attempts < 3 && !request.login.user.is_empty()
}

pub fn store(user: String, password: String) -> usize {
    let account = Unprinted { user, password };
    account.user.len() + account.password.len()
}

#[tracing::instrument]
fn call(with: Recorded, times: u32) -> usize {
    with.api_key.len() * times as usize
}

#[tracing::instrument(skip(with))]
fn call_silently(with: Skipped, times: u32) -> usize {
    with.api_key.len() * times as usize
}

fn exchange(access_token: String) -> Result<(), Failure> {
    Err(Failure { access_token })
}

pub fn start(token: String) {
    exchange(token).unwrap();
}
