//@ dep: lettre = { version = "0.11", features = ["tokio1"] }
//! Mail by the asynchronous transport.

use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

pub fn mailer(user: String, password: String) -> AsyncSmtpTransport<Tokio1Executor> {
    AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("mail.example.com")
        .credentials(Credentials::new(user, password))
        .build() //~ cleartext-transport
}
