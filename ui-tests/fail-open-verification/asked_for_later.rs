//@ dep: axum = "0.8"
//@ dep: ed25519-dalek = "2"
//! A proof that senders of an old kind need not have. What is there is verified, and whether it is there goes on to a question of
//! its own. A call that keeps it asks nothing.

use axum::http::HeaderMap;
use ed25519_dalek::{Signature, VerifyingKey};

pub struct Proof {
    pub signature: Signature,
}

pub enum Kind {
    Old,
    New,
}

fn proof_of(headers: &HeaderMap) -> Option<Proof> {
    let sent = headers.get("x-signature")?;
    Signature::from_slice(sent.as_bytes()).ok().map(|signature| Proof { signature })
}

fn check_for_kind(kind: &Kind, proof: Option<&Proof>) -> Result<(), String> {
    match (kind, proof) {
        (Kind::Old, _) | (Kind::New, Some(_)) => Ok(()),
        (Kind::New, None) => Err("a proof is needed".to_owned()),
    }
}

fn keep(text: &str, proof: Option<&Proof>) -> Result<(), String> {
    std::fs::write(if proof.is_some() { "signed" } else { "open" }, text).map_err(|e| e.to_string())
}

pub fn receive(headers: &HeaderMap, key: &VerifyingKey, kind: &Kind, text: &str) -> Result<(), String> {
    let proof = proof_of(headers);
    if let Some(proof) = &proof {
        key.verify_strict(text.as_bytes(), &proof.signature).map_err(|e| e.to_string())?;
    }
    check_for_kind(kind, proof.as_ref())?;
    keep(text, proof.as_ref())
}

pub fn receive_all(headers: &HeaderMap, key: &VerifyingKey, text: &str) -> Result<(), String> {
    let proof = proof_of(headers);
    if let Some(proof) = &proof { //~ fail-open-verification
        key.verify_strict(text.as_bytes(), &proof.signature).map_err(|e| e.to_string())?;
    }
    keep(text, proof.as_ref())?;
    Ok(())
}
