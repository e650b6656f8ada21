//@ dep: rand = "0.9"

use rand::Rng;
use rand::distr::{Alphanumeric, SampleString};

pub fn readable_password() -> String {
    let mut rng = rand::rng();
    format!(
        "{}-{}-{}-{}",
        (&mut rng).sample_iter(&Alphanumeric).take(5).map(char::from).collect::<String>(),
        (&mut rng).sample_iter(&Alphanumeric).take(5).map(char::from).collect::<String>(),
        Alphanumeric.sample_string(&mut rng, 5),
        Alphanumeric.sample_string(&mut rng, 5),
    )
}

pub fn prefixed_token() -> String {
    format!("svc_{}", Alphanumeric.sample_string(&mut rand::rng(), 10)) //~ short-token
}
