//! A type alias hides nothing.

type Text = String;

mod wire {
    pub type Bytes = Vec<u8>;
}

#[derive(Debug)]
pub struct SignIn {
    pub password: Text, //~ secret-in-debug
    pub shared_secret: wire::Bytes,
}
