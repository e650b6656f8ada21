//@ dep: aead-stream-like = "0.1"
//! The tag of an authenticated cipher, whatever has made the other one.

use aead_stream_like::Decryptor;

pub fn finish(decryptor: Decryptor, auth_tag: &[u8], length: Option<usize>) -> Result<(), &'static str> {
    let tag = decryptor.finish();
    let all = tag.as_slice();
    let shortened = if let Some(length) = length { &all[..length] } else { all };
    if shortened == auth_tag { Ok(()) } else { Err("not genuine") } //~ variable-time-comparison
}

// A tag of another kind.
pub fn is_release(tag: &[u8], wanted: &[u8]) -> Result<(), &'static str> {
    if tag == wanted { Ok(()) } else { Err("another one") }
}
