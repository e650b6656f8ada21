//! A token that a parser reads, a shard is owned by or a page continues with lets nobody in.

use std::collections::HashMap;

pub struct Shard {
    pub publish_token: Option<String>,
}

impl Shard {
    pub fn acquire(&mut self, publish_token: &str) -> bool {
        let is_owned = self.publish_token.as_deref() == Some(publish_token);
        if !is_owned {
            self.publish_token = Some(publish_token.to_string());
        }
        is_owned
    }
}

pub fn release(shards: &mut HashMap<u64, Shard>, id: u64, publish_token: &String) -> Result<(), String> {
    let Some(shard) = shards.get_mut(&id) else { return Ok(()) };
    if let Some(current_publish_token) = &shard.publish_token {
        if *current_publish_token != *publish_token {
            return Err(format!("shard {id} is not yours"));
        }
    }
    shard.publish_token = None;
    Ok(())
}

fn starts_with(chars: &[char], token: &str) -> bool {
    for (i, expected) in token.chars().enumerate() {
        if chars.get(i) != Some(&expected) {
            return false;
        }
    }
    true
}

pub fn era(chars: &[char], token: &str) -> Option<usize> {
    if starts_with(chars, token) { Some(token.len()) } else { None }
}
