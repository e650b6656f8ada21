//@ dep: ed25519-dalek = "2"
//@ dep: parking_lot = "0.12"
//! What is put into a field of the object before it is verified stays there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use parking_lot::RwLock;

#[derive(Clone)]
pub struct Note {
    pub id: String,
    pub seq: u64,
    pub text: String,
    pub sig: Signature,
}

impl Note {
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), ed25519_dalek::SignatureError> {
        key.verify(self.text.as_bytes(), &self.sig)
    }
}

pub struct Board {
    key: VerifyingKey,
    notes: Arc<RwLock<HashMap<String, Note>>>,
    seen: HashSet<String>,
    last: u64,
}

impl Board {
    pub fn receive(&self, note: Note) -> Result<(), ed25519_dalek::SignatureError> {
        if self.notes.read().contains_key(&note.id) {
            return Ok(());
        }
        self.notes.write().insert(note.id.clone(), note.clone());
        note.verify(&self.key)?; //~ late-verification
        Ok(())
    }

    pub fn receive_rightly(&self, note: Note) -> Result<(), ed25519_dalek::SignatureError> {
        note.verify(&self.key)?;
        self.notes.write().insert(note.id.clone(), note);
        Ok(())
    }

    /// What was not genuine is taken out again.
    pub fn receive_for_now(&self, note: Note) -> Result<(), ed25519_dalek::SignatureError> {
        self.notes.write().insert(note.id.clone(), note.clone());
        let verified = note.verify(&self.key);
        if verified.is_err() {
            self.notes.write().remove(&note.id);
        }
        verified
    }

    /// Kept as evidence against who sent it.
    pub fn receive_or_accuse(&mut self, note: Note) {
        self.notes.write().insert(note.id.clone(), note.clone());
        if note.verify(&self.key).is_err() {
            self.accuse(&note.id);
            return;
        }
        self.last = note.seq;
    }

    fn accuse(&mut self, id: &str) {
        self.seen.insert(id.to_owned());
    }

    pub fn admit(&mut self, key: &VerifyingKey, note: &Note) -> Result<(), ed25519_dalek::SignatureError> {
        if note.seq <= self.last || !self.seen.insert(note.id.to_owned()) {
            return Err(ed25519_dalek::SignatureError::new());
        }
        self.last = note.seq;
        key.verify(note.text.as_bytes(), &note.sig) //~ late-verification
    }

    pub fn admit_rightly(&mut self, key: &VerifyingKey, note: &Note) -> Result<(), ed25519_dalek::SignatureError> {
        key.verify(note.text.as_bytes(), &note.sig)?;
        if note.seq > self.last && self.seen.insert(note.id.to_owned()) {
            self.last = note.seq;
        }
        Ok(())
    }

    /// What is counted or looked up is not kept.
    pub fn looked_up(&mut self, note: &Note) -> Result<bool, ed25519_dalek::SignatureError> {
        self.last += 1;
        let known = self.seen.contains(&note.id);
        note.verify(&self.key)?;
        Ok(known)
    }
}
