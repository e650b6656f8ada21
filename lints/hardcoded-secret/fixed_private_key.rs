//! Proves to the update server which product asks.

use std::path::Path;

/// Every installation has an identity of its own, in a file that only it can read.
pub fn client_identity(path: &Path) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}
