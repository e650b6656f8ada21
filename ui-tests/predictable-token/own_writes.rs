//! What tells one's own writes from those of others need not be hard to guess; what lets somebody in has to be.

pub fn process_sentinel_token() -> String {
    std::process::id().to_string()
}

pub fn access_token() -> String {
    std::process::id().to_string() //~ predictable-token
}

pub fn wrote_it_myself(file: &std::path::Path) -> bool {
    std::fs::read_to_string(file).is_ok_and(|text| text == process_sentinel_token())
}
