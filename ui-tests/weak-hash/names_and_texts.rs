//! Words are not uses.

pub struct Listing {
    pub md5: String,
    pub sha1: Option<String>,
}

/// Uses `Md5::digest`? No.
pub fn algorithm(listing: &Listing) -> &'static str {
    // Md5::digest(listing)
    if listing.sha1.is_some() { "sha1" } else { "md5" }
}
