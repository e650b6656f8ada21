//! What is named for a tag and checked without a key is the signature of an event, the signer of a message or a version.

pub struct Event {
    pub name: String,
    pub inputs: Vec<String>,
}

fn event_signature(event: &Event) -> String {
    format!("{}({})", event.name, event.inputs.join(","))
}

pub fn event_with_signature<'a>(events: &'a [Event], signature: &str) -> Option<&'a Event> {
    events.iter().find(|event| event_signature(event) == signature)
}

pub fn validate_request(handlers: &[Event], base_signature: &str) -> Result<(), String> {
    let current_signature = handlers.iter().map(event_signature).collect::<String>();
    if current_signature != base_signature {
        return Err("changed underneath you".to_owned());
    }
    Ok(())
}

pub struct File {
    hmac: Option<Vec<u8>>,
    key: [u8; 32],
}

impl File {
    pub fn check_unchanged(&self, old_hmac: Option<Vec<u8>>) -> Result<[u8; 32], String> {
        if self.hmac != old_hmac {
            return Err("read it again".to_owned());
        }
        Ok(self.key)
    }

    pub fn check(&self, given_hmac: Option<Vec<u8>>) -> Result<[u8; 32], String> {
        if self.hmac != given_hmac { //~ variable-time-comparison
            return Err("forged".to_owned());
        }
        Ok(self.key)
    }
}

pub struct Message {
    pub signature: Option<String>,
}

pub fn verify_sender(message: &Message, secret_key: &str, fingerprint: &str) -> bool {
    !secret_key.is_empty() && message.signature.as_deref().is_some_and(|signature| signature == fingerprint)
}

pub struct Manifest;

impl Manifest {
    fn sum(text: &str, config: &Event) -> String {
        format!("{text}{}", config.name)
    }

    pub fn load(text: &str, signature: &str, config: &Event) -> Result<Manifest, String> {
        let expected_signature = Self::sum(text, config);
        if signature != expected_signature { //~ variable-time-comparison
            return Err("wrong signature".to_owned());
        }
        Ok(Manifest)
    }
}

pub mod hmac {
    pub struct Signature {
        signature: Vec<u8>,
    }

    impl PartialEq for Signature {
        fn eq(&self, other: &Self) -> bool {
            self.signature == other.signature //~ variable-time-comparison
        }
    }
}
