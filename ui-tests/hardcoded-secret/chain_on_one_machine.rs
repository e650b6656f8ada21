//! The keys of a chain that runs on the machine of whoever develops are known to everybody; those of another chain open it.

pub mod regtest {
    pub const GENESIS_PRIVATE_KEY: &str = "4b1f9a77c3e05d2286aa91e0b7745c1d39f2e8d60c5b7f14a3e6208d97cb5f31";
}

pub mod mainnet {
    pub const GENESIS_PRIVATE_KEY: &str = "91e0b7745c1d39f2e8d60c5b7f14a3e6208d97cb5f314b1f9a77c3e05d2286aa"; //~ hardcoded-secret
}

pub fn keys() -> [&'static str; 2] {
    [regtest::GENESIS_PRIVATE_KEY, mainnet::GENESIS_PRIVATE_KEY]
}
