//@ dep: fast-socks5 = "1"
//@ dep: tokio = { version = "1", features = ["full"] }
//! A library asks whether the credentials that somebody gave are right.

use fast_socks5::server::Socks5ServerProtocol;
use tokio::net::TcpStream;

pub async fn serve(socket: TcpStream, credentials: Option<(String, String)>) {
    if let Some((ref username, ref password)) = credentials {
        let username = username.clone();
        let password = password.clone();
        let done = Socks5ServerProtocol::accept_password_auth(socket, move |user, pass| {
            user == username && pass == password //~ variable-time-comparison
        });
        drop(done.await);
    }
}

pub fn each_line(lines: &[String], mut seen: impl FnMut(&dyn Fn(String) -> bool)) {
    for password in lines {
        seen(&|pass| pass == *password);
    }
}
