//@ dep: chrono = "0.4"
//! Names of files and spans of time.

pub fn log_file() -> String {
    format!("app-{}.log", chrono::Utc::now().format("%Y%m%d"))
}

pub fn session_started() -> i64 {
    let session_start = chrono::Utc::now().timestamp();
    session_start
}

pub fn mock_token() -> String {
    format!("mock-{}", chrono::Utc::now().timestamp())
}
