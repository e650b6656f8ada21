//@ dep: fnv = "1"
//! Tables, whatever their keys are.

use std::collections::HashMap;

use fnv::{FnvBuildHasher, FnvHashMap};

#[derive(Default)]
pub struct Tokens {
    pub by_token: FnvHashMap<String, u64>,
    pub by_name: HashMap<String, u64, FnvBuildHasher>,
}

pub fn tokens() -> Tokens {
    Tokens { by_token: FnvHashMap::default(), by_name: HashMap::with_hasher(FnvBuildHasher::default()) }
}
