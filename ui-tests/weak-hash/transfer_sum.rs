//@ dep: md5 = "0.7"
//@ dep: base64 = "0.22"
//@ dep: azure_storage_blobs = "0.21"
//! The object store compares what arrived with the sum that it was told.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

pub struct Upload {
    pub size: usize,
    pub md5_base64: String,
}

pub fn receive(parts: impl Iterator<Item = Vec<u8>>) -> Upload {
    let mut size = 0;
    let mut context = md5::Context::new();
    for part in parts {
        size += part.len();
        context.consume(&part);
    }
    let digest = context.compute();
    let md5_base64 = STANDARD.encode(digest.as_ref());
    Upload { size, md5_base64 }
}

pub fn download(mut from: impl Read, expected_md5: &str) -> std::io::Result<bool> {
    let mut all = Vec::new();
    from.read_to_end(&mut all)?;
    let sum = STANDARD.encode(md5::compute(&all).as_ref());
    Ok(sum == expected_md5)
}

pub async fn put(client: azure_storage_blobs::prelude::BlobClient, data: Vec<u8>) -> azure_core::Result<()> {
    let hash = azure_storage_blobs::prelude::Hash::from(md5::compute(&data).0);
    client.put_block_blob(data).hash(hash).await?;
    Ok(())
}
