//@ dep: http = "1"
//@ dep: tracing = "0.1"
//! All headers of a request in the log.

use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderMap, Request, Response};
use tracing::{debug, info, trace};

pub fn whole(request: &Request<Vec<u8>>) {
    info!("{} {:?}", request.uri(), request.headers()); //~ secret-in-log
}

pub fn of_parts(parts: &Parts) {
    debug!(headers = ?parts.headers, "called"); //~ secret-in-log
}

pub fn one_by_one(req: &Request<Vec<u8>>) {
    for (name, value) in req.headers() {
        debug!("  {name}: {value:?}"); //~ secret-in-log
    }
}

// Those of an answer, of a trailer, and for tracing only.
pub fn answers(response: &Response<Vec<u8>>, request: &Request<Vec<u8>>, trailers: &HeaderMap) {
    debug!("{:?} {trailers:?}", response.headers());
    trace!("{:?}", request.headers());
}

pub fn parts_of_an_answer(response: Response<Vec<u8>>) {
    let (parts, _) = response.into_parts();
    debug!("{:?}", parts.headers);
}

// One header, and how many there are.
pub fn parts_of_it(request: &Request<Vec<u8>>) {
    debug!("{:?} of {}", request.headers().get(CONTENT_TYPE), request.headers().len());
}

// What is secret is left out.
pub fn without_secrets(request: &Request<Vec<u8>>) {
    for (name, value) in request.headers() {
        if name == "authorization" {
            continue;
        }
        debug!("  {name}: {value:?}");
    }
}

pub struct Call {
    request: Request<Vec<u8>>,
}

impl Call {
    fn sanitized_request_headers(&self) -> HeaderMap {
        let mut headers = self.request.headers().clone();
        headers.remove("authorization");
        headers
    }

    pub fn log(&self) {
        debug!("{:?}", self.sanitized_request_headers());
    }
}

// Who switches it on asks for them.
pub struct Trace {
    pub include_headers: bool,
}

impl Trace {
    pub fn line(&self, request: &Request<Vec<u8>>) {
        if self.include_headers {
            debug!("{:?}", request.headers());
        }
    }
}
