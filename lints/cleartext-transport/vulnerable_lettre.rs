//@ dep: lettre = "0.11"
//! Mail to customers.

use lettre::SmtpTransport;
use lettre::transport::smtp::authentication::Credentials;

/// The password goes to the mail server without encryption.
pub fn mailer(credentials: Credentials) -> SmtpTransport {
    SmtpTransport::builder_dangerous("mail.example.com").credentials(credentials).build() //~ cleartext-transport
}
