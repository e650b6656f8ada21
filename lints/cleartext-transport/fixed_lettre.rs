//@ dep: lettre = "0.11"
//! Mail to customers.

use lettre::SmtpTransport;
use lettre::transport::smtp::authentication::Credentials;

/// The connection is encrypted before the password is sent.
pub fn mailer(credentials: Credentials) -> Result<SmtpTransport, lettre::transport::smtp::Error> {
    Ok(SmtpTransport::relay("mail.example.com")?.credentials(credentials).build())
}
