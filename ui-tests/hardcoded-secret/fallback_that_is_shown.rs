//! What stands in for a missing value in a message opens nothing.

pub fn conflict(state: &str, token: Option<u32>, api_key: Option<&str>) -> String {
    let key = format!("key: {}", api_key.unwrap_or("unset-7c2f9"));
    format!(
        "conflict in {state}, token: {}; {key}",
        match token {
            Some(id) => id.to_string(),
            None => "end-of-input-4b".to_string(),
        }
    )
}

pub fn header(api_key: Option<&str>) -> String {
    let key = api_key.unwrap_or("q7TbX29fLpZ4"); //~ hardcoded-secret
    format!("Bearer {key}")
}
