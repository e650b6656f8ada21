//! `des` is also a word.

pub mod des {
    pub struct Des {
        pub arts: Vec<String>,
    }

    impl Des {
        pub fn new(arts: Vec<String>) -> Des {
            Des { arts }
        }
    }
}

pub fn beaux() -> des::Des {
    des::Des::new(vec!["rc4".to_owned()])
}
