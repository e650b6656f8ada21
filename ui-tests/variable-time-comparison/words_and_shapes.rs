// Words of commands, shapes of events, names of credentials and parts of documents are no secrets.
//@ dep: serde_json = "1"

pub struct PatternToken {
    alternatives: Vec<String>,
    word: String,
}

impl PatternToken {
    pub fn matches(&self, token: &str) -> bool {
        self.word == token || self.alternatives.iter().any(|alternative| alternative == token)
    }
}

pub fn decode(log_signature: &str, event_signature: &str, key: &str) -> Option<String> {
    if event_signature == log_signature {
        return Some(key.to_owned());
    }
    None
}

pub struct Gate {
    credential: String,
}

pub fn waits_for(gate: &Gate, credential_name: &str) -> bool {
    gate.credential == credential_name
}

pub fn verify_proof(proof: &serde_json::Value, root: &str) -> bool {
    let multi_signature = &proof["signature"];
    multi_signature["value"]["root_hash"].as_str() == Some(root)
}

pub fn verify_answer(stored: &serde_json::Value, token: &str) -> bool {
    stored["login"]["access_token"].as_str() == Some(token) //~ variable-time-comparison
}
