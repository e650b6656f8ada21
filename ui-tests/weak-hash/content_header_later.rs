//@ dep: base64 = "0.22"
//@ dep: http = "1"
//@ dep: md5 = "0.7"
//! What is sent along an upload by a header of its own.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::request::Builder;

pub fn with_sum(request: Builder, body: &[u8]) -> Builder {
    let sum = md5::compute(body);
    request.header("Content-MD5", BASE64_STANDARD.encode(sum.0))
}
