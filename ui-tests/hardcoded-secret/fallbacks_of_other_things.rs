// What stands in for a missing audience, mechanism or a part of an address is no secret.

pub fn audience() -> String {
    std::env::var("JWT_AUDIENCE").unwrap_or_else(|_| "ledger-api".to_owned())
}

pub fn mechanism() -> String {
    std::env::var("LEDGER_API_KEY_AUTH_MECHANISM").unwrap_or_else(|_| "x-ledger-key".to_owned())
}

pub fn destination(token: Option<&str>, region: &str) -> String {
    let host = match region {
        "eu" => "tunnel-eu.ledger.example",
        _ => "tunnel-us.ledger.example",
    };
    match token {
        Some(given) if !given.is_empty() => format!("{given}@{host}"),
        _ => host.to_owned(),
    }
}

pub fn token(given: Option<&str>) -> String {
    std::env::var("LEDGER_API_TOKEN").unwrap_or_else(|_| "Quai-7-Rotterdam".to_owned()) //~ hardcoded-secret
        + given.unwrap_or_default()
}
