//@ dep: ed25519-dalek = "2"
//! What is answered without a signature is answered in a branch that ends there; options are no message.

use ed25519_dalek::{Signature, SignatureError, VerifyingKey};

pub enum Kind {
    Preflight,
    Upload,
    Change,
}

pub struct Request {
    pub author: VerifyingKey,
    pub body: String,
    pub signature: Signature,
}

pub struct Options {
    pub name: String,
}

pub fn verify(request: Request) -> Result<String, SignatureError> {
    request.author.verify_strict(request.body.as_bytes(), &request.signature)?;
    Ok(request.body)
}

pub async fn preflight(request: &Request) -> Result<String, SignatureError> {
    Ok(request.body.chars().take(1).collect())
}

pub async fn upload(request: Request) -> Result<String, SignatureError> {
    Ok(request.body)
}

pub async fn handle(kind: Kind, request: Request) -> Result<String, SignatureError> {
    if let Kind::Upload = kind {
        return upload(request).await;
    }
    if let Kind::Preflight = kind {
        let answer = preflight(&request).await?;
        return Ok(answer);
    }
    let body = verify(request)?;
    Ok(body)
}

pub async fn start(opts: &Options) -> Result<(), SignatureError> {
    println!("{}", opts.name);
    Ok(())
}

pub async fn verify_request(opts: &Options, request: &Request) -> Result<(), SignatureError> {
    println!("{}", opts.name);
    request.author.verify_strict(request.body.as_bytes(), &request.signature)
}

pub async fn run(opts: Options, request: Request) -> Result<(), SignatureError> {
    start(&opts).await?;
    verify_request(&opts, &request).await
}
