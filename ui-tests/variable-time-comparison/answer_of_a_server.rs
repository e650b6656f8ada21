//@ dep: http = "1"
//! What a server answers is compared with what is known already.

pub struct Known {
    pub access_token: Option<String>,
}

pub trait Next {
    fn run(&self, request: http::Request<()>) -> http::Response<()>;
}

pub fn middleware(known: &Known, request: http::Request<()>, next: &dyn Next) -> bool {
    let response = next.run(request);
    let offered = response.headers().get("x-token").and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let Some(offered) = offered
        && known.access_token.as_deref() != Some(offered.as_str())
    {
        return true;
    }
    false
}

pub fn guard(known: &Known, request: http::Request<()>) -> bool {
    let given = request.headers().get("x-token").and_then(|value| value.to_str().ok()).map(str::to_owned);
    given.is_some_and(|given| known.access_token.as_deref() == Some(given.as_str())) //~ variable-time-comparison
}
