//@ dep: bcrypt = "0.15"
//@ dep: ed25519-dalek = "2"
//! Something else hangs on what is there.

use ed25519_dalek::{Signature, VerifyingKey};

pub struct Author(pub VerifyingKey);

pub struct Post {
    pub text: String,
    pub author: Option<(VerifyingKey, Signature)>,
}

/// A post without an author is anonymous.
pub fn author(post: &Post) -> Result<Option<Author>, String> {
    let mut found = None;
    if let Some((key, signature)) = &post.author {
        key.verify_strict(post.text.as_bytes(), signature).map_err(|e| e.to_string())?;
        found = Some(Author(*key));
    }
    Ok(found)
}

/// A share without a password is open.
pub fn open(password: &str, stored: Option<&str>) -> Result<&'static str, String> {
    if let Some(stored) = stored {
        if !bcrypt::verify(password, stored).unwrap_or(false) {
            return Err("wrong password".to_owned());
        }
    }
    Ok("files")
}
