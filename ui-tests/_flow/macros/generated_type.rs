//@ dep: hmac = "0.12"
//@ dep: sha2 = "0.10"
//! A macro of the program makes a type with a constructor that hands its argument on.

use hmac::{Hmac, Mac};
use sha2::Sha256;

macro_rules! signers {
    ($($name:ident => $field:ident),*) => {
        $(
            pub struct $name {
                $field: Hmac<Sha256>,
            }

            impl $name {
                pub fn keyed(material: &[u8]) -> Self {
                    Self { $field: Hmac::<Sha256>::new_from_slice(material).expect("any length") }
                }
            }
        )*
    };
}

signers!(Receipt => seal, Ticket => mark);

pub fn constant() -> Receipt {
    Receipt::keyed(b"correct horse battery staple") //~ hardcoded-key
}

pub fn given(material: &[u8]) -> Ticket {
    Ticket::keyed(material)
}
