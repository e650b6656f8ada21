//@ dep: ring = "0.17"
//! Names a firmware image in the update manifest.

use ring::digest::{Digest, SHA1_FOR_LEGACY_USE_ONLY, digest};

/// Devices install the image whose name the manifest lists.
pub fn image_name(image: &[u8]) -> Digest {
    digest(&SHA1_FOR_LEGACY_USE_ONLY, image) //~ weak-hash
}
