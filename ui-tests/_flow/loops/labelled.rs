//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A labelled `break` leaves the outer loop.

use hmac::{Hmac, Mac};
use sha2::Sha256;

type Tag = Hmac<Sha256>;

pub fn outer(rows: &[Vec<Option<Vec<u8>>>]) -> Tag {
    let mut key = Vec::new();
    'search: for row in rows {
        for cell in row {
            if cell.is_none() {
                key = b"marker-of-a-gap".to_vec();
                break 'search;
            }
        }
        key = row.concat_all();
    }
    Tag::new_from_slice(&key).expect("any length") //~ hardcoded-key
}

pub fn block(given: Option<Vec<u8>>) -> Tag {
    let key = 'found: {
        if let Some(key) = given {
            break 'found key;
        }
        todo!("ask the key server")
    };
    Tag::new_from_slice(&key).expect("any length")
}

trait ConcatAll {
    fn concat_all(&self) -> Vec<u8>;
}

impl ConcatAll for Vec<Option<Vec<u8>>> {
    fn concat_all(&self) -> Vec<u8> {
        self.iter().flatten().flatten().copied().collect()
    }
}
