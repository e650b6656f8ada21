//@ dep: blake3 = "1"
//! Pointers of the standard library.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use blake3::Hasher;

pub fn boxed() -> Hasher {
    let material: Box<[u8; 32]> = Box::new(*b"fedcba9876543210fedcba9876543210");
    Hasher::new_keyed(&material) //~ hardcoded-key
}

pub fn shared() -> Hasher {
    let material = Arc::new(*b"fedcba9876543210fedcba9876543210");
    let other = Arc::clone(&material);
    Hasher::new_keyed(&other) //~ hardcoded-key
}

pub fn counted() -> Hasher {
    let material = Rc::new(*b"fedcba9876543210fedcba9876543210");
    Hasher::new_keyed(material.as_ref()) //~ hardcoded-key
}

pub fn borrowed() -> Hasher {
    let material: Cow<'static, [u8; 32]> = Cow::Borrowed(b"fedcba9876543210fedcba9876543210");
    Hasher::new_keyed(&material) //~ hardcoded-key
}

pub fn given(material: Arc<[u8; 32]>) -> Hasher {
    let other = Arc::clone(&material);
    Hasher::new_keyed(&other)
}
