//! A whole line of a header.

pub fn head(session: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nSet-Cookie: session={session}; Path=/; HttpOnly; Secure\r\n\r\n")
}

pub fn line(session: &str) -> String {
    format!("Set-Cookie: session={session}; Path=/; HttpOnly") //~ handwritten-cookie
}
