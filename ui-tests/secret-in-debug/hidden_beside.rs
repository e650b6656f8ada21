//@ dep: secrecy = "0.10"
//! A type that nobody prints shows what the type beside it hides.

use std::fmt;

#[derive(Clone)]
struct QueueSettings {
    address: String,
    password: String,
}

impl fmt::Debug for QueueSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueueSettings")
            .field("address", &self.address)
            .field("password", &"<redacted>")
            .finish()
    }
}

// The one that came later.
#[derive(Clone, Debug)]
struct BucketSettings {
    endpoint: String,
    secret_key: String, //~ secret-in-debug
}

// A name that may mean something else is worth no more than before.
#[derive(Debug)]
struct Cursor {
    token: String,
}

// Hidden by the type of the field.
#[derive(Debug)]
struct MailSettings {
    password: secrecy::SecretString,
}

fn connect(queue: QueueSettings, bucket: BucketSettings, mail: MailSettings, cursor: Cursor) -> usize {
    queue.address.len()
        + queue.password.len()
        + bucket.endpoint.len()
        + bucket.secret_key.len()
        + secrecy::ExposeSecret::expose_secret(&mail.password).len()
        + cursor.token.len()
}

fn main() {
    let queue = QueueSettings { address: input(), password: input() };
    let bucket = BucketSettings { endpoint: input(), secret_key: input() };
    let mail = MailSettings { password: input().into() };
    connect(queue, bucket, mail, Cursor { token: input() });
}

fn input() -> String {
    std::env::args().next().unwrap_or_default()
}
